import type { Api } from 'grammy';
import type { OutgoingKey, UpdateStore } from '../../ports/update-store.js';
import type { Clock } from '../clock.js';
import { describeError } from '../desk.js';
import { limitConcurrency } from '../limit-concurrency.js';
import { callSendMessage } from './call-send-message.js';
import { type Letter, letterFromJson, letterToJson, newLetter } from './letter.js';
import { emptyLane, HOLD_MS, type Lane, QUEUED } from './empty-lane.js';
import { createMessageKey } from './message-key.js';
import { nextStep } from './next-step.js';
import { describeFault, type Fault } from './read-fault.js';
import type { Delivery, OutgoingMessage, Place } from './sender.js';

export interface OutboxSettings {
  api: Api;
  store: UpdateStore;
  clock: Clock;
  /** Ends every call and every wait. */
  signal: AbortSignal;
  /** Keys the names of messages, so that no chat can be read from the store. */
  token: string;
  log: (line: string) => void;
}

/**
 * Messages on their way: each is on the disk before it is sent, those of one chat go in order, and a chat that takes nothing
 * for an hour delays nobody but itself.
 */
export interface Outbox {
  send(key: OutgoingKey, place: Place, message: OutgoingMessage): Promise<Delivery>;
  /** True the first time for a key, over restarts: for what must not be done twice. */
  claim(key: OutgoingKey): Promise<boolean>;
  aboutMessage(chatId: number, messageId: number): string | null;
  /** Whether Telegram takes messages for this chat at the moment. */
  isClosed(chatId: number): boolean;
  /** Sends what the last run left unsent; gives how many of these may arrive a second time. */
  resume(): { unsent: number; maybeTwice: number };
  /** Waits no more for chats that take nothing: that is for the next start. Resolves when nothing is on its way. */
  stop(): Promise<void>;
}

const MOST_CALLS = 256;
const LONGEST_WAIT_MS = 86_400_000;

