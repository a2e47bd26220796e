// The editor: YASGUI over this service and nothing else.
import { Named } from "./answers.js";
import { complete } from "./complete.js";
import { pictureOf, tableOf, translate } from "./results.js";
import { here } from "./rows.js";

const form = document.querySelector("form.editor");
const place = document.querySelector("#yasgui");
const words = place.dataset;
const base = words.base;
const prefixes = new Map([...document.querySelector("#prefixes").textContent.matchAll(/PREFIX (\S*): <(.*)>/g)].map(m => [m[1], m[2]]));
const endpoint = location.origin + here("/sparql");
const { Yasgui } = globalThis;

/** A query with the prefixes that it uses declared, as its checker wants them. */
function declared(query) {
  const lacking = [...prefixes].filter(([name]) => new RegExp(`(^|[^\\w-])${name}:`, "m").test(query)
    && !new RegExp(`PREFIX\\s+${name}:`, "i").test(query));
  return lacking.map(([name, iri]) => `PREFIX ${name}: <${iri}>\n`).join("") + query;
}

function settle(given) {
  const { Yasqe, Yasr } = Yasgui;
  const named = new Named(base, prefixes);
  complete(Yasqe, base, prefixes);
  for (const name of ["timeline", "network", "map", "chart"]) Yasr.registerPlugin(name, pictureOf(name, named, words));
  Yasr.registerPlugin("table", tableOf(Yasr.plugins.table, named, words));
  Yasr.registerPlugin("response", class extends Yasr.plugins.response {
    constructor(yasr) {
      super(yasr);
      this.label = words.response;
      this.helpReference = "";
    }
  });
  Yasr.defaults.prefixes = Object.fromEntries(prefixes);
  Yasqe.defaults.value = given;
  Object.assign(Yasgui.defaults, {
    requestConfig: { ...Yasgui.defaults.requestConfig, endpoint, method: "GET" },
    endpointCatalogueOptions: { ...Yasgui.defaults.endpointCatalogueOptions, getData: () => [] },
    persistenceId: `trilateral:${location.origin}${here("/")}`,
    populateFromUrl: false,
    tabName: words.query,
  });
}

function start() {
  const given = declared(form.elements.query.value);
  settle(given);
  const yasgui = new Yasgui(place, { requestConfig: { endpoint, method: "GET" } });
  Object.getPrototypeOf(yasgui.getTab()).getShareableLink = function () {
    return `${location.origin}${here("/editor")}?query=${encodeURIComponent(this.getQuery())}`;
  };
  const isNew = new URLSearchParams(location.search).get("query") && yasgui.getTab().getQuery() !== given;
  if (isNew) yasgui.addTab(true, { name: words.query, yasqe: { value: given } });
  form.hidden = true;
  offer(yasgui);
  name();
  yasgui.on("tabChange", name);
  yasgui.on("tabAdd", name);
}

/** Names and roles for what the library leaves without. */
function name() {
  setTimeout(() => {
    for (const field of place.querySelectorAll(".CodeMirror textarea")) field.setAttribute("aria-label", words.query);
    for (const code of place.querySelectorAll(".CodeMirror-scroll")) code.setAttribute("tabindex", "0");
    const more = place.querySelector(".tabsList button.addTab, .tabsList .addTab button");
    for (const [attribute, value] of [["role", "tab"], ["aria-selected", "false"], ["aria-label", words.more]]) more?.setAttribute(attribute, value);
    translate(place, words);
  });
}

/** The packaged queries, each opened in a tab of its own. */
function offer(yasgui) {
  const choice = document.querySelector("#example");
  choice.disabled = false;
  choice.addEventListener("change", async () => {
    if (!choice.value) return;
    const value = await (await fetch(here(`/queries/${choice.value}.rq`))).text();
    yasgui.addTab(true, { name: choice.value, yasqe: { value } });
    choice.value = "";
  });
}

start();
