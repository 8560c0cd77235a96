import { ClearError } from './domain/errors.js';
import type { Generation, OpenOutcome } from './ports/generation.js';

interface LiveGenerationParts {
  open(): OpenOutcome;
  /** Builds a generation and swaps it in. `reason` is why the one on disk was refused, null when there was none. */
  build(reason: string | null): Promise<void>;
  /** Id of the generation that is live on disk, null when that cannot be told. Asked once a question: it must be cheap. */
  liveId(): string | null;
}

/** The generation that answers: opened, or built first, when the first question comes; followed when another process swaps it. */
export interface LiveGeneration {
  /** Throws ClearError when there is none and none can be built. Calls at the same time share one build. */
  get: () => Promise<Generation>;
  close: () => void;
}

/** A question that holds the old generation has long ended by then. */
const CLOSE_AFTER_MS = 60_000;

export function createLiveGeneration(parts: LiveGenerationParts): LiveGeneration {
  let opening: Promise<Generation> | null = null;
  let opened: Generation | null = null;
  const open = async (): Promise<Generation> => {
    opened = await openOrBuild(parts);
    return opened;
  };
  const follow = (): void => {
    const id = parts.liveId();
    if (opened === null || id === null || id === opened.info.id) return;
    const outcome = parts.open();
    // The one in memory was checked and still answers; a damaged successor is dealt with at the next start.
    if (outcome.kind !== 'open') return;
    const old = opened;
    setTimeout(() => { old.close(); }, CLOSE_AFTER_MS).unref();
    opened = outcome.generation;
    opening = Promise.resolve(opened);
  };
  return {
    get: async () => {
      follow();
      // A failed build is not remembered: the next question tries again.
      opening ??= open().catch((error: unknown) => {
        opening = null;
        throw error;
      });
      return await opening;
    },
    close: () => {
      opened?.close();
      opened = null;
      opening = null;
    },
  };
}

async function openOrBuild(parts: LiveGenerationParts): Promise<Generation> {
  const first = parts.open();
  if (first.kind === 'open') return first.generation;
  try {
    await parts.build(first.kind === 'refused' ? first.reason : null);
  } catch (error) {
    // Another process may have held the build lock and be done by now.
    const other = parts.open();
    if (other.kind === 'open') return other.generation;
    throw error;
  }
  const second = parts.open();
  if (second.kind === 'open') return second.generation;
  throw new ClearError(second.kind === 'refused' ? second.reason : 'The index was built but is not there any more; run "huida ingest" again.');
}
