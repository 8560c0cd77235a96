import type { Answer, Question } from '../domain/answer.js';
import type { ChatState, Turn } from '../ports/chat-state.js';
import { type BoundedSet, createBoundedSet } from './bounded-set.js';
import type { Clock } from './clock.js';
import type { Coverage } from './coverage.js';
import { keyedName } from './keyed-name.js';
import { limitConcurrency } from './limit-concurrency.js';
import { questionIdOf } from './question-id.js';
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
  /** Albums that got their line. */
  albums: BoundedSet<string>;
  /** Buttons whose passage is being sent, to tell a double tap. */
  opening: Set<string>;
  sender: Sender;
  clock: Clock;
  /** Milliseconds since 1970, for what outlives the process. */
  nowMs(): number;
  log: (line: string) => void;
}

export interface DeskSettings extends Backroom {
  token: string;
  maxConcurrent: number;
  sender: Sender;
  clock: Clock;
  log: (line: string) => void;
}

const NOBODY: RoleList = { staff: [], moderators: [], administrators: [] };

export function createDesk(settings: DeskSettings): Desk {
  const { sender, clock, log, state, token } = settings;
  const limit = limitConcurrency(settings.maxConcurrent);
  return {
    ask: (question) => limit(() => settings.ask(question)),
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
    clock,
    nowMs: () => clock.utcMs(),
    log,
  };

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
