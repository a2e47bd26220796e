// Asks a running service as programs do that know nothing of it but the standards. Prints one line a check:
// its name, a tab, and "ok" or what was wrong.
import { createHash } from 'node:crypto';
import SwaggerParser from '@apidevtools/swagger-parser';
import { QueryEngine } from '@comunica/query-sparql';
import oxigraph from 'oxigraph';
import rdfCanonize from 'rdf-canonize';

const [origin, thing] = process.argv.slice(2);
const LABEL = 'http://www.w3.org/2000/01/rdf-schema#label';
const TYPES = {
  ttl: 'text/turtle', nt: 'application/n-triples', nq: 'application/n-quads', trig: 'application/trig',
  rdf: 'application/rdf+xml', jsonld: 'application/ld+json',
};

async function check(name, work) {
  try {
    await work();
    console.log(`${name}\tok`);
  } catch (error) {
    console.log(`${name}\t${String(error?.message ?? error).replaceAll(/\s+/g, ' ')}`);
  }
}

function equal(expected, actual, what) {
  if (expected !== actual) {
    throw new Error(`${what}: expected ${expected}, found ${actual}`);
  }
}

async function text(path, accept) {
  const response = await fetch(origin + path, { headers: { accept } });
  equal(200, response.status, path);
  return response.text();
}

const engine = new QueryEngine();

async function rows(source, query) {
  return (await engine.queryBindings(query, { sources: [source] })).toArray();
}

function read(body, format, base) {
  const store = new oxigraph.Store();
  store.load(body, { format, base_iri: base });
  return store;
}

const dumps = {};
for (const [ending, type] of Object.entries(TYPES)) {
  dumps[ending] = await text(`/downloads/dataset.${ending}`, '*/*');
}
const health = JSON.parse(await text('/health', 'application/json'));
const iri = (await text(`/data/${thing}.nt`, '*/*')).match(new RegExp(`<([^>]*/${thing})>`))[1];
const quads = read(dumps.nq, TYPES.nq);

// Oxigraph: each dump is the same graph; blank nodes are compared by canonical names.
async function canonical(store, isNamed) {
  const lines = store.dump({ format: 'application/n-quads' });
  const dataset = rdfCanonize.NQuads.parse(lines).map(quad => isNamed ? quad
    : { ...quad, graph: { termType: 'DefaultGraph', value: '' } });
  return rdfCanonize.canonize(dataset, { algorithm: 'RDFC-1.0' });
}
const union = new oxigraph.Store(quads.match().map(quad => oxigraph.triple(quad.subject, quad.predicate, quad.object)));
for (const [ending, type] of Object.entries(TYPES)) {
  await check(`oxigraph reads dataset.${ending}`, async () => {
    const isNamed = ending === 'nq' || ending === 'trig';
    const store = read(dumps[ending], type, 'https://example.org/');
    equal((isNamed ? quads : union).size, store.size, 'statements');
    equal(await canonical(isNamed ? quads : union, isNamed), await canonical(store, isNamed), 'canonical form');
  });
}
await check('rdf-canonize gives the hash that the service gives', async () =>
  equal(health.data, createHash('sha256').update(await canonical(quads, true)).digest('hex'), 'RDFC-1.0'));
await check('the N-Quads of the whole are the canonical form', async () =>
  equal(health.data, createHash('sha256').update(dumps.nq).digest('hex'), 'dataset.nq'));

// Comunica: the endpoint, and every way to a document that tells of the thing.
const labels = union.match(oxigraph.namedNode(iri), oxigraph.namedNode(LABEL)).map(quad => quad.object.value).sort().join(' | ');
const query = `SELECT ?label WHERE { <${iri}> <${LABEL}> ?label }`;
for (const path of ['/sparql', `/id/${thing}`, `/page/${thing}`, `/data/${thing}.ttl`, `/data/${thing}.jsonld`, `/data/${thing}.rdf`,
  '/downloads/dataset.ttl', '/downloads/dataset.jsonld']) {
  await check(`comunica queries ${path}`, async () => {
    const found = (await rows(origin + path, query)).map(row => row.get('label').value).sort();
    equal(labels, [...new Set(found)].join(' | '), 'labels');
  });
}
await check('comunica reads the figures from the endpoint and from the description', async () => {
  const figures = 'SELECT ?n WHERE { ?d a <http://rdfs.org/ns/void#Dataset> ; <http://rdfs.org/ns/void#triples> ?n ; <http://rdfs.org/ns/void#sparqlEndpoint> ?e }';
  for (const path of ['/.well-known/void', '/sparql']) {
    equal(String(union.size), (await rows(origin + path, figures)).map(row => row.get('n').value).join(' '), path);
  }
});
await check('comunica learns of the data set from the first page', async () => {
  const found = await rows(`${origin}/`, 'SELECT ?file WHERE { ?d a <https://schema.org/Dataset> ; <https://schema.org/distribution>/<https://schema.org/contentUrl> ?file }');
  equal(true, found.some(row => row.get('file').value === `${origin}/downloads/dataset.nq.gz`), 'dataset.nq.gz is named');
});
await check('comunica joins the endpoint with a document', async () => {
  const bindings = await engine.queryBindings(`SELECT ?label WHERE { <${iri}> a ?type . <${iri}> <${LABEL}> ?label }`,
    { sources: [`${origin}/sparql`, `${origin}/data/${thing}.ttl`] });
  equal(true, (await bindings.toArray()).length > 0, 'rows');
});

// The OpenAPI document, by its schema and its references.
await check('swagger-parser finds the OpenAPI document valid', async () => {
  const api = await SwaggerParser.validate(JSON.parse(await text('/openapi.json', 'application/json')));
  equal('3.1', api.openapi.slice(0, 3), 'version');
});
