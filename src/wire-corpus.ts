import { existsSync } from 'node:fs';
import { readWithdrawn, withdrawalTimes, writeWithdrawn } from './adapters/data-folder/withdrawn-documents.js';
import { digestOf } from './adapters/files/read-bounded.js';
import type { FolderGenerationStore } from './adapters/generations/generation-store.js';
import type { CorpusDesk } from './cli/corpus/corpus-desk.js';
import { ClearError } from './domain/errors.js';
import { reportCorpus } from './ingest/corpus/corpus-report.js';
import { openPassage } from './ingest/corpus/open-passage.js';
import { showArticle } from './ingest/corpus/show-article.js';
import { verifyCorpus } from './ingest/corpus/verify-corpus.js';
import { findCopies } from './ingest/corpus/find-copies.js';
import { withdrawDocuments } from './ingest/corpus/withdraw-document.js';
import type { IngestSummary } from './ingest/ingest.js';
import type { Generation } from './ports/generation.js';
import type { OpenedPassage } from './ports/past-passages.js';

interface CorpusParts {
  dataFolder: string;
  store: FolderGenerationStore;
  /** What the live generation was built with. */
  expected: () => Parameters<FolderGenerationStore['openLive']>[0];
  generation: () => Promise<Generation>;
  /** Ingests paths that the index has already. */
  readAgain: (paths: readonly string[]) => Promise<IngestSummary>;
}

/** What is asked of the corpus itself: its documents, and passages that were cited once. */
export function wireCorpus({ dataFolder, store, expected, generation, readAgain }: CorpusParts): { openPassage: (passageId: string) => Promise<OpenedPassage>; corpus: CorpusDesk } {
  const open = (passageId: string, { corpus }: Generation): OpenedPassage => openPassage(passageId, corpus, (id) => store.pastPassage(id), withdrawalTimes(dataFolder));
  /** Lets go of the index before another one is built: files that are open stay on the disk, and what is withdrawn must not. */
  const copiesOf = (documentId: string): string[] => {
    const live = store.openLive(expected());
    if (live.kind !== 'open') return [];
    try {
      return findCopies(documentId, store.known(expected()).documents, live.generation.corpus);
    } finally {
      live.generation.close();
    }
  };
  return {
    openPassage: async (passageId) => open(passageId, await generation()),
    corpus: {
      report: async () => {
        const { corpus } = await generation();
        return reportCorpus(store.known(expected()), corpus.headers, withdrawalTimes(dataFolder));
      },
      headers: async () => (await generation()).corpus.headers,
      show: async (id) => {
        const live = await generation();
        return showArticle(id, live.corpus, (passageId) => open(passageId, live));
      },
      verify: async () => {
        await generation();
        return verifyCorpus(store.known(expected()), withdrawalTimes(dataFolder), (file) => digestOf({ ...file, isNamed: true }));
      },
      withdraw: async (documentId) => {
        const withdrawnAtUtc = new Date().toISOString();
        // The same words under another name would go on answering.
        const ids = [documentId, ...copiesOf(documentId)];
        const [named, ...copies] = await withdrawDocuments(ids, store, expected(), (files) => {
          const list = readWithdrawn(dataFolder);
          for (const [id, file] of files) list.set(id, { withdrawnAtUtc, ...file, copyOf: id === documentId ? null : documentId });
          writeWithdrawn(dataFolder, list);
        });
        return { documentId, passages: named?.passages ?? 0, copies };
      },
      restore: async (documentId) => {
        const withdrawn = readWithdrawn(dataFolder);
        const found = withdrawn.get(documentId);
        if (found === undefined) throw new ClearError(`Document ${JSON.stringify(documentId)} is not withdrawn; "huida corpus list" names those that are.`);
        const before = new Map(withdrawn);
        const first = found.copyOf ?? documentId;
        const together = [...withdrawn].filter(([id, { copyOf }]) => id === first || copyOf === first);
        for (const [id] of together) withdrawn.delete(id);
        writeWithdrawn(dataFolder, withdrawn);
        try {
          // Of the copies those that are still there.
          return await readAgain([found.path, ...together.map(([, { path }]) => path).filter((path) => path !== found.path && existsSync(path))]);
        } catch (error) {
          // Still withdrawn: somebody can put the file back and try again.
          writeWithdrawn(dataFolder, before);
          throw error;
        }
      },
    },
  };
}
