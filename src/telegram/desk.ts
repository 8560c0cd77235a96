import type { Answer, PassageView, Question } from '../domain/answer.js';
import type { ArticleHeader } from '../domain/corpus.js';
import type { ChatState, Turn } from '../ports/chat-state.js';
import { type BoundedSet, createBoundedSet } from './bounded-set.js';
import type { Clock } from './clock.js';
import type { Courier } from './courier.js';
import type { Coverage } from './coverage.js';
import { createGate, type Gate, type Limits } from './gate.js';
import { keyedName } from './keyed-name.js';
import { limitConcurrency } from './limit-concurrency.js';
import { questionIdOf } from './question-id.js';
import type { Moderation } from './moderation/moderation.js';
import type { RoleList } from './roles.js';
import type { Sender } from './send/sender.js';

/** What the door needs from the rest of the program. */
export interface Backroom {
  ask(question: Question): Promise<Answer>;
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

/** What the handlers of updates work with. */
export interface Desk {
  /** Bounded in concurrency; may reject. */
  ask(question: Question): Promise<Answer>;
  /** Null also when the log cannot be read. */
  findAnswer(id: string): Answer | null;
  /** Null while there is no index. */
  coverage(): Coverage | null;
  /** Nobody has a role when the list cannot be read. */
  roles(): RoleList;
  questionId(place: { updateId: number; chatId: number; messageId: number }): string;
  /** Pseudonym made of these parts. */
  nameOf(...parts: readonly (string | number)[]): string;
  /** The language a person chose; null when none was, or it cannot be read. */
  language(person: string): string | null;
  /** None when they cannot be read. */
  turns(conversation: string, sinceMs: number): Turn[];
  /** What cannot be written is not remembered: the answer goes out all the same. */
  addTurn: ChatState['addTurn'];
  /** For what must not fail silently. */
  state: ChatState;
  /** Nothing when it is not known. */
  surroundings(passageId: string): Promise<Surroundings>;
  /** None while many wait: an answer must not come later for what nobody asked. */
  related(answer: Answer): Promise<string[]>;
  holdings(): Promise<Holdings>;
  noteFeedback(feedback: Feedback): void;
  erase(person: string): boolean;
  /** Null where moderators can do nothing from the chat. */
  moderation: Moderation | null;
  keptDays: number;
  gate: Gate;
  /** The newest wording of a message that was edited, the newest query a person typed. */
  newest: Map<string, string>;
  /** Albums that got their line. */
  albums: BoundedSet<string>;
  /** Buttons whose passage is being sent, to tell a double tap. */
  opening: Set<string>;
  sender: Sender;
  courier: Courier;
  clock: Clock;
  /** Milliseconds since 1970, for what outlives the process. */
  nowMs(): number;
  log: (line: string) => void;
}

export interface DeskSettings extends Backroom {
  token: string;
  maxConcurrent: number;
  sender: Sender;
  courier: Courier;
  clock: Clock;
  log: (line: string) => void;
}

/** With more questions than this on their way nothing is done that nobody asked for. */
const IDLE = 3;
const NOBODY: RoleList = { staff: [], moderators: [], administrators: [] };

export function createDesk(settings: DeskSettings): Desk {
  const { sender, courier, clock, log, state, token } = settings;
  const limit = limitConcurrency(settings.maxConcurrent);
  let asking = 0;
  return {
    async ask(question) {
      asking++;
      try {
        return await limit(() => settings.ask(question));
      } finally {
        asking--;
      }
    },
    surroundings: async (passageId) => (await orElseLater(null, 'the surroundings of a passage cannot be read', async () => (await settings.surroundings?.(passageId)) ?? null)) ?? { before: '', after: '' },
    related: async (answer) => (asking > IDLE ? [] : await orElseLater([], 'no related questions', async () => (await settings.related?.(answer)) ?? [])),
    holdings: async () => (await settings.holdings?.()) ?? { headers: [], firstPassage: () => null },
    noteFeedback: (feedback) => { settings.noteFeedback?.(feedback); },
    erase: (person) => orElse(false, 'the log could not be erased', () => settings.erase?.(person) ?? false),
    moderation: settings.moderation ?? null,
    keptDays: settings.keptDays ?? 180,
    gate: createGate({ state, limits: settings.limits ?? null, clock, log }),
    newest: new Map(),
    findAnswer: (id) => orElse(null, 'the log cannot be read', () => settings.findAnswer(id)),
    coverage: () => orElse(null, 'the coverage is not known', () => settings.coverage()),
    roles: () => orElse(NOBODY, 'the roles cannot be read', () => settings.roles()),
    questionId: (place) => questionIdOf(token, place),
    nameOf: (...parts) => keyedName(token, ...parts),
    language: (person) => orElse(null, 'the chat memory cannot be read', () => state.language(person)),
    turns: (conversation, sinceMs) => orElse([], 'the chat memory cannot be read', () => state.turns(conversation, sinceMs)),
    addTurn: (...turn) => { orElse(undefined, 'the chat memory cannot be written', () => { state.addTurn(...turn); }); },
    state,
    albums: createBoundedSet(1_000),
    opening: new Set(),
    sender,
    courier,
    clock,
    nowMs: () => clock.utcMs(),
    log,
  };

  async function orElseLater<T>(instead: T, trouble: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      log(`telegram: ${trouble}: ${describeError(error)}`);
      return instead;
    }
  }

  function orElse<T>(instead: T, trouble: string, work: () => T): T {
    try {
      return work();
    } catch (error) {
      log(`telegram: ${trouble}: ${describeError(error)}`);
      return instead;
    }
  }
}

/** Name and message of an error, without its stack and its other fields: a grammY error holds the token in one of them. */
export function describeError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : typeof error;
}
