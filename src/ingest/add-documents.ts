import type { Embedder } from '../ports/embedder.js';
import type { GenerationBuilder, KnownDocument } from '../ports/generation.js';
import type { FoundDocument } from './find-documents.js';
import type { IngestPorts, SkippedFile } from './ingest-ports.js';
import { fingerprint, prepareDocument, type PreparedDocument, type SplitLongText } from './prepare-document.js';

/** Passages embedded in one call: enough to fill a remote model's batch, little enough to keep memory flat. */
const BATCH_PASSAGES = 64;

type Waiting = PreparedDocument & { origin: string };

/**
 * Hands every document to the builder: unchanged ones are taken over, the others prepared, embedded in batches and added.
 * A document that cannot be prepared is skipped with a reason; an embedder or builder that fails stops the whole ingest.
 */
export async function addDocuments(
  found: AsyncIterable<FoundDocument>,
  known: ReadonlyMap<string, KnownDocument>,
  builder: GenerationBuilder,
  ports: Pick<IngestPorts, 'embedder' | 'splitLongText' | 'onProgress'>,
  skipped: SkippedFile[],
): Promise<{ ids: Set<string>; unchanged: number }> {
  const ids = new Set<string>();
  let unchanged = 0;
  let done = 0;
  let waiting: Waiting[] = [];
  for await (const { document, origin } of found) {
    const before = known.get(document.documentId);
    if (before?.digest === fingerprint(document) && before.file === origin) {
      builder.carryOver(document.documentId);
      ids.add(document.documentId);
      unchanged++;
    } else {
      try {
        const prepared = await prepareDocument(document, ports.splitLongText ?? splitAtLength);
        if (prepared.passages.length === 0) skipped.push({ file: document.file, reason: 'No article with text was found in it.' });
        else {
          waiting.push({ ...prepared, origin });
          ids.add(document.documentId);
        }
      } catch (error) {
        skipped.push({ file: document.file, reason: `It could not be cut into passages: ${error instanceof Error ? error.message : String(error)}.` });
      }
      if (waiting.reduce((total, { passages }) => total + passages.length, 0) >= BATCH_PASSAGES) {
        await flush(waiting, ports.embedder, builder);
        waiting = [];
      }
    }
    ports.onProgress?.(++done, null, document.file);
  }
  await flush(waiting, ports.embedder, builder);
  return { ids, unchanged };
}

async function flush(waiting: readonly Waiting[], embedder: Embedder, builder: GenerationBuilder): Promise<void> {
  const texts = waiting.flatMap((document) => document.texts);
  const vectors: Float32Array[] = [];
  for (let start = 0; start < texts.length; start += BATCH_PASSAGES) vectors.push(...(await embedder.embed(texts.slice(start, start + BATCH_PASSAGES))));
  if (vectors.length !== texts.length) throw new Error(`The embedder ${embedder.model} gave ${String(vectors.length)} vectors for ${String(texts.length)} texts`);
  let next = 0;
  for (const { documentId, origin, digest, articles, passages, terms } of waiting) {
    builder.add({ documentId, file: origin, digest, articles, passages, terms, vectors: vectors.slice(next, next + passages.length) });
    next += passages.length;
  }
}

/** Without a splitter from outside: at a fixed length. */
const splitAtLength: SplitLongText = (text, maxChars) => Promise.resolve(text.match(new RegExp(`[\\s\\S]{1,${String(maxChars)}}`, 'gu')) ?? []);
