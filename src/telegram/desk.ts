import type { Answer, Question } from '../domain/answer.js';
import { type BoundedSet, createBoundedSet } from './bounded-set.js';
import type { Clock } from './clock.js';
import { type ConversationMemory, createConversationMemory } from './conversation-memory.js';
import { limitConcurrency } from './limit-concurrency.js';
import { questionIdOf } from './question-id.js';
import type { Sender } from './send/sender.js';
import type { Coverage } from './texts.zh.js';

/** What the door needs from the rest of the program. */
export interface Backroom {
  ask(question: Question): Promise<Answer>;
  /** The answer with this id from the record log, so that old buttons work after a restart. */
  findAnswer(id: string): Answer | null;
  coverage(): Coverage;
}

/** What the handlers of updates work with. */
export interface Desk {
  /** Bounded in concurrency; may reject. */
  ask(question: Question): Promise<Answer>;
  /** Null also when the log cannot be read. */
  findAnswer(id: string): Answer | null;
  /** Null while there is no index. */
  coverage(): Coverage | null;
  questionId(place: { updateId: number; chatId: number; messageId: number }): string;
  memory: ConversationMemory;
  /** Albums that got their line. */
  albums: BoundedSet<string>;
  /** Buttons whose passage is being sent, to tell a double tap. */
  opening: Set<string>;
  sender: Sender;
  clock: Clock;
  log: (line: string) => void;
}

export interface DeskSettings extends Backroom {
  token: string;
  maxConcurrent: number;
  sender: Sender;
  clock: Clock;
  log: (line: string) => void;
}

export function createDesk(settings: DeskSettings): Desk {
  const { sender, clock, log } = settings;
  const limit = limitConcurrency(settings.maxConcurrent);
  return {
    ask: (question) => limit(() => settings.ask(question)),
    findAnswer: (id) => orNull('the log cannot be read', () => settings.findAnswer(id)),
    coverage: () => orNull('the coverage is not known', () => settings.coverage()),
    questionId: (place) => questionIdOf(settings.token, place),
    memory: createConversationMemory(() => clock.now()),
    albums: createBoundedSet(1_000),
    opening: new Set(),
    sender,
    clock,
    log,
  };

  function orNull<T>(trouble: string, read: () => T | null): T | null {
    try {
      return read();
    } catch (error) {
      log(`telegram: ${trouble}: ${describeError(error)}`);
      return null;
    }
  }
}

/** Name and message of an error, without its stack and its other fields: a grammY error holds the token in one of them. */
export function describeError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : typeof error;
}
