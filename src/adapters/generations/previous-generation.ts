import { join } from 'node:path';
import type { KnownCorpus } from '../../ports/generation.js';
import { openLexical } from '../lexical/open-lexical.js';
import type { LexicalArrays } from '../lexical/lexical-layout.js';
import type { Labels } from '../hnswlib/labels.js';
import { openVectorReader, type VectorReader } from '../hnswlib/vector-file.js';
import { openCorpusFile, type CorpusFile } from '../sqlite/corpus-file.js';
import { checkSeal, readSealed } from './check-seal.js';
import { CORPUS_FILE, LEXICAL_FILE, VECTOR_FILE } from './generation-files.js';
import type { Manifest } from './manifest.js';
import type { Engines } from './open-generation.js';
import { openSealedGraph } from './sealed-graph.js';

/** The parts of the live generation that a build takes documents over from. */
export interface PreviousGeneration {
  known(): KnownCorpus;
  corpus: CorpusFile;
  corpusFile: string;
  lexical: LexicalArrays;
  vectors: VectorReader;
  /** The graph over its vectors, or null where it was built without one. */
  graph: { file: string; labels: Labels } | null;
  close(): void;
}

/** Checks the files first: damage must not be copied into the next generation. Throws Refusal. */
export function openPreviousGeneration(folder: string, { info, files }: Manifest, engines: Engines): PreviousGeneration {
  checkSeal(folder, CORPUS_FILE, files[CORPUS_FILE]);
  checkSeal(folder, VECTOR_FILE, files[VECTOR_FILE]);
  const graph = openSealedGraph(folder, files);
  const lexical = openLexical(readSealed(folder, LEXICAL_FILE, files[LEXICAL_FILE])).arrays;
  const corpusFile = join(folder, CORPUS_FILE);
  const corpus = openCorpusFile(corpusFile, engines.sqlEngine);
  const vectors = openVectorReader(join(folder, VECTOR_FILE), info.dimension);
  return {
    known: () => ({
      info,
      documents: new Map(corpus.knownDocuments().map((document) => [document.documentId, document])),
      files: new Map(corpus.knownFiles().map((file) => [file.path, file])),
    }),
    corpus,
    corpusFile,
    lexical,
    vectors,
    graph,
    close() {
      corpus.close();
      vectors.close();
    },
  };
}
