import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openAddedDocuments } from './adapters/data-folder/added-documents.js';
import { LOCK_FILE } from './adapters/generations/generation-files.js';
import type { IngestSummary } from './ingest/ingest.js';
import { type CommandOutcome, runOwnCommand } from './run-own-command.js';
import type { Library } from './telegram/staff/library.js';
import type { BoundHouse } from './wiring.js';

const RETRY_MS = 2_000;
/** Another build may take this long before we say that it does. */
const PATIENCE_MS = 600_000;

/** Documents that staff send to the bot, kept in the data folder; indexes are built in processes of their own. `stop` ends those. */
export function wireLibrary({ dataFolder, house }: { dataFolder: string; house: Pick<BoundHouse, 'screen'> }): { library: Library; stop: () => void } {
  const ended = new AbortController();
  const added = openAddedDocuments(dataFolder);

  /** Waits for its turn: one build at a time. */
  async function build(words: readonly string[]): Promise<CommandOutcome> {
    const startedAt = performance.now();
    for (;;) {
      const outcome = await runOwnCommand(words, ended.signal);
      if (outcome.kind !== 'failed' || !existsSync(join(dataFolder, LOCK_FILE)) || performance.now() - startedAt > PATIENCE_MS) return outcome;
      await wait(RETRY_MS, null, { signal: ended.signal }).catch(() => undefined);
    }
  }

  return {
    stop: () => { ended.abort(); },
    library: {
      async putAside(name, bytes) {
        const stored = added.putAside(name, bytes);
        const { articles, listed, spans, skipped } = await house.screen([added.asidePath(stored) ?? stored]);
        if (articles === 0) added.remove(stored);
        return { stored, articles, listed, masked: spans.map(({ kind, context }) => ({ kind, context })), reasons: skipped.map(({ reason }) => reason) };
      },
      async add(stored) {
        if (!added.accept(stored)) return { kind: 'gone' };
        const outcome = await build(['ingest', '--json', '--data', dataFolder, '--', added.folder]);
        if (outcome.kind === 'stopped') throw new Error('stopped while a document was indexed');
        if (outcome.kind === 'failed') {
          added.remove(stored);
          return { kind: 'failed', reason: outcome.reason };
        }
        const { documents, articles, passages } = outcome.value as IngestSummary;
        return { kind: 'added', documents, articles, passages };
      },
      discard: (stored) => { added.remove(stored); },
      async withdraw(documentId) {
        const outcome = await build(['corpus', 'withdraw', '--json', '--data', dataFolder, '--', documentId]);
        if (outcome.kind === 'stopped') throw new Error('stopped while a document was withdrawn');
        if (outcome.kind === 'failed') return outcome;
        return { kind: 'withdrawn', copies: (outcome.value as { copies: { documentId: string }[] }).copies.map((copy) => copy.documentId) };
      },
    },
  };
}
