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

/** One checkable sentence of a draft and what verification said of it. */
export interface LoggedStatement {
  text: string;
  /** The passages that were named for it. */
  passageIds: string[];
  /** False: it was dropped. */
  isHeld: boolean;
  /** Why it was dropped, for moderators; empty where it holds. */
  reason: string;
}

/** What a model had to do with the answer. */
export interface LoggedModel {
  /** As configured. */
  name: string;
  /** The prompt files used, with the SHA-256 of their text (hex). */
  prompts: { name: string; version: string; digest: string }[];
  calls: number;
  /** null where the server did not say. */
  inputTokens: number | null;
  outputTokens: number | null;
  /** What came of it: `written`, or why the extracted answer went out. */
  outcome: string;
}

/** One log row: the whole journey of a question. */
export interface AnswerRecord {
  id: string;
  askedAtUtc: string;
  /** `cli`, `batch`, `telegram`, … */
  channel: string;
  /** Pseudonym of who asked; null where a door does not tell people apart. */
  asker: string | null;
  question: Question;
  standaloneQuestion: string;
  /** What was understood, as JSON-ready value. */
  intent: unknown;
  answer: Answer;
  /** What was composed before verification; empty where nothing was. */
  draft: string;
  statements: LoggedStatement[];
  /** null where no model was asked. */
  model: LoggedModel | null;
  /** How well (0 to 1) the answer is borne out by what was found; null where nothing was answered, and in records of earlier programs. */
  strength: number | null;
  passages: LoggedPassage[];
  generationId: string | null;
  stageMs: Record<string, number>;
  /** Technical text of a failure, secrets withheld; never shown to citizens. */
  failure: string | null;
}

/** Append-only, but for what its asker or its age takes away; that is gone from the disk when the call returns. */
export interface RecordLog {
  append(record: AnswerRecord): void;
  /** Newest first. */
  recent(limit: number): AnswerRecord[];
  count(): number;
  find(id: string): AnswerRecord | null;
  /** Removes every record of an asker; gives how many. */
  erase(asker: string): number;
  /** Removes every record asked before an ISO time (UTC); gives how many. */
  removeBefore(askedAtUtc: string): number;
}
