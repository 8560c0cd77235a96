// Started by build-lock.test.ts as a process of its own and killed at some moment: builds one generation after the other.
import { openGenerationStore } from '../../../src/adapters/generations/generation-store.js';
import { sampleDocument, sampleDocuments, settings } from '../sample-documents.js';

const store = openGenerationStore(process.argv[2]!);
const documents = sampleDocuments(40);
for (let round = 0; ; round++) {
  const builder = store.startBuild(settings);
  const known = store.known(settings).documents;
  for (const document of documents) {
    if (known.has(document.documentId)) builder.carryOver(document.documentId);
    else builder.add(document);
  }
  builder.add(sampleDocument(`轮次.md`, [[`第${round}轮`]]));
  process.stdout.write('building\n');
  await builder.finish();
}
