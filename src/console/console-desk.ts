import type { HttpBindings } from '@hono/node-server';
import type { Coverage } from '../answer/holdings/coverage.js';
import type { RankedPassage } from '../answer/outcome.js';
import type { ConsoleEntry } from '../ports/console-entry.js';
import type { CuratedAnswers } from '../ports/curated-answers.js';
import type { FeedbackReader } from '../ports/feedback-log.js';
import type { Generation } from '../ports/generation.js';
import type { ModeratorActions } from '../ports/moderator-actions.js';
import type { OpenedPassage } from '../ports/past-passages.js';
import type { RecordFactsReader } from '../ports/record-facts.js';
import type { AnswerRecord } from '../ports/record-log.js';
import type { Texts } from './texts/texts.js';

/** Viewers read; moderators also judge and correct; administrators also see who did what and end other people's sessions. */
export type ConsoleRole = 'viewer' | 'moderator' | 'administrator';

/** Everything the console is given: it reaches no database and no index by itself. */
export interface ConsoleDesk {
  /** Asked at every request: a person who was removed is out at once. */
  roleOf(personId: string): ConsoleRole | null;
  entry: ConsoleEntry;
  actions: ModeratorActions;
  curated: CuratedAnswers;
  facts: RecordFactsReader;
  feedback: FeedbackReader;
  record(id: string): AnswerRecord | null;
  generation(): Promise<Generation>;
  /** What a citation leads to today. */
  openPassage(passageId: string): Promise<OpenedPassage>;
  coverage(): Promise<Coverage>;
  search(question: string, limit: number): Promise<RankedPassage[]>;
  /** Asks as a citizen would, without a row in the log; gives the record that would have been written. */
  tryQuestion(question: string): Promise<AnswerRecord>;
  nowMs(): number;
  /** Host names, with port, under which the console may be asked for. */
  hosts: readonly string[];
  /** True behind https: cookies are then sent over https only. */
  isSecure: boolean;
  /** One line for staff; never holds a secret. */
  log(line: string): void;
}

/** How a person wants to see the pages. */
export interface View {
  texts: Texts;
  theme: 'auto' | 'light' | 'dark';
}

/** One request of a signed-in person. */
export interface Visit extends View {
  personId: string;
  role: ConsoleRole;
  sessionDigest: string;
  /** Must come back with every form. */
  formToken: string;
  /** Path and query, to come back to after an action. */
  here: string;
}

export interface ConsoleEnv {
  Bindings: Partial<HttpBindings>;
  Variables: { visit: Visit };
}
