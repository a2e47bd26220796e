// Draws each figure that names a view. Without this module the page is whole; with it, the table has a picture.
import { rowsFrom } from "./rows.js";

const drawers = {
  timeline: () => import("./timeline.js"),
  network: () => import("./network.js"),
  map: () => import("./map.js"),
  chart: () => import("./chart.js"),
};

async function draw(figure) {
  const [table, drawer] = await Promise.all([rowsFrom(figure.dataset.source), drawers[figure.dataset.view]()]);
  const drawn = table.rows.length > 0 && await drawer.draw(figure, table);
  if (!drawn) figure.hidden = true;
  else figure.querySelector(".tools").hidden = false;
}

/** Draws what comes near the window, once: a page with pictures far below does not load their libraries. */
const watch = new IntersectionObserver(seen => {
  for (const { target, isIntersecting } of seen) {
    if (!isIntersecting) continue;
    watch.unobserve(target);
    draw(target).catch(error => {
      target.hidden = true;
      console.warn(error.message);
    });
  }
}, { rootMargin: "600px" });

document.querySelectorAll("figure[data-view]").forEach(figure => watch.observe(figure));
