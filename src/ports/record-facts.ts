import type { Engine, Verdict } from '../domain/answer.js';
import type { Status } from '../domain/status.js';

/** What a list of records is filtered and counted by; the whole record is read by its id. */
export interface RecordFacts {
  /** Rises with every record. */
  sequence: number;
  id: string;
  askedAtUtc: string;
  channel: string;
  status: Status;
  verdict: Verdict | null;
  engine: Engine;
  durationMs: number;
  strength: number | null;
  question: string;
  answer: string;
  cited: { passageId: string; documentId: string; title: string; body: string; meeting: string }[];
}

/** The log of questions, read from the side. */
export interface RecordFactsReader {
  /** Records after a sequence, oldest first. */
  after(sequence: number, limit: number): RecordFacts[];
  /** Sequences, rising, of the records whose question or answer holds each piece of a text; script, width, case and punctuation do not count. */
  search(text: string): number[];
  /** Cheap: tells whether records were added or erased. */
  count(): number;
}
