// A SHACL engine that nobody here wrote, for org.w3id.trilateral.quality.ShapesInAnotherEngineTest: takes the shapes and the
// data, each a file of N-Triples, and prints one line for each result, none where all is well.
import { createReadStream } from 'node:fs';
import { Store, StreamParser } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';

const read = file => new Promise((resolve, reject) => {
  const store = new Store();
  createReadStream(file).on('error', reject)
    .pipe(new StreamParser({ format: 'N-Triples', blankNodePrefix: '_:' })).on('error', reject)
    .on('data', quad => store.add(quad)).on('end', () => resolve(store));
});

const [shapes, data] = await Promise.all(process.argv.slice(2).map(read));
const report = await new SHACLValidator(shapes).validate(data);
for (const result of report.results) {
  console.log([result.severity, result.sourceShape, result.focusNode, result.path].map(term => term?.value ?? '').join(' '));
}
console.log(`checked ${data.size} statements against ${shapes.size}`);
