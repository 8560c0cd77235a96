import { join } from 'node:path';
import { sha256 } from '../../domain/ids.js';
import type { GenerationInfo, IndexedDocument, KnownFile } from '../../ports/generation.js';
import { syncFile, syncFolder, writeDurably } from '../disk/durable-write.js';
import { fileDigest } from '../disk/file-digest.js';
import { buildHnsw } from '../hnswlib/build-hnsw.js';
import { createVectorWriter } from '../hnswlib/vector-file.js';
import { createLexicalBuilder } from '../lexical/lexical-builder.js';
import { lexicalParts } from '../lexical/lexical-parts.js';
import type { DocumentRun } from '../sqlite/corpus-carrier.js';
import { createCorpusWriter } from '../sqlite/corpus-writer.js';
import { CORPUS_FILE, HNSW_FILE, LABEL_FILE, LEXICAL_FILE, MANIFEST_FILE, VECTOR_FILE } from './generation-files.js';
import type { Manifest } from './manifest.js';
import { openGeneration, type Engines } from './open-generation.js';
import type { PreviousGeneration } from './previous-generation.js';
import type { Expected } from './read-manifest.js';

/** Passages taken over in one go: their vectors stand in memory for a moment. */
const LONGEST_RUN = 8192;

/** The files of one generation while they are being written into `folder`; knows nothing of locks and of what is live. */
export interface GenerationDraft {
  addFile(file: Omit<KnownFile, 'documentIds'>): void;
  add(document: IndexedDocument): void;
  carryOver(documentId: string): void;
  /** Completes and syncs every file, re-reads and checks all of them; returns the head and the SHA-256 of the manifest. */
  seal(id: string, createdAt: Date, onIndexed?: (done: number, total: number) => void): Promise<{ info: GenerationInfo; manifestSha256: string }>;
  /** Closes the files without completing them. */
  abort(): void;
}

export function createGenerationDraft(folder: string, settings: Expected, engines: Engines, openPrevious: () => PreviousGeneration): GenerationDraft {
  const corpus = createCorpusWriter(join(folder, CORPUS_FILE), engines.sqlEngine);
  const vectors = createVectorWriter(join(folder, VECTOR_FILE), settings.dimension);
  const lexical = createLexicalBuilder(() => openPrevious().lexical);
  let carried: { previous: PreviousGeneration; newRows: Uint32Array } | null = null;
  let run: DocumentRun | null = null;

  /** Documents that stood one behind the other are taken over in one go. */
  function takeRunOver(): void {
    if (run === null || carried === null) return;
    const { previous, newRows } = carried;
    corpus.carryOver(previous.corpusFile, run);
    vectors.appendRows(previous.vectors.rows(run.firstRow, run.endRow));
    for (let row = run.firstRow; row < run.endRow; row++) {
      lexical.carryOver(row);
      newRows[row] = lexical.rowCount;
    }
    run = null;
  }

  async function writeGraph(onIndexed?: (done: number, total: number) => void): Promise<boolean> {
    const graph = carried?.previous.graph;
    const labels = await buildHnsw({
      vectorFile: join(folder, VECTOR_FILE),
      file: join(folder, HNSW_FILE),
      dimension: settings.dimension,
      rowCount: corpus.counts.passages,
      earlier: carried === null || !graph ? null : { ...graph, newRows: carried.newRows },
      onIndexed,
    });
    if (labels === null) return false;
    writeDurably(join(folder, LABEL_FILE), [new Uint8Array(labels.buffer)]);
    return true;
  }

  return {
    addFile: (file) => { corpus.addFile(file); },
    add(document) {
      const { passages, terms, vectors: documentVectors } = document;
      if (terms.length !== passages.length || documentVectors.length !== passages.length) {
        throw new Error(`Document ${document.documentId} has ${passages.length} passages, ${terms.length} term lists and ${documentVectors.length} vectors; the three must be the same`);
      }
      takeRunOver();
      corpus.add(document);
      for (const vector of documentVectors) vectors.append(vector);
      for (const list of terms) lexical.add(list);
    },
    carryOver(documentId) {
      carried ??= startCarrying(openPrevious());
      const found = carried.previous.corpus.runOf(documentId);
      if (found === null) throw new Error(`Document ${documentId} is not in the live generation and cannot be taken over`);
      if (run?.endDocument === found.firstDocument && run.endRow - run.firstRow < LONGEST_RUN) run = { ...run, endDocument: found.endDocument, endArticle: found.endArticle, endRow: found.endRow };
      else {
        takeRunOver();
        run = found;
      }
    },
    async seal(id, createdAt, onIndexed) {
      takeRunOver();
      corpus.finish();
      vectors.finish();
      writeDurably(join(folder, LEXICAL_FILE), lexicalParts(lexical.finish()));
      const hasGraph = engines.vectorIndex !== 'exact' && (await writeGraph(onIndexed));
      const info: GenerationInfo = { id, createdAtUtc: createdAt.toISOString(), ...settings, metric: 'cosine', counts: { ...corpus.counts } };
      const manifest: Manifest = { format: 'huida-generation', formatVersion: 1, info, files: sealFiles(folder, hasGraph) };
      // Opened once as a reader will: what the disk did not take shows here, while the old generation is still live.
      openGeneration(folder, manifest, engines, 'size').close();
      const text = `${JSON.stringify(manifest, null, 2)}\n`;
      writeDurably(join(folder, MANIFEST_FILE), [Buffer.from(text)]);
      syncFolder(folder);
      return { info, manifestSha256: sha256(text) };
    },
    abort() {
      corpus.abort();
      vectors.abort();
    },
  };
}

function startCarrying(previous: PreviousGeneration): { previous: PreviousGeneration; newRows: Uint32Array } {
  return { previous, newRows: new Uint32Array(previous.corpus.passageCount) };
}

function sealFiles(folder: string, hasGraph: boolean): Manifest['files'] {
  const seal = (name: string): { bytes: number; sha256: string } => {
    const file = join(folder, name);
    syncFile(file);
    return fileDigest(file);
  };
  const files = { [CORPUS_FILE]: seal(CORPUS_FILE), [LEXICAL_FILE]: seal(LEXICAL_FILE), [VECTOR_FILE]: seal(VECTOR_FILE) };
  return hasGraph ? { ...files, [HNSW_FILE]: seal(HNSW_FILE), [LABEL_FILE]: seal(LABEL_FILE) } : files;
}
