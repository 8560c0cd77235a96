import type { RecordFacts, RecordFactsReader } from '../ports/record-facts.js';
import { type EyesReason, needsEyes } from './needs-eyes.js';
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
  let seen: Pick<RecordFacts, 'sequence' | 'id' | 'askedAtUtc' | 'status' | 'verdict' | 'strength'>[] = [];

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
    const state = reviews();
    return seen
      .flatMap(({ id, askedAtUtc, ...facts }): WaitingRecord[] => {
        const reason = needsEyes(facts, state.of(id), state.feedbackOn(id));
        return reason === null ? [] : [{ id, askedAtUtc, reason }];
      })
      .reverse();
  };
}
