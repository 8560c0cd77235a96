import type { Answer, Question } from '../domain/answer.js';
import { checkAnswer, type AnswerChecks, type CheckSources } from './check-answer.js';
import { judgeAnswer } from './judge-answer.js';
import { withoutMarkers } from './normalise.js';
import { groupOf, isAnswerable, type QuestionRow } from './question-row.js';

/** What evaluation needs from outside. */
export interface EvaluatePorts extends CheckSources {
  ask(question: Question): Promise<Answer>;
  onProgress?: (done: number, total: number) => void;
}

export interface Share {
  right: number;
  count: number;
}

export interface Failure {
  id: string;
  fault: string;
  question: string;
  /** The first 200 characters. */
  answer: string;
}

/** One row with what came back and what is wrong with it. */
export interface JudgedRow {
  row: QuestionRow;
  answer: Answer;
  /** Null when the answer is right. */
  fault: string | null;
  checks: AnswerChecks;
}

export interface Evaluation {
  /** By question type, and over all answerable and all unanswerable ones. */
  groups: Record<string, Share>;
  /** Proofs that hold whatever the table expects; see check-answer.ts. */
  checks: Record<string, Share>;
  failures: Failure[];
  /** Mean length of the answers given, `[n]` markers left out; 0 when none was given. */
  meanCharacters: number;
  p50Ms: number;
  p95Ms: number;
}

/** Asks every row and judges what comes back. `documents` (id to text) is needed only for references given as spans. */
export async function evaluate(rows: readonly QuestionRow[], documents: ReadonlyMap<string, string>, ports: EvaluatePorts): Promise<Evaluation> {
  return summarise(await judgeRows(rows, documents, ports));
}

/** Asks every row in turn. */
export async function judgeRows(rows: readonly QuestionRow[], documents: ReadonlyMap<string, string>, ports: EvaluatePorts): Promise<JudgedRow[]> {
  const judged: JudgedRow[] = [];
  for (const [index, row] of rows.entries()) {
    const answer = await ports.ask({ id: row.id, question: row.question, history: row.history });
    judged.push({ row, answer, fault: judgeAnswer(row, answer, documents), checks: checkAnswer(answer, ports) });
    ports.onProgress?.(index + 1, rows.length);
  }
  return judged;
}

/** Counts what was judged. */
export function summarise(judged: readonly JudgedRow[]): Evaluation {
  const groups = new Map<string, Share>();
  const checks = new Map<string, Share>();
  const failures: Failure[] = [];
  for (const { row, answer, fault, checks: proofs } of judged) {
    for (const name of [isAnswerable(row) ? 'ALL answerable' : 'ALL unanswerable', groupOf(row)]) count(groups, name, fault === null);
    const told = Object.entries(proofs) as [keyof AnswerChecks, boolean | null][];
    for (const [name, holds] of told) if (holds !== null) count(checks, name, holds);
    const broken = told.filter(([, holds]) => holds === false).map(([name]) => `not so: ${name}`);
    if (fault !== null || broken.length > 0) failures.push({ id: row.id, fault: [fault, ...broken].filter((part) => part !== null).join('; '), question: row.question, answer: answer.answer.slice(0, 200) });
  }
  const lengths = judged.filter(({ answer }) => answer.status.startsWith('answered')).map(({ answer }) => withoutMarkers(answer.answer).trim().length);
  const durations = judged.map(({ answer }) => answer.durationMs).sort((a, b) => a - b);
  return {
    groups: sorted(groups),
    checks: sorted(checks),
    failures,
    meanCharacters: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length),
    p50Ms: quantile(durations, 0.5),
    p95Ms: quantile(durations, 0.95),
  };
}

function count(shares: Map<string, Share>, name: string, isRight: boolean): void {
  const share = shares.get(name) ?? { right: 0, count: 0 };
  share.count++;
  if (isRight) share.right++;
  shares.set(name, share);
}

function sorted(shares: Map<string, Share>): Record<string, Share> {
  return Object.fromEntries([...shares].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The value below which this share of the sorted values lies; 0 for no values. */
function quantile(values: readonly number[], share: number): number {
  return values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;
}
