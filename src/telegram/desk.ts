import type { Answer, Question } from '../domain/answer.js';
import type { ChatState, Turn } from '../ports/chat-state.js';
import { createAllowance } from './allowance.js';
import type { Backroom, Feedback, Holdings, Surroundings } from './backroom.js';
import { type BoundedSet, createBoundedSet } from './bounded-set.js';
import type { Clock } from './clock.js';
import type { Courier } from './courier.js';
import type { Coverage } from './coverage.js';
import { createGate, type Gate } from './gate.js';
import { keyedName } from './keyed-name.js';
import { limitConcurrency } from './limit-concurrency.js';
import { questionIdOf } from './question-id.js';
import type { Moderation } from './moderation/moderation.js';
import type { RoleList } from './roles.js';
import { seal, unseal } from './seal.js';
import type { Download } from './send/download-file.js';
import type { Sender } from './send/sender.js';
import type { CorpusState } from './staff/corpus-desk.js';
import type { Library } from './staff/library.js';

/** What the handlers of updates work with. */
export interface Desk {
  /** Bounded in concurrency; may reject. `onSentence` hears proved sentences while a model writes. */
  ask(question: Question, onSentence?: (sentence: string) => void): Promise<Answer>;
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
  /** None while another question is on its way: an answer must not come later for what nobody asked. */
  related(answer: Answer): Promise<string[]>;
  holdings(): Promise<Holdings>;
  noteFeedback(feedback: Feedback): void;
  erase(person: string): boolean;
  /** Null where moderators can do nothing from the chat. */
  moderation: Moderation | null;
  corpus: CorpusState | null;
  library: Library | null;
  /** A file that somebody sent. */
  download(fileId: string): Promise<Download>;
  /** Closes a value so that it cannot be read from the disk. */
  seal(value: unknown): string;
  /** Null for what was not sealed here. */
  unseal(sealed: string): unknown;
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
  download: (fileId: string) => Promise<Download>;
  maxConcurrent: number;
  sender: Sender;
  courier: Courier;
  clock: Clock;
  log: (line: string) => void;
}

/** Related questions are tried out, which takes as long as two answers: a service that many ask leaves them away rather than answer later. */
const BESIDE = { most: 20, perSecond: 2 };

const NOBODY: RoleList = { staff: [], moderators: [], administrators: [] };

export function createDesk(settings: DeskSettings): Desk {
  const { sender, courier, clock, log, state, token } = settings;
  const limit = limitConcurrency(settings.maxConcurrent);
  /** Questions on their way, and what is looked up beside them: while there is one, nothing is done that nobody asked for. */
  let asking = 0;
  const mayLookBeside = createAllowance(clock, BESIDE);
  return {
    async ask(question, onSentence) {
      asking++;
      try {
        return await limit(() => settings.ask(question, onSentence));
      } finally {
        asking--;
      }
    },
    surroundings: async (passageId) => (await orElseLater(null, 'the surroundings of a passage cannot be read', async () => (await settings.surroundings?.(passageId)) ?? null)) ?? { before: '', after: '' },
    related: async (answer) => {
      if (asking > 0 || !mayLookBeside()) return [];
      asking++;
      return await orElseLater([], 'no related questions', async () => (await settings.related?.(answer)) ?? []).finally(() => asking--);
    },
    holdings: async () => (await settings.holdings?.()) ?? { headers: [], firstPassage: () => null },
    noteFeedback: (feedback) => { settings.noteFeedback?.(feedback); },
    erase: (person) => orElse(false, 'the log could not be erased', () => settings.erase?.(person) ?? false),
    moderation: settings.moderation ?? null,
    corpus: settings.corpus ?? null,
    library: settings.library ?? null,
    download: settings.download,
    seal: (value) => seal(token, value),
    unseal: (sealed) => unseal(token, sealed),
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
