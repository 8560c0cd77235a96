import { familyOf, isDanger, type StatusFamily } from '../domain/status.js';
import type { Feedback } from './feedback-state.js';
import type { IndexedRecord } from './record-index.js';
import type { Review, Reviews } from './review-state.js';

/** A day, or the week that begins on it. */
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

interface Span {
  day: string;
  families: Record<StatusFamily, number>;
  durations: number[];
}

const DAY_MS = 86_400_000;
const MOST = 10;
const noFamilies = (): Record<StatusFamily, number> => ({ answered: 0, refused: 0, clarification: 0, failed: 0 });

/** True when a range of so many days is counted week by week. */
export function isByWeek(days: number): boolean {
  return days > 120;
}

/** Counts of the last `days` days up to a moment; every day (or week) has its row, also one without questions. */
export function countRecords(records: readonly IndexedRecord[], { of: reviewOf, feedbackOn }: Pick<Reviews, 'of' | 'feedbackOn' | 'state'>, nowMs: number, days: number): Counts {
  const first = new Date(nowMs - (days - 1) * DAY_MS).toISOString().slice(0, 10);
  const byDay = new Map<string, Span>();
  for (let index = 0, span: Span | undefined; index < days; index++) {
    const day = new Date(nowMs - (days - 1 - index) * DAY_MS).toISOString().slice(0, 10);
    // Seven bars a week of a year are too narrow to be seen.
    if (span === undefined || !isByWeek(days) || index % 7 === 0) span = { day, families: noFamilies(), durations: [] };
    byDay.set(day, span);
  }
  const tallies = { reasons: new Map<string, Ranked>(), cited: new Map<string, Ranked>(), dislikes: new Map<string, Ranked>() };
  const [asked, unanswered] = [countQuestions(records), countQuestions(records)];
  const counts: Counts = { questions: 0, families: noFamilies(), days: [], p50Ms: 0, p95Ms: 0, reasons: [], asked: [], cited: [], unanswered: [], verdicts: { right: 0, wrong: 0, incomplete: 0 }, votes: { up: 0, down: 0, staff: 0 }, dislikes: [], judgedTwice: 0, agreed: 0 };
  const durations: number[] = [];
  let date = 'none';
  let day: Span | undefined;
  for (let index = records.length - 1; index >= 0; index--) {
    const record = records[index] as IndexedRecord;
    // Neighbours are of one day: looking each up would be the most of the work.
    if (!record.askedAtUtc.startsWith(date)) {
      date = record.askedAtUtc.slice(0, 10);
      day = byDay.get(date);
    }
    if (date < first) break;
    if (day === undefined) continue;
    const family = familyOf(record.status);
    counts.questions++;
    counts.families[family]++;
    day.families[family]++;
    day.durations.push(record.durationMs);
    durations.push(record.durationMs);
    // A cry for help is no question that is shown among those asked most.
    if (!isDanger(record.status)) asked.add(record, index);
    if (family !== 'answered') add(tallies.reasons, record.status, record.status, record.id);
    if (record.status === 'refused_no_passages' || record.status === 'refused_not_in_passages') unanswered.add(record, index);
    countCited(tallies.cited, record);
    countReview(counts, reviewOf(record.id));
    countFeedback(counts, tallies.dislikes, feedbackOn(record.id), record.id);
  }
  return {
    ...counts,
    days: [...new Set(byDay.values())].map(({ day: name, families, durations: ofDay }) => ({ day: name, families, p50Ms: quantile(ofDay, 0.5), p95Ms: quantile(ofDay, 0.95) })),
    p50Ms: quantile(durations, 0.5), p95Ms: quantile(durations, 0.95),
    reasons: mostOf(tallies.reasons), asked: asked.most(), cited: mostOf(tallies.cited), unanswered: unanswered.most(), dislikes: mostOf(tallies.dislikes),
  };
}

/** Counts questions by their number: a map of a hundred thousand texts would take longer than all the rest. */
function countQuestions(records: readonly IndexedRecord[]) {
  const [counts, shownBy] = [new Int32Array(records.length), new Int32Array(records.length)];
  const countOf = (number: number): number => counts[number] ?? 0;
  return {
    add({ questionNumber }: IndexedRecord, index: number): void {
      if (counts[questionNumber] === 0) shownBy[questionNumber] = index;
      counts[questionNumber] = countOf(questionNumber) + 1;
    },
    most(): Ranked[] {
      const numbers: number[] = [];
      for (let number = 0; number < counts.length; number++) if (counts[number] !== 0) keepMost(numbers, number, countOf);
      return numbers.flatMap((number) => {
        const shown = records[shownBy[number] ?? 0];
        return shown === undefined ? [] : [{ name: shown.question, count: countOf(number), recordId: shown.id }];
      });
    },
  };
}

function mostOf(tally: ReadonlyMap<string, Ranked>): Ranked[] {
  const most: Ranked[] = [];
  for (const one of tally.values()) keepMost(most, one, ({ count }) => count);
  return most;
}

/** Puts one in its place among the most frequent, of equal ones behind the earlier; sorting all of them would take longer than counting them. */
function keepMost<One>(most: One[], one: One, countOf: (one: One) => number): void {
  const count = countOf(one);
  const last = most[MOST - 1];
  if (last !== undefined && count <= countOf(last)) return;
  const at = most.findIndex((other) => countOf(other) < count);
  most.splice(at < 0 ? most.length : at, 0, one);
  most.length = Math.min(most.length, MOST);
}

/** Each document once, however often an answer cites it. */
function countCited(tally: Map<string, Ranked>, { cited, id }: IndexedRecord): void {
  for (let place = 0; place < cited.length; place++) {
    const { documentId, title } = cited[place] as IndexedRecord['cited'][number];
    let before = 0;
    while (cited[before]?.documentId !== documentId) before++;
    if (before === place) add(tally, documentId, title, id);
  }
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