export function createOutbox({ api, store, clock, signal, token, log }: OutboxSettings): Outbox {
  const limit = limitConcurrency(MOST_CALLS);
  const lanes = new Map<number, Lane>();
  const letters = new Map<string, Letter>();
  const waits = new AbortController();
  const running = new Set<Promise<void>>();
  let lastSuccessAt = -Infinity;
  signal.addEventListener('abort', () => { waits.abort(); });

  const nameOf = (key: OutgoingKey): string => `${key.updateId}/${key.ordinal}`;
  const messageKey = createMessageKey(token);

  const isClosedFor = (chatId: number, ms: number): boolean => (lanes.get(chatId)?.closedUntil ?? -Infinity) > clock.now() + ms;

  /** A disk that is full must not keep an answer from its reader. */
  async function onDisk<T>(work: () => Promise<T>, instead: T): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!signal.aborted) log(`telegram: the outbox cannot be written: ${describeError(error)}`);
      return instead;
    }
  }

  /** `waitMs` holds the lane only where it is new. */
  function post(letter: Letter, waitMs = 0): void {
    letters.set(nameOf(letter), letter);
    const { chatId } = letter.place;
    const lane = lanes.get(chatId);
    if (lane !== undefined) {
      lane.letters.push(letter);
      return;
    }
    const fresh: Lane = { letters: [letter], closedUntil: clock.now() + waitMs };
    lanes.set(chatId, fresh);
    start(chatId, fresh);
  }

  function start(chatId: number, lane: Lane): void {
    const close = (): void => {
      lanes.delete(chatId);
      // What is left is for the next start.
      for (const letter of lane.letters) letter.tell(QUEUED);
    };
    const onGone = (letter: Letter): void => void letters.delete(nameOf(letter));
    const run = emptyLane(lane, { clock, signal, waits: waits.signal, attempt: (...tried) => limit(() => attempt(...tried)), onGone, close }).finally(() => {
      running.delete(run);
    });
    running.add(run);
  }

  /** Null when it is to be tried again. */
  async function attempt(letter: Letter, lane: Lane): Promise<Delivery | null> {
    if (letter.state === 'queued') await onDisk(() => store.changeOutgoing(letter, { state: 'sending', dueAtMs: clock.utcMs() }), undefined);
    letter.state = 'sending';
    const sent = await callSendMessage(api, letter, signal);
    if ('messageId' in sent) {
      lastSuccessAt = clock.now();
      const about = letter.message.about ?? null;
      const key = about === null ? null : messageKey(letter.place.chatId, sent.messageId);
      await onDisk(() => store.endOutgoing(letter, { state: 'sent', messageId: sent.messageId, messageKey: key, about }), undefined);
      return { outcome: 'sent', messageId: sent.messageId };
    }
    // Cut by our own stop: the next start sends it, at worst a second time.
    if (signal.aborted) return null;
    return await settle(letter, lane, sent.fault);
  }

  async function settle(letter: Letter, lane: Lane, fault: Fault): Promise<Delivery | null> {
    if (fault.kind !== 'flood') letter.failures++;
    letter.failingSince ??= clock.now();
    const step = nextStep(fault, { ...letter, isOthersPassing: lastSuccessAt >= letter.failingSince, isExpired: clock.utcMs() > letter.expiresAtMs });
    if (step.kind === 'change') {
      letter.place = step.place;
      letter.isPlain = step.isPlain;
      return null;
    }
    if (step.kind === 'wait') {
      lane.closedUntil = clock.now() + step.ms;
      letter.state = 'queued';
      await onDisk(() => store.changeOutgoing(letter, { state: 'queued', dueAtMs: clock.utcMs() + (step.isFlood ? step.ms : 0) }), undefined);
      return null;
    }
    log(`telegram: a message was not sent: ${describeFault(fault)}`);
    await onDisk(() => store.endOutgoing(letter, { state: step.state, messageId: null, messageKey: null, about: null }), undefined);
    return { outcome: step.state, messageId: null };
  }

  async function held(letter: Letter): Promise<Delivery> {
    const timer = new AbortController();
    const delivery = await Promise.race([letter.told, clock.pause(HOLD_MS, timer.signal).then(() => QUEUED)]);
    timer.abort();
    return delivery;
  }

  return {
    async send(key, place, message) {
      if (signal.aborted) return { outcome: 'lost', messageId: null };
      const state = lanes.has(place.chatId) ? 'queued' : 'sending';
      const row = { updateId: key.updateId, ordinal: key.ordinal, state, call: letterToJson(place, message), dueAtMs: clock.utcMs() } as const;
      const { row: there, isNew } = await onDisk(() => store.addOutgoing(row), { row: { ...row, messageId: null }, isNew: true });
      if (!isNew && there.state !== 'queued' && there.state !== 'sending') return { outcome: there.state, messageId: there.messageId };
      const letter = letters.get(nameOf(key)) ?? newLetter(key, place, message, state, clock.utcMs());
      if (!letters.has(nameOf(key))) post(letter);
      if (isClosedFor(place.chatId, HOLD_MS)) return QUEUED;
      return await held(letter);
    },
    async claim({ updateId, ordinal }) {
      const { isNew } = await onDisk<{ isNew: boolean }>(() => store.addOutgoing({ updateId, ordinal, state: 'sending', call: 'null', dueAtMs: clock.utcMs() }), { isNew: true });
      if (isNew) void onDisk(() => store.endOutgoing({ updateId, ordinal }, { state: 'sent', messageId: null, messageKey: null, about: null }), undefined);
      return isNew;
    },
    aboutMessage: (chatId, messageId) => store.aboutMessage(messageKey(chatId, messageId)),
    isClosed: (chatId) => isClosedFor(chatId, 0),
    resume() {
      const counts = { unsent: 0, maybeTwice: 0 };
      for (const row of store.openOutgoing()) {
        const read = letterFromJson(row.call ?? 'null');
        if (read === null) {
          void onDisk(() => store.endOutgoing(row, { state: 'unsure', messageId: null, messageKey: null, about: null }), undefined);
          continue;
        }
        counts.unsent++;
        if (row.state === 'sending') counts.maybeTwice++;
        // A clock that was set back in between must not make a wait of a minute one of years.
        post(newLetter(row, read.place, read.message, 'queued', clock.utcMs()), Math.min(LONGEST_WAIT_MS, row.dueAtMs - clock.utcMs()));
      }
      return counts;
    },
    async stop() {
      waits.abort();
      while (running.size > 0) await Promise.all(running);
    },
  };
}
