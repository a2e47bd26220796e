// The addresses of the service, from its own description; nothing is asked of any other host.
const target = document.getElementById('api');

/** What the drawn document leaves unnamed for those who do not see it. */
function named() {
  target.querySelector('#servers')?.setAttribute('aria-label', 'Server');
}

window.SwaggerUIBundle({
  url: target.dataset.source,
  domNode: target,
  validatorUrl: null,
  docExpansion: 'none',
  defaultModelsExpandDepth: -1,
  deepLinking: true,
  tryItOutEnabled: true,
  presets: [window.SwaggerUIBundle.presets.apis],
  layout: 'BaseLayout',
  onComplete: named,
});
