import { setTimeout } from 'node:timers/promises';
import { ClearError } from './domain/errors.js';
import type { Generation, OpenOutcome } from './ports/generation.js';

interface LiveGenerationParts {
  open(): OpenOutcome;
  /** Builds a generation and swaps it in. `reason` is why the one on disk was refused, null when there was none. */
  build(reason: string | null): Promise<void>;
  /** True while another process builds: a build of our own would be refused. */
  isBuiltElsewhere(): boolean;
  /** Id of the generation that is live on disk, null when that cannot be told. Asked once a question: it must be cheap. */
  liveId(): string | null;
}

/** The generation that answers: opened, or built first, when the first question comes; followed when another process swaps it. */
export interface LiveGeneration {
  /** Throws ClearError when there is none and none can be built. Calls at the same time share one build. */
  get: () => Promise<Generation>;
  close: () => void;
}

/** How often, and how long, somebody else's build is waited for. */
const WAIT_STEP_MS = 100;
const WAIT_STEPS = 600;
/** A question that holds the old generation has long ended by then. */
const CLOSE_AFTER_MS = 60_000;

export function createLiveGeneration(parts: LiveGenerationParts): LiveGeneration {
  let opening: Promise<Generation> | null = null;
  let opened: Generation | null = null;
  /** Swapped out, and perhaps still held by a question. */
  const leaving = new Set<Generation>();
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
    leaving.add(old);
    void setTimeout(CLOSE_AFTER_MS, null, { ref: false }).then(() => { old.close(); leaving.delete(old); });
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
      for (const each of leaving) each.close();
      leaving.clear();
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
    for (let step = 0; step < WAIT_STEPS && parts.isBuiltElsewhere(); step++) await setTimeout(WAIT_STEP_MS);
    // Another process held the build lock, and is done by now.
    const other = parts.open();
    if (other.kind === 'open') return other.generation;
    throw error;
  }
  const second = parts.open();
  if (second.kind === 'open') return second.generation;
  throw new ClearError(second.kind === 'refused' ? second.reason : 'The index was built but is not there any more; run "huida ingest" again.');
}
