import type { Answer } from '../domain/answer.js';
import type { StoredPassage } from '../ports/generation.js';
import type { LoggedModel, LoggedStatement } from '../ports/record-log.js';
import type { Intent } from './intent.js';

/** One ranked candidate, for `huida search` and for the log. */
export interface RankedPassage {
  passage: StoredPassage;
  lexicalScore: number;
  vectorScore: number;
  score: number;
  isKept: boolean;
}

/** A finished question before it is logged. */
export interface Outcome {
  answer: Answer;
  standaloneQuestion: string;
  intent: Intent | null;
  ranked: RankedPassage[];
  generationId: string | null;
  /** What was composed before verification. */
  draft: string;
  statements: LoggedStatement[];
  model: LoggedModel | null;
  /** How well (0 to 1) the answer is borne out by what was found; null where nothing was found to answer. */
  strength: number | null;
  /** Milliseconds by stage, as far as the question came. */
  stageMs: Record<string, number>;
  /** Technical text of what broke; null when nothing did. */
  failure: string | null;
}
