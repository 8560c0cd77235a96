import type { SourcePlace } from './corpus.js';
import type { Status } from './status.js';

export type Verdict = 'supported' | 'contradicted' | 'not_found';
export type Engine = 'extract' | 'draft';

/** One passage as shown to a reader, with what is needed to open it. */
export interface PassageView {
  passageId: string;
  articleId: string;
  documentId: string;
  title: string;
  body: string;
  meeting: string;
  date: string | null;
  source: SourcePlace;
  /** The whole passage as printed. */
  text: string;
}

export interface Citation extends PassageView {
  /** The n of `[n]` in the answer. */
  marker: number;
  /** The words that carry the statement; always a substring of `text`. */
  quote: string;
}

/** One value of a claim beside what the record says. */
export interface ClaimedValue {
  claimed: string;
  /** As printed in the record; empty where the words as a whole are borne out. */
  recorded: string;
  holds: boolean;
}

/** The contract with every door and program; see README, "Answer object". */
export interface Answer {
  id: string;
  question: string;
  status: Status;
  /** Plain text with `[n]` markers; for a refusal, the reason and what to do next. */
  answer: string;
  verdict: Verdict | null;
  /** Of a claim: the values that were compared, in its order. */
  findings?: ClaimedValue[];
  citations: Citation[];
  /** Passages of a refusal: what came closest, never presented as evidence. */
  nearest: PassageView[];
  engine: Engine;
  /** Newest date among cited articles, ISO; null when nothing dated is cited. */
  asOf: string | null;
  durationMs: number;
}

/** What a door asks. `history` holds earlier questions of the same conversation, oldest first. */
export interface Question {
  id: string;
  question: string;
  history: { question: string }[];
  /** Pseudonym of who asks, where the door tells people apart; never an id or a name. */
  asker?: string;
  /** True when the text is handed in as a statement to be checked, whatever its wording. */
  isStatement?: boolean;
}
