// How the editor shows results: a table under readable names, and the pictures of the pages of questions.
import { here, svg } from "./rows.js";

const SIGNS = {
  timeline: "M5 20h50v15H5zM35 42h55v15H35zM15 64h40v15H15z",
  network: "M20 60l30-35 30 35v6L50 33 20 66zM8 63a12 12 0 1 0 24 0 12 12 0 1 0-24 0M38 25a12 12 0 1 0 24 0 12 12 0 1 0-24 0M68 63a12 12 0 1 0 24 0 12 12 0 1 0-24 0",
  map: "M50 5a30 30 0 0 0-30 30c0 22 30 60 30 60s30-38 30-60A30 30 0 0 0 50 5zm0 18a12 12 0 1 1 0 24 12 12 0 1 1 0-24z",
  chart: "M10 50h18v40H10zM41 15h18v75H41zM72 35h18v55H72z",
};

const escaped = text => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);

/** YASR's table, with each thing of this graph under its name and leading to its page. */
export function tableOf(Table, named, words) {
  return class extends Table {
    constructor(yasr) {
      super(yasr);
      this.label = words.table;
      this.helpReference = "";
    }

    async draw(settings) {
      await named.learn(this.yasr.results);
      super.draw(settings);
      translate(this.yasr.rootEl, words);
    }

    getCellContent(term, prefixes) {
      if (!named.isOurs(term)) return super.getCellContent(term, prefixes);
      const language = named.language(term);
      return `<div><a class="iri" href="${escaped(here(named.address(term)))}" title="${escaped(named.short(term.value))}"${
        language ? ` lang="${escaped(language)}"` : ""}>${escaped(named.words(term))}</a></div>`;
    }

    formatLiteral(term) {
      return escaped(term.value) + (term["xml:lang"] ? ` <sup>${escaped(term["xml:lang"])}</sup>` : "");
    }

    getColumns() {
      return super.getColumns().map(column => !column.name ? { ...column, title: "#" } : { ...column,
        render: (term, purpose, ...rest) => ["filter", "sort"].includes(purpose) && named.isOurs(term) ? named.words(term)
          : column.render(term, purpose, ...rest) });
    }
  };
}

/** A view of the results drawn by the same module that draws it on the pages of questions. */
export function pictureOf(name, named, words) {
  return class {
    constructor(yasr) {
      this.yasr = yasr;
      this.label = words[name];
      this.priority = 1;
    }

    canHandleResults() {
      return Boolean(this.yasr.results?.getVariables().length && this.yasr.results.getBindings()?.length);
    }

    getIcon() {
      return svg("svg", { viewBox: "0 0 100 100", "aria-hidden": "true" }, svg("path", { d: SIGNS[name] }));
    }

    async draw() {
      const figure = document.querySelector(`#picture-${name}`).content.querySelector("figure").cloneNode(true);
      const results = this.yasr.results;
      this.yasr.resultsEl.replaceChildren(figure);
      const [drawer] = await Promise.all([import(`./${name}.js`), named.learn(results)]);
      if (await drawer.draw(figure, named.rows(results))) figure.querySelector(".tools").hidden = false;
      else figure.replaceWith(Object.assign(document.createElement("p"), { className: "note", textContent: words.nothing }));
    }
  };
}

/** Puts the words of this page in the place of those that the library has in English only. */
export function translate(root, words) {
  const said = new Map([["Simple view", words.simple], ["Ellipse", words.ellipse], ["Page size: ", words.size]]);
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) if (said.has(walk.currentNode.data)) walk.currentNode.data = said.get(walk.currentNode.data);
  for (const field of root.querySelectorAll("input[placeholder], select, input[type=checkbox]")) name(field, words);
}

/** A control that a reader of the screen could not tell what it does gets a name. */
function name(field, words) {
  if (field.placeholder) field.placeholder = words.filter;
  if (field.labels?.length || field.hasAttribute("aria-label")) return;
  field.setAttribute("aria-label", field.placeholder || field.parentElement.textContent.trim() || words.size);
}
