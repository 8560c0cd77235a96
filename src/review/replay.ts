import type { Answer, Verdict } from '../domain/answer.js';
import type { Status } from '../domain/status.js';
import { PERSONAL_DATA_MASK } from '../language/personal-data.js';
import type { AnswerRecord } from '../ports/record-log.js';

/** What is compared of an answer: all of it that a reader sees. */
export interface Said {
  status: Status;
  verdict: Verdict | null;
  answer: string;
  /** Of its citations, in their order. */
  passageIds: string[];
}

export interface Change {
  id: string;
  askedAtUtc: string;
  question: string;
  before: Said;
  after: Said;
  /** Which parts differ. */
  differs: (keyof Said)[];
}

export interface Replay {
  reasked: number;
  same: number;
  /** Their question was masked in the log and is not what was asked. */
  masked: number;
  changes: Change[];
}

/** Asks logged questions again, one after another, each with its conversation, and keeps what is said otherwise now. */
export async function replay(records: Iterable<AnswerRecord>, reask: (record: AnswerRecord) => Promise<Answer>, onChange: (change: Change) => Promise<void> | void): Promise<Replay> {
  const outcome: Replay = { reasked: 0, same: 0, masked: 0, changes: [] };
  for (const record of records) {
    if ([record.question, ...record.question.history].some(({ question }) => question.includes(PERSONAL_DATA_MASK))) {
      outcome.masked++;
      continue;
    }
    outcome.reasked++;
    const [before, after] = [saidBy(record.answer), saidBy(await reask(record))];
    const differs = (['status', 'verdict', 'answer', 'passageIds'] as const).filter((part) => String(before[part]) !== String(after[part]));
    if (differs.length === 0) {
      outcome.same++;
      continue;
    }
    const change = { id: record.id, askedAtUtc: record.askedAtUtc, question: record.question.question, before, after, differs };
    outcome.changes.push(change);
    await onChange(change);
  }
  return outcome;
}

function saidBy({ status, verdict, answer, citations }: Answer): Said {
  return { status, verdict, answer, passageIds: citations.map(({ passageId }) => passageId) };
}
