// Completion from this graph: prefixes, classes, properties and things, by name or by a label in any language.
import { here } from "./rows.js";

const MOST = 40;
const BARE = /(?<![\p{L}\p{N}:?$<@"-])\p{L}[\p{L}\p{N}-]+$/u;
const LABELS = "OPTIONAL { ?term <http://www.w3.org/2000/01/rdf-schema#label> ?label }";
const CLASSES = `SELECT ?term ?label { { SELECT DISTINCT ?term { ?thing a ?term FILTER isIRI(?term) } } ${LABELS} }`;
const PROPERTIES = `SELECT ?term ?label { { SELECT DISTINCT ?term { ?thing ?term ?value } } ${LABELS} }`;

/** The last part of an IRI, or of what is typed of one. */
const tail = text => text.replace(/^.*[/#:]/, "").toLowerCase();

/** The word before the cursor where it stands alone, as no term of SPARQL does: its columns, and itself. */
function bare(yasqe) {
  const { line, ch } = yasqe.getDoc().getCursor();
  const found = BARE.exec(yasqe.getDoc().getLine(line).slice(0, ch))?.[0];
  const type = yasqe.getTokenAt({ line, ch }).type;
  return found && !["keyword", "comment", "string", "atom"].includes(type) ? { start: ch - found.length, end: ch, word: found } : null;
}

/** Gives the editor's completers in place of those that ask other hosts. */
export function complete(Yasqe, base, prefixes) {
  const labels = new Map();
  const short = iri => {
    const found = [...prefixes].find(([, namespace]) => iri.startsWith(namespace));
    return found ? `${found[0]}:${iri.slice(found[1].length)}` : `<${iri}>`;
  };
  const common = {
    persistenceId: null, bulk: false, autoShow: false,
    preProcessToken: (yasqe, token) => {
      const alone = bare(yasqe);
      return alone ? { ...token, string: alone.word, autocompletionString: alone.word, from: { ch: alone.start }, to: { ch: alone.end } }
        : Yasqe.Autocompleters.class.preProcessToken(yasqe, token);
    },
    postProcessSuggestion: (yasqe, token, iri) => short(iri),
    postprocessHints: (yasqe, hints) => hints.map(hint => labels.has(hint.text)
      ? { ...hint, displayText: `${hint.text}  ${labels.get(hint.text)}` } : hint),
  };
  const lists = new Map();

  /** Terms of the answer to a query, asked once, with all their labels. */
  async function list(query) {
    const answer = await (await fetch(here("/sparql") + `?format=json&query=${encodeURIComponent(query)}`)).json();
    const terms = new Map();
    for (const { term, label } of answer.results.bindings) {
      if (!terms.has(term.value)) terms.set(term.value, []);
      if (label) terms.get(term.value).push(label.value);
      if (label?.["xml:lang"] === document.documentElement.lang) labels.set(short(term.value), label.value);
    }
    return [...terms];
  }

  /** Terms whose name or label holds what is typed, those whose name begins so first. */
  async function terms(query, typed) {
    if (!lists.has(query)) lists.set(query, list(query));
    const wanted = tail(typed);
    const found = (await lists.get(query)).filter(([iri, names]) => tail(iri).includes(wanted)
      || names.some(label => label.toLowerCase().includes(wanted)));
    const rank = iri => (tail(iri).startsWith(wanted) ? 0 : 2) + (iri.startsWith(prefixes.get("tri")) ? 0 : 1);
    return found.map(([iri]) => iri).sort((a, b) => rank(a) - rank(b) || a.localeCompare(b)).slice(0, MOST);
  }

  async function things(typed) {
    const prefix = typed.replace(base, "").replace(/^[^:]*:/, "").replaceAll("-", " ");
    const found = await (await fetch(`${here("/suggest")}?${new URLSearchParams({ prefix })}`)).json();
    return found.filter(({ href }) => href.startsWith("/id/")).map(({ href, label }) => {
      const iri = base + decodeURIComponent(href.slice("/id/".length));
      labels.set(short(iri), label);
      return iri;
    });
  }

  const thingPrefix = short(base);
  const typed = token => token.autocompletionString ?? token.string;
  Yasqe.forkAutocompleter("prefixes", { name: "our-prefixes", persistenceId: null,
    get: () => [...prefixes].map(([name, iri]) => `${name}: <${iri}>`) }, false);
  Yasqe.forkAutocompleter("class", { ...common, name: "our-classes", get: (yasqe, token) => terms(CLASSES, typed(token)) }, false);
  Yasqe.forkAutocompleter("property", { ...common, name: "our-properties", get: (yasqe, token) => terms(PROPERTIES, typed(token)) }, false);
  Yasqe.forkAutocompleter("class", { ...common, name: "our-things", get: (yasqe, token) => things(typed(token)),
    isValidCompletionPosition: yasqe => yasqe.getCompleteToken().string.startsWith(thingPrefix)
      || bare(yasqe) !== null && !["class", "property"].some(one => Yasqe.Autocompleters[one].isValidCompletionPosition(yasqe)) }, false);
  Yasqe.defaults.autocompleters = ["variables", "our-prefixes", "our-things", "our-classes", "our-properties"];
}
