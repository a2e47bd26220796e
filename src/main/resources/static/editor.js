// The editor: YASGUI over this service and nothing else. Its own completers ask other hosts; ours ask this one.
import { rowsOf } from "./answers.js";
import { here } from "./rows.js";

const form = document.querySelector("form.editor");
const place = document.querySelector("#yasgui");
const base = place.dataset.base;
const prefixes = new Map([...document.querySelector("#prefixes").textContent.matchAll(/PREFIX (\S*): <(.*)>/g)].map(m => [m[1], m[2]]));
const { Yasgui } = globalThis;

async function column(query) {
  const answer = await fetch(here("/sparql") + `?format=json&query=${encodeURIComponent(query)}`);
  return (await answer.json()).results.bindings.map(row => row.term.value);
}

/** A query with the prefixes that it uses declared, as its checker wants them. */
function declared(query) {
  const lacking = [...prefixes].filter(([name]) => new RegExp(`(^|[^\\w-])${name}:`, "m").test(query)
    && !new RegExp(`PREFIX\\s+${name}:`, "i").test(query));
  return lacking.map(([name, iri]) => `PREFIX ${name}: <${iri}>\n`).join("") + query;
}

/** Names of things, by what is typed after the prefix of things. */
async function things(token) {
  const typed = token.autocompletionString ?? token.string;
  const found = await (await fetch(here("/suggest") + `?prefix=${encodeURIComponent(typed.replace(base, "").replaceAll("-", " "))}`)).json();
  return found.map(({ href }) => base + decodeURIComponent(href.slice("/id/".length)));
}

function complete() {
  const { Yasqe } = Yasgui;
  const thingPrefix = [...prefixes].find(([, iri]) => iri === base)?.[0] ?? "";
  Yasqe.forkAutocompleter("prefixes", { name: "our-prefixes", persistenceId: null,
    get: () => [...prefixes].map(([name, iri]) => `${name}: <${iri}>`) }, false);
  Yasqe.forkAutocompleter("class", { name: "our-classes", persistenceId: null, bulk: true,
    get: () => column("SELECT DISTINCT ?term { ?thing a ?term FILTER isIRI(?term) } ORDER BY ?term") }, false);
  Yasqe.forkAutocompleter("property", { name: "our-properties", persistenceId: null, bulk: true,
    get: () => column("SELECT DISTINCT ?term { ?thing ?term ?value } ORDER BY ?term") }, false);
  Yasqe.forkAutocompleter("class", { name: "our-things", persistenceId: null, bulk: false, get: (yasqe, token) => things(token),
    isValidCompletionPosition: yasqe => yasqe.getCompleteToken().string.startsWith(`${thingPrefix}:`) }, false);
  Yasqe.defaults.autocompleters = ["variables", "our-prefixes", "our-things", "our-classes", "our-properties"];
}

/** A view of the results drawn by the same module that draws it on the pages of questions. */
function view(name) {
  return class {
    constructor(yasr) {
      this.yasr = yasr;
      this.label = place.dataset[name];
      this.priority = 1;
    }

    canHandleResults() {
      return Boolean(this.yasr.results?.getVariables().length && this.yasr.results.getBindings()?.length);
    }

    getIcon() {
      return document.createElement("span");
    }

    async draw() {
      const figure = document.querySelector(`#picture-${name}`).content.querySelector("figure").cloneNode(true);
      this.yasr.resultsEl.replaceChildren(figure);
      const [table, drawer] = await Promise.all([rowsOf(this.yasr.results, base), import(`./${name}.js`)]);
      if (await drawer.draw(figure, table)) figure.querySelector(".tools").hidden = false;
      else figure.replaceWith(place.dataset.nothing);
    }
  };
}

function start() {
  complete();
  const views = ["timeline", "network", "map", "chart"];
  views.forEach(name => Yasgui.Yasr.registerPlugin(name, view(name)));
  Yasgui.Yasr.defaults.prefixes = Object.fromEntries(prefixes);
  const given = declared(form.elements.query.value);
  Yasgui.Yasqe.defaults.value = given;
  Yasgui.defaults.requestConfig = { ...Yasgui.defaults.requestConfig, endpoint: location.origin + here("/sparql"), method: "GET" };
  Yasgui.defaults.endpointCatalogueOptions = { ...Yasgui.defaults.endpointCatalogueOptions, getData: () => [] };
  Yasgui.defaults.persistenceId = `trilateral:${location.origin}${here("/")}`;
  const yasgui = new Yasgui(place, { requestConfig: { endpoint: location.origin + here("/sparql"), method: "GET" } });
  const isNew = new URLSearchParams(location.search).get("query") && yasgui.getTab().getQuery() !== given;
  if (isNew) yasgui.addTab(true, { name: place.dataset.query, yasqe: { value: given } });
  form.hidden = true;
  offer(yasgui);
  place.addEventListener("click", ourLinks, true);
}

/** The packaged queries, each opened in a tab of its own. */
function offer(yasgui) {
  const choice = document.querySelector("#example");
  choice.closest("p").hidden = false;
  choice.addEventListener("change", async () => {
    if (!choice.value) return;
    const value = await (await fetch(here(`/queries/${choice.value}.rq`))).text();
    yasgui.addTab(true, { name: choice.value, yasqe: { value } });
    choice.value = "";
  });
}

/** A thing of this graph is looked at here, wherever its IRI points. */
function ourLinks(event) {
  const link = event.target.closest("a[href]");
  if (link?.href.startsWith(base)) link.href = here(`/id/${link.href.slice(base.length)}`);
}

start();
