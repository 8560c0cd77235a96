import type { Answer, PassageView, Question } from '../domain/answer.js';
import type { ArticleHeader } from '../domain/corpus.js';
import type { ChatState } from '../ports/chat-state.js';
import type { Coverage } from './coverage.js';
import type { Limits } from './gate.js';
import type { Moderation } from './moderation/moderation.js';
import type { RoleList } from './roles.js';
import type { CorpusState } from './staff/corpus-desk.js';
import type { Library } from './staff/library.js';

/** What the door needs from the rest of the program. */
export interface Backroom {
  ask(question: Question, onSentence?: (sentence: string) => void): Promise<Answer>;
  /** The answer with this id from the record log, so that old buttons work after a restart. */
  findAnswer(id: string): Answer | null;
  coverage(): Coverage;
  state: ChatState;
  /** Read at every action that needs a right. */
  roles(): RoleList;
  /** The words before and after a passage in its article as it is indexed now; null when it is not. */
  surroundings?(passageId: string): Promise<Surroundings | null>;
  /** Questions that the articles of this answer answer too, at most two. */
  related?(answer: Answer): Promise<string[]>;
  /** What is on record, article by article. */
  holdings?(): Promise<Holdings>;
  /** A vote on an answer and its reason, or that somebody passed it on to staff, for those who review. */
  noteFeedback?(feedback: Feedback): void;
  /** Removes what the log holds of a person; false when that is not possible now. */
  erase?(person: string): boolean;
  /** What moderators do from the chat; absent where they cannot. */
  moderation?: Moderation;
  /** What staff look up and change in the corpus from the chat; absent where they cannot. */
  corpus?: CorpusState;
  /** What staff change in the corpus from the chat; absent where they cannot. */
  library?: Library;
  /** Days that the log keeps a question; default 180. */
  keptDays?: number;
  /** Default: none. */
  limits?: Limits;
}

/** The words around a passage, and whether it stands as it was cited. */
export interface Surroundings {
  before: string;
  after: string;
  /** `past`: its document changed since or is gone. `withdrawn`: its words must not be shown any more. */
  standing?: 'past' | 'withdrawn';
}

/** Articles on record, and how to open one. */
export interface Holdings {
  headers: readonly ArticleHeader[];
  /** Null for an article that is not there. */
  firstPassage(articleId: string): PassageView | null;
}

export interface Feedback {
  answerId: string;
  person: string;
  /** `staff`: the question was passed on to staff. */
  vote: 'up' | 'down' | 'staff';
  /** Code of a reason, or null. */
  reason: string | null;
  /** A person's own words, or null. */
  comment: string | null;
}
