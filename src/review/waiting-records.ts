import type { RecordFacts, RecordFactsReader } from '../ports/record-facts.js';
import { createWaiting, type EyesFacts } from './keep-waiting.js';
import type { EyesReason } from './needs-eyes.js';
import type { Reviews } from './review-state.js';

/** A record that somebody should look at. */
export interface WaitingRecord {
  id: string;
  askedAtUtc: string;
  reason: EyesReason;
}

const SLICE = 2_000;

/** Returns what lists the records that wait for a moderator, newest first. Of a record only what decides that is held in memory. */
export function createWaitingRecords(reader: RecordFactsReader, reviews: () => Reviews): () => WaitingRecord[] {
  let seen: (EyesFacts & Pick<RecordFacts, 'sequence' | 'askedAtUtc'>)[] = [];
  const waitingAmong = createWaiting<(typeof seen)[number]>();

  function readOn(): void {
    for (let size = SLICE; size === SLICE; ) {
      const slice = reader.after(seen.at(-1)?.sequence ?? 0, SLICE);
      for (const { sequence, id, askedAtUtc, status, verdict, strength } of slice) seen.push({ sequence, id, askedAtUtc, status, verdict, strength });
      size = slice.length;
    }
  }

  return () => {
    readOn();
    if (reader.count() !== seen.length) {
      // Records were erased.
      seen = [];
      readOn();
    }
    return waitingAmong(seen, reviews()).records.map(({ record: { id, askedAtUtc }, reason }) => ({ id, askedAtUtc, reason })).reverse();
  };
}
