import { join } from 'node:path';
import { openLexical } from '../lexical/open-lexical.js';
import type { LexicalArrays } from '../lexical/lexical-layout.js';
import { openVectorReader, type VectorReader } from '../hnswlib/vector-file.js';
import { openCorpusFile, type CorpusFile } from '../sqlite/corpus-file.js';
import { checkSeal, readSealed } from './check-seal.js';
import { CORPUS_FILE, LEXICAL_FILE, VECTOR_FILE } from './generation-files.js';
import type { Manifest } from './manifest.js';
import type { Engines } from './open-generation.js';

/** The parts of the live generation that a build takes documents over from. */
export interface PreviousGeneration {
  corpus: CorpusFile;
  lexical: LexicalArrays;
  vectors: VectorReader;
  close(): void;
}

/** Checks the files first: damage must not be copied into the next generation. Throws Refusal. */
export function openPreviousGeneration(folder: string, { info, files }: Manifest, engines: Engines): PreviousGeneration {
  checkSeal(folder, CORPUS_FILE, files[CORPUS_FILE]);
  checkSeal(folder, VECTOR_FILE, files[VECTOR_FILE]);
  const lexical = openLexical(readSealed(folder, LEXICAL_FILE, files[LEXICAL_FILE])).arrays;
  const vectors = openVectorReader(join(folder, VECTOR_FILE), info.dimension);
  const corpus = openCorpusFile(join(folder, CORPUS_FILE), engines.sqlEngine);
  return {
    corpus,
    lexical,
    vectors,
    close() {
      corpus.close();
      vectors.close();
    },
  };
}
