import type { Answer, Question } from '../domain/answer.js';
import type { Embedder } from '../ports/embedder.js';
import type { Generation, StoredPassage } from '../ports/generation.js';
import type { RecordLog } from '../ports/record-log.js';

/** What the answer pipeline needs from outside. */
export interface AnswerPorts {
  /** The generation to ask; opens or builds it on first use. Throws ClearError when there is none to be had. */
  generation(): Promise<Generation>;
  embedder: Embedder;
  log: RecordLog;
  now(): Date;
}

/** One ranked candidate, for `huida search` and for the log. */
export interface RankedPassage {
  passage: StoredPassage;
  lexicalScore: number;
  vectorScore: number;
  score: number;
  isKept: boolean;
}

/** Answers one question and logs it; never throws: what broke is a `failed_…` status. `channel` names the door. */
export async function answerQuestion(question: Question, channel: string, ports: AnswerPorts): Promise<Answer> {
  void channel;
  void ports;
  throw new Error(`not built yet: ${question.id}`);
}

/** Ranked passages for a question, kept and rejected, best first. Not logged. */
export async function searchPassages(question: string, limit: number, ports: AnswerPorts): Promise<RankedPassage[]> {
  void ports;
  throw new Error(`not built yet: ${question} ${limit}`);
}
