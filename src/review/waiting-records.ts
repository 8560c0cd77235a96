import type { RecordFacts, RecordFactsReader } from '../ports/record-facts.js';
import { type EyesReason, needsEyes } from './needs-eyes.js';
import { type Reviews, UNREVIEWED } from './review-state.js';

/** What decides whether a record waits. */
export type EyesFacts = Pick<RecordFacts, 'id' | 'status' | 'verdict' | 'strength'>;

/** The records that wait for a moderator. */
export interface Waiting<Listed extends EyesFacts> {
  /** Oldest first, with the reason of each. */
  records: readonly { record: Listed; reason: EyesReason }[];
  counts: ReadonlyMap<EyesReason, number>;
}

/**
 * Returns what tells which records of a log wait. It is given the same list every time, which only grows, or another one after an
 * erasure: what a record waits for by itself is decided once, and only records that somebody touched are decided again.
 */
export function createWaiting<Listed extends EyesFacts>(): (records: readonly Listed[], reviews: Reviews) => Waiting<Listed> {
  let seen: readonly Listed[] = [];
  let own: (EyesReason | null)[] = [];
  let places = new Map<string, number>();
  let last: { state: string; count: number; waiting: Waiting<Listed> } | null = null;

  function readOn(records: readonly Listed[]): void {
    if (records !== seen) [seen, own, places, last] = [records, [], new Map<string, number>(), null];
    for (let place = own.length; place < records.length; place++) {
      const record = records[place] as Listed;
      own.push(needsEyes(record, UNREVIEWED, { down: 0, staff: 0 }));
      places.set(record.id, place);
    }
  }

  return (records, reviews) => {
    readOn(records);
    if (last?.state === reviews.state && last.count === records.length) return last.waiting;
    const reasons = own.slice();
    for (const id of reviews.touched()) {
      const place = places.get(id);
      if (place !== undefined) reasons[place] = needsEyes(records[place] as Listed, reviews.of(id), reviews.feedbackOn(id));
    }
    const waiting: { record: Listed; reason: EyesReason }[] = [];
    const counts = new Map<EyesReason, number>();
    for (const [place, reason] of reasons.entries()) {
      if (reason === null) continue;
      waiting.push({ record: records[place] as Listed, reason });
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
    last = { state: reviews.state, count: records.length, waiting: { records: waiting, counts } };
    return last.waiting;
  };
}

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
