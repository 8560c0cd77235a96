import type { Embedder } from '../ports/embedder.js';
import type { GenerationBuilder, KnownDocument } from '../ports/generation.js';
import { skip, type FileRecord, type Found, type FoundDocument } from './find-documents.js';
import type { IngestPorts } from './ingest-ports.js';
import { fingerprint, prepareDocument, type PreparedDocument, type SplitLongText } from './prepare-document.js';

/** Passages embedded in one call: enough to fill a remote model's batch, little enough to keep memory flat. */
const BATCH_PASSAGES = 64;

/** A prepared document, or the id of one to take over: it keeps its place among those that wait to be embedded. */
type Waiting = (PreparedDocument & { origin: string; sourceFile: string }) | string;

/** What became of the documents of an ingest. */
export interface AddedDocuments {
  /** Ids of all documents under the ingested paths. */
  ids: Set<string>;
  /** Number of articles of each document that was prepared. */
  articles: Map<string, number>;
  added: number;
  changed: number;
  unchanged: number;
}

/**
 * Hands every document to the builder: unchanged ones are taken over, the others prepared, embedded in batches and added.
 * A document that cannot be prepared is skipped with a reason; an embedder or builder that fails stops the whole ingest.
 */
export async function addDocuments(
  found: AsyncIterable<Found>,
  known: ReadonlyMap<string, KnownDocument>,
  builder: GenerationBuilder,
  ports: Pick<IngestPorts, 'embedder' | 'splitLongText' | 'corrections'>,
  { onDocument, onFile }: { onDocument: (file: string, textBytes: number) => void; onFile: (record: FileRecord) => void },
): Promise<AddedDocuments> {
  const sum: AddedDocuments = { ids: new Set(), articles: new Map(), added: 0, changed: 0, unchanged: 0 };
  let waiting: Waiting[] = [];
  let waitingPassages = 0;
  for await (const next of found) {
    if (next.kind === 'file') {
      builder.addFile(next.record);
      onFile(next.record);
      continue;
    }
    if (next.kind === 'document') onDocument(next.document.file, Buffer.byteLength(next.document.text));
    if (next.kind === 'carried' || isUnchanged(next, known, ports.corrections)) {
      const documentIds = next.kind === 'carried' ? next.documentIds : [next.document.documentId];
      for (const documentId of documentIds) sum.ids.add(documentId);
      sum.unchanged += documentIds.length;
      waiting.push(...documentIds);
    } else {
      const prepared = await prepare(next, ports);
      if (prepared === null) continue;
      waiting.push({ ...prepared, origin: next.origin, sourceFile: next.record.path });
      waitingPassages += prepared.passages.length;
      sum.ids.add(prepared.documentId);
      sum.articles.set(prepared.documentId, prepared.articles.length);
      if (known.has(prepared.documentId)) sum.changed++;
      else sum.added++;
    }
    if (waitingPassages > 0 && waitingPassages < BATCH_PASSAGES) continue;
    await flush(waiting, ports.embedder, builder);
    waiting = [];
    waitingPassages = 0;
  }
  await flush(waiting, ports.embedder, builder);
  return sum;
}

/** A row of a changed file, or a file that changed in what does not count. */
function isUnchanged({ document, origin }: FoundDocument, known: ReadonlyMap<string, KnownDocument>, corrections: IngestPorts['corrections']): boolean {
  const before = known.get(document.documentId);
  return before?.digest === fingerprint(document, corrections) && before.file === origin;
}

async function prepare({ document, record }: FoundDocument, { splitLongText, corrections }: Pick<IngestPorts, 'splitLongText' | 'corrections'>): Promise<PreparedDocument | null> {
  try {
    const prepared = await prepareDocument(document, splitLongText ?? splitAtLength, corrections);
    if (prepared.passages.length > 0) return prepared;
    skip(record, { file: document.file, reason: 'No article with text was found in it.' });
  } catch (error) {
    skip(record, { file: document.file, reason: `It could not be cut into passages: ${error instanceof Error ? error.message : String(error)}.`, isRetried: true });
  }
  return null;
}

async function flush(waiting: readonly Waiting[], embedder: Embedder, builder: GenerationBuilder): Promise<void> {
  const texts = waiting.flatMap((next) => (typeof next === 'string' ? [] : next.texts));
  const vectors: Float32Array[] = [];
  for (let start = 0; start < texts.length; start += BATCH_PASSAGES) vectors.push(...(await embedder.embed(texts.slice(start, start + BATCH_PASSAGES))));
  if (vectors.length !== texts.length) throw new Error(`The embedder ${embedder.model} gave ${String(vectors.length)} vectors for ${String(texts.length)} texts`);
  let next = 0;
  for (const each of waiting) {
    if (typeof each === 'string') {
      builder.carryOver(each);
      continue;
    }
    const { documentId, origin, sourceFile, digest, articles, facts, passages, terms } = each;
    builder.add({ documentId, file: origin, sourceFile, digest, articles, facts, passages, terms, vectors: vectors.slice(next, next + passages.length) });
    next += passages.length;
  }
}

/** Without a splitter from outside: at a fixed length. */
const splitAtLength: SplitLongText = (text, maxChars) => Promise.resolve(text.match(new RegExp(`[\\s\\S]{1,${String(maxChars)}}`, 'gu')) ?? []);
