import { readWithdrawn } from './adapters/data-folder/withdrawn-documents.js';
import type { FolderGenerationStore } from './adapters/generations/generation-store.js';
import { openPassage } from './ingest/corpus/open-passage.js';
import type { Generation } from './ports/generation.js';
import type { OpenedPassage } from './ports/past-passages.js';

interface CorpusParts {
  dataFolder: string;
  store: FolderGenerationStore;
  generation: () => Promise<Generation>;
}

/** What is asked of the corpus itself: its documents, and passages that were cited once. */
export function wireCorpus({ dataFolder, store, generation }: CorpusParts) {
  return {
    openPassage: async (passageId: string): Promise<OpenedPassage> => openPassage(passageId, (await generation()).corpus, (id) => store.pastPassage(id), readWithdrawn(dataFolder)),
  };
}
