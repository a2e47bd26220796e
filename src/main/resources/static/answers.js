// The results of any query as the rows that pictures draw, things under their names.
import { here } from "./rows.js";

const MOST_NAMED = 400;

async function names(iris) {
  const languages = [document.documentElement.lang, "en"].map(tag => `"${tag}"`).join(", ");
  const query = `SELECT ?thing ?label { VALUES ?thing { ${iris.map(iri => `<${iri}>`).join(" ")} }
    ?thing <http://www.w3.org/2000/01/rdf-schema#label> ?label FILTER (lang(?label) IN (${languages})) }`;
  const answer = await fetch(here("/sparql"), { method: "POST", body: new URLSearchParams({ query }), headers: { Accept: "application/sparql-results+json" } });
  const named = new Map();
  for (const { thing, label } of (await answer.json()).results.bindings) {
    if (!named.has(thing.value) || label["xml:lang"] === document.documentElement.lang) named.set(thing.value, label.value);
  }
  return named;
}

/** { names, headings, rows } of results as YASR holds them. */
export async function rowsOf(results, base) {
  const variables = results.getVariables(), bindings = results.getBindings();
  const iris = new Set(bindings.flatMap(row => Object.values(row)).filter(term => term.type === "uri" && term.value.startsWith(base))
    .map(term => term.value));
  const named = iris.size ? await names([...iris].slice(0, MOST_NAMED)) : new Map();
  const cell = term => !term ? [] : term.type === "uri" && term.value.startsWith(base)
    ? [[named.get(term.value) ?? term.value.slice(base.length), `/id/${term.value.slice(base.length)}`]] : [[term.value, ""]];
  return { names: variables, headings: variables, rows: bindings.map(row => variables.map(name => cell(row[name]))) };
}
