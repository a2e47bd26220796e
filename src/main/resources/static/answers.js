// What YASR holds of a result: its terms under the names that readers know, and its rows as pictures read them.
import { here } from "./rows.js";

const MOST_NAMED = 1500;

/** Names of terms, asked of this service in one request a result, each term once. */
export class Named {
  constructor(base, prefixes) {
    Object.assign(this, { base, prefixes, known: new Map() });
    this.ontology = prefixes.get("tri") ?? base;
  }

  /** Whether a term is a thing of this graph or a term of its ontology. */
  isOurs(term) {
    return term?.type === "uri" && (term.value.startsWith(this.base) || term.value.startsWith(this.ontology));
  }

  /** Learns the names of all terms of a result. */
  async learn(results) {
    const iris = new Set((results.getBindings() ?? []).flatMap(row => Object.values(row)).filter(term => this.isOurs(term))
      .map(term => term.value).filter(iri => !this.known.has(iri)));
    if (!iris.size) return;
    const query = `SELECT ?thing ?label { VALUES ?thing { ${[...iris].slice(0, MOST_NAMED).map(iri => `<${iri}>`).join(" ")} }
      ?thing <http://www.w3.org/2000/01/rdf-schema#label> ?label }`;
    const answer = await fetch(here("/sparql"), { method: "POST", body: new URLSearchParams({ query }),
      headers: { Accept: "application/sparql-results+json" } });
    if (!answer.ok) return;
    const rank = tag => [document.documentElement.lang, "en"].indexOf(tag) + 1 || 3;
    const best = new Map();
    for (const { thing, label } of (await answer.json()).results.bindings) {
      const found = rank(label["xml:lang"]);
      if (found < (best.get(thing.value) ?? 4)) {
        best.set(thing.value, found);
        this.known.set(thing.value, { words: label.value, language: label["xml:lang"] ?? "" });
      }
    }
  }

  /** What a term is called; a short form of its IRI where it has no name. */
  words(term) {
    return this.known.get(term.value)?.words ?? this.short(term.value);
  }

  /** The language of that name; empty where there is none. */
  language(term) {
    return this.known.get(term.value)?.language ?? "";
  }

  short(iri) {
    const found = [...this.prefixes].find(([, namespace]) => iri.startsWith(namespace) && !/[/#]/.test(iri.slice(namespace.length)));
    return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
  }

  /** Where a term is told of on this site. */
  address(term) {
    return term.value.startsWith(this.base) ? `/id/${term.value.slice(this.base.length)}`
      : `/ontology#${term.value.slice(this.ontology.length)}`;
  }

  /** { names, headings, rows } of a result whose names are known. */
  rows(results) {
    const variables = results.getVariables();
    const cell = term => !term ? [] : this.isOurs(term) ? [[this.words(term), this.address(term)]] : [[term.value, ""]];
    return { names: variables, headings: variables, rows: results.getBindings().map(row => variables.map(name => cell(row[name]))) };
  }
}
