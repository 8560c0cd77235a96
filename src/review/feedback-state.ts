import type { FeedbackEntry, FeedbackReader } from '../ports/feedback-log.js';

/** What citizens made of one answer; moderators' verdicts are kept apart. */
export interface Feedback {
  up: number;
  down: number;
  /** How many passed the question on to staff. */
  staff: number;
  /** Codes of the reasons given for a 👎, most frequent first. */
  reasons: { reason: string; count: number }[];
  comments: string[];
}

/** All of it as it stands. */
export interface FeedbackState {
  on: (recordId: string) => Feedback;
  /** The records that have any. */
  records: () => Iterable<string>;
  /** Differs when an entry was added or erased. */
  version: string;
}

const NONE: Feedback = { up: 0, down: 0, staff: 0, reasons: [], comments: [] };

/** Reads the entries once and then only those that are new; starts again when some were erased. Of one person the last vote counts. */
export function createFeedback(source: FeedbackReader): () => FeedbackState {
  let taken = 0;
  let last = 0;
  let entries = new Map<string, Map<string, FeedbackEntry>>();
  const summaries = new Map<string, Feedback>();

  function take(): void {
    for (const entry of source.after(last)) {
      last = entry.sequence;
      taken++;
      const ofRecord = entries.get(entry.recordId) ?? new Map<string, FeedbackEntry>();
      ofRecord.set(`${entry.kind === 'staff' ? 'staff' : 'vote'}/${entry.asker}`, entry);
      entries.set(entry.recordId, ofRecord);
      summaries.delete(entry.recordId);
    }
  }

  function on(recordId: string): Feedback {
    const ofRecord = entries.get(recordId);
    if (ofRecord === undefined) return NONE;
    const summary = summaries.get(recordId) ?? summed([...ofRecord.values()]);
    summaries.set(recordId, summary);
    return summary;
  }

  return () => {
    take();
    if (source.count() !== taken) {
      [taken, last] = [0, 0];
      entries = new Map();
      summaries.clear();
      take();
    }
    return { on, records: () => entries.keys(), version: `${last}-${taken}` };
  };
}

function summed(entries: readonly FeedbackEntry[]): Feedback {
  const counts = new Map<string, number>();
  for (const { kind, reason } of entries) if (kind === 'down' && reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const of = (kind: FeedbackEntry['kind']): number => entries.filter((entry) => entry.kind === kind).length;
  return {
    up: of('up'), down: of('down'), staff: of('staff'),
    reasons: [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count),
    comments: entries.flatMap(({ comment }) => comment ?? []),
  };
}
