import type { Clock } from '../clock.js';
import type { Letter } from './letter.js';
import type { Delivery } from './sender.js';

/** A handler waits this long for the fate of its message. */
export const HOLD_MS = 6_000;
export const QUEUED: Delivery = { outcome: 'queued', messageId: null };

/** The messages of one chat, in order. */
export interface Lane {
  letters: Letter[];
  /** When Telegram takes messages again, by `Clock.now()`. */
  closedUntil: number;
}

interface Emptying {
  clock: Clock;
  /** Ends everything. */
  signal: AbortSignal;
  /** Ends the waiting: a lane that is closed is left as it is. */
  waits: AbortSignal;
  /** One try with the first letter; null when it is to be tried again. */
  attempt: (letter: Letter, lane: Lane) => Promise<Delivery | null>;
  onGone: (letter: Letter) => void;
  /** Called in the same breath as the last look at the letters, so that none is added to a lane that nobody empties. */
  close: () => void;
}

/** Sends the letters of a lane one after another. */
export async function emptyLane(lane: Lane, { clock, signal, waits, attempt, onGone, close }: Emptying): Promise<void> {
  for (let letter = lane.letters[0]; letter !== undefined && !signal.aborted; letter = lane.letters[0]) {
    const waitMs = lane.closedUntil - clock.now();
    if (waitMs > 0) {
      if (waitMs > HOLD_MS) for (const waiting of lane.letters) waiting.tell(QUEUED);
      if (waits.aborted) break;
      await clock.pause(waitMs, waits);
      continue;
    }
    const end = await attempt(letter, lane);
    if (end === null) continue;
    lane.letters.shift();
    onGone(letter);
    letter.tell(end);
  }
  close();
}
