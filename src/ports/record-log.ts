import type { Answer, Question } from '../domain/answer.js';

/** A passage as it stood when the question was asked. */
export interface LoggedPassage {
  passageId: string;
  title: string;
  text: string;
  lexicalScore: number;
  vectorScore: number;
  /** Final ranking score. */
  score: number;
  isKept: boolean;
}

/** One log row: the whole journey of a question. */
export interface AnswerRecord {
  id: string;
  askedAtUtc: string;
  /** `cli`, `batch`, `telegram`, … */
  channel: string;
  question: Question;
  standaloneQuestion: string;
  /** What was understood, as JSON-ready value. */
  intent: unknown;
  answer: Answer;
  passages: LoggedPassage[];
  generationId: string | null;
  stageMs: Record<string, number>;
  /** Technical text of a failure, secrets withheld; never shown to citizens. */
  failure: string | null;
}

/** Append-only. */
export interface RecordLog {
  append(record: AnswerRecord): void;
  /** Newest first. */
  recent(limit: number): AnswerRecord[];
  count(): number;
  find(id: string): AnswerRecord | null;
}
