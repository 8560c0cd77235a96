import type { Answer, Question } from '../domain/answer.js';
import { checkAnswer, type AnswerChecks, type CheckSources } from './check-answer.js';
import { judgeAnswer } from './judge-answer.js';
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

export interface Evaluation {
  /** By question type, and over all answerable and all unanswerable ones. */
  groups: Record<string, Share>;
  /** Proofs that hold whatever the table expects; see check-answer.ts. */
  checks: Record<string, Share>;
  failures: Failure[];
  p50Ms: number;
  p95Ms: number;
}

/** Asks every row and judges what comes back. `documents` (id to text) is needed only for references given as spans. */
export async function evaluate(rows: readonly QuestionRow[], documents: ReadonlyMap<string, string>, ports: EvaluatePorts): Promise<Evaluation> {
  const groups = new Map<string, Share>();
  const checks = new Map<string, Share>();
  const failures: Failure[] = [];
  const durations: number[] = [];
  for (const [index, row] of rows.entries()) {
    const answer = await ports.ask({ id: row.id, question: row.question, history: row.history });
    const fault = judgeAnswer(row, answer, documents);
    durations.push(answer.durationMs);
    for (const name of [isAnswerable(row) ? 'ALL answerable' : 'ALL unanswerable', groupOf(row)]) count(groups, name, fault === null);
    const proofs = Object.entries(checkAnswer(answer, ports)) as [keyof AnswerChecks, boolean | null][];
    for (const [name, holds] of proofs) if (holds !== null) count(checks, name, holds);
    const broken = proofs.filter(([, holds]) => holds === false).map(([name]) => `not so: ${name}`);
    if (fault !== null || broken.length > 0) failures.push({ id: row.id, fault: [fault, ...broken].filter((part) => part !== null).join('; '), question: row.question, answer: answer.answer.slice(0, 200) });
    ports.onProgress?.(index + 1, rows.length);
  }
  durations.sort((a, b) => a - b);
  return { groups: sorted(groups), checks: sorted(checks), failures, p50Ms: quantile(durations, 0.5), p95Ms: quantile(durations, 0.95) };
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
