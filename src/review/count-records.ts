import { questionKey } from '../language/question-key.js';
import { familyOf, type StatusFamily } from '../domain/status.js';
import type { RecordFacts } from '../ports/record-facts.js';
import type { Feedback } from './feedback-state.js';
import type { Review, Reviews } from './review-state.js';

export interface DayCount {
  day: string;
  families: Record<StatusFamily, number>;
  p50Ms: number;
  p95Ms: number;
}

export interface Ranked {
  name: string;
  count: number;
  /** A record that shows it. */
  recordId: string;
}

export interface Counts {
  questions: number;
  families: Record<StatusFamily, number>;
  days: DayCount[];
  p50Ms: number;
  p95Ms: number;
  reasons: Ranked[];
  asked: Ranked[];
  cited: Ranked[];
  unanswered: Ranked[];
  verdicts: Record<'right' | 'wrong' | 'incomplete', number>;
  /** What citizens said: votes, questions passed on to staff, and the reasons of 👎 by their codes. */
  votes: Record<'up' | 'down' | 'staff', number>;
  dislikes: Ranked[];
  /** Records that two or more judged, and those of them where all said the same. */
  judgedTwice: number;
  agreed: number;
}

const DAY_MS = 86_400_000;
const MOST = 10;
const noFamilies = (): Record<StatusFamily, number> => ({ answered: 0, refused: 0, clarification: 0, failed: 0 });

/** Counts of the last `days` days up to a moment; every day has its row, also one without questions. */
export function countRecords(records: readonly RecordFacts[], { of: reviewOf, feedbackOn }: Pick<Reviews, 'of' | 'feedbackOn'>, nowMs: number, days: number): Counts {
  const first = new Date(nowMs - (days - 1) * DAY_MS).toISOString().slice(0, 10);
  const byDay = new Map(Array.from({ length: days }, (_, index) => [new Date(nowMs - (days - 1 - index) * DAY_MS).toISOString().slice(0, 10), { families: noFamilies(), durations: [] as number[] }]));
  const tallies = { reasons: new Map<string, Ranked>(), asked: new Map<string, Ranked>(), cited: new Map<string, Ranked>(), unanswered: new Map<string, Ranked>(), dislikes: new Map<string, Ranked>() };
  const counts: Counts = { questions: 0, families: noFamilies(), days: [], p50Ms: 0, p95Ms: 0, reasons: [], asked: [], cited: [], unanswered: [], verdicts: { right: 0, wrong: 0, incomplete: 0 }, votes: { up: 0, down: 0, staff: 0 }, dislikes: [], judgedTwice: 0, agreed: 0 };
  const durations: number[] = [];
  for (let index = records.length - 1; index >= 0; index--) {
    const record = records[index] as RecordFacts;
    if (record.askedAtUtc.slice(0, 10) < first) break;
    const day = byDay.get(record.askedAtUtc.slice(0, 10));
    if (day === undefined) continue;
    const family = familyOf(record.status);
    counts.questions++;
    counts.families[family]++;
    day.families[family]++;
    day.durations.push(record.durationMs);
    durations.push(record.durationMs);
    const key = questionKey(record.question);
    add(tallies.asked, key, record.question, record.id);
    if (family !== 'answered') add(tallies.reasons, record.status, record.status, record.id);
    if (record.status === 'refused_no_passages' || record.status === 'refused_not_in_passages') add(tallies.unanswered, key, record.question, record.id);
    for (const documentId of new Set(record.cited.map((cited) => cited.documentId))) add(tallies.cited, documentId, record.cited.find((cited) => cited.documentId === documentId)?.title ?? documentId, record.id);
    countReview(counts, reviewOf(record.id));
    countFeedback(counts, tallies.dislikes, feedbackOn(record.id), record.id);
  }
  const ranked = (tally: Map<string, Ranked>): Ranked[] => [...tally.values()].sort((a, b) => b.count - a.count).slice(0, MOST);
  return {
    ...counts,
    days: [...byDay].map(([day, { families, durations: ofDay }]) => ({ day, families, p50Ms: quantile(ofDay, 0.5), p95Ms: quantile(ofDay, 0.95) })),
    p50Ms: quantile(durations, 0.5), p95Ms: quantile(durations, 0.95),
    reasons: ranked(tallies.reasons), asked: ranked(tallies.asked), cited: ranked(tallies.cited), unanswered: ranked(tallies.unanswered), dislikes: ranked(tallies.dislikes),
  };
}

function countReview(counts: Counts, { verdict, verdicts }: Review): void {
  if (verdict !== null) counts.verdicts[verdict]++;
  if (verdicts.size < 2) return;
  counts.judgedTwice++;
  if (new Set(verdicts.values()).size === 1) counts.agreed++;
}

function countFeedback({ votes }: Counts, dislikes: Map<string, Ranked>, { up, down, staff, reasons }: Feedback, recordId: string): void {
  votes.up += up;
  votes.down += down;
  votes.staff += staff;
  for (const { reason, count } of reasons) for (let time = 0; time < count; time++) add(dislikes, reason, reason, recordId);
}

function add(tally: Map<string, Ranked>, key: string, name: string, recordId: string): void {
  const held = tally.get(key);
  if (held === undefined) tally.set(key, { name, count: 1, recordId });
  else held.count++;
}

function quantile(values: number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
