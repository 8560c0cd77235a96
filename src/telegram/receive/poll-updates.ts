import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { backoffMs } from '../backoff.js';
import type { Clock } from '../clock.js';
import { ENDINGS, type Ending } from '../ending.js';
import { HANDLED_UPDATES } from '../handle-update.js';
import type { Inbox } from './inbox.js';
import { BATCH_LIMIT, nextOffset } from './next-offset.js';
import { describeFault, type Fault, readFault } from '../send/read-fault.js';
import { asGrammySignal, POLL_SECONDS } from '../send/telegram-client.js';

/**
 * While something is unfinished, how long to wait before asking for newer updates: Telegram answers such a call at once, with what is
 * unconfirmed, so that it cannot wait for us. A newcomer's question waits this long at most behind a slow one.
 */
const RECHECK_MS = 150;
/** A copy started beside a running one meets a conflict within its first seconds and is the one to go. */
const NEWCOMER_MS = 10_000;
const TOLERATED_CONFLICTS = 4;
const LAST_CALL_MS = 1_000;

export interface Polling {
  api: Api;
  inbox: Inbox;
  clock: Clock;
  /** Ends the polling. */
  signal: AbortSignal;
  log: (line: string) => void;
  /** Waits for what is in flight, once the polling has ended by the signal. */
  drain: () => Promise<void>;
}

/** Reads updates into the inbox until the signal aborts (null) or Telegram makes it end. Does not throw. */
export async function pollUpdates(polling: Polling): Promise<Ending | null> {
  const { api, inbox, clock, signal, log } = polling;
  const startedAt = clock.now();
  let batch: Batch = { ids: [], newCount: 0 };
  let confirmed: number | undefined;
  let failures = 0;
  let conflicts = 0;
  const isStopping = () => signal.aborted;
  while (!isStopping()) {
    try {
      confirmed = offsetAfter(batch, inbox);
      const updates = readable(await api.getUpdates(requestFrom(confirmed), asGrammySignal(signal)));
      if (failures > 0) log(`telegram: reachable again after ${failures} failed calls`);
      failures = conflicts = 0;
      batch = { ids: updates.map((update) => update.update_id), newCount: inbox.accept(updates) };
      if (inbox.unfinishedCount > 0) await soon(inbox.whenEmpty(), clock, signal);
    } catch (error) {
      if (isStopping()) break;
      const fault = readFault(error);
      const isIntruder = fault.kind === 'conflict' && !fault.isWebhook && clock.now() - startedAt > NEWCOMER_MS && conflicts++ < TOLERATED_CONFLICTS;
      const ending = isIntruder ? null : endingOf(fault);
      if (ending !== null) return ending;
      if (failures++ === 0) log(`telegram: getUpdates failed: ${describeFault(fault)}; trying again`);
      await clock.pause(fault.kind === 'flood' ? fault.retryAfterMs : backoffMs(failures), signal);
    }
  }
  await polling.drain();
  const rest = offsetAfter(batch, inbox);
  if (rest !== confirmed) await confirmOnce(api, rest, clock);
  return null;
}

interface Batch {
  ids: number[];
  newCount: number;
}

function offsetAfter(batch: Batch, inbox: Inbox): number | undefined {
  return nextOffset(batch.ids, batch.newCount, (id) => inbox.isUnfinished(id), inbox.unfinishedCount);
}

function requestFrom(offset: number | undefined) {
  return { limit: BATCH_LIMIT, timeout: POLL_SECONDS, allowed_updates: HANDLED_UPDATES, ...(offset === undefined ? {} : { offset }) };
}

/** Tells Telegram what was finished while stopping; if it fails, those updates come again after the start. */
async function confirmOnce(api: Api, offset: number | undefined, clock: Clock): Promise<void> {
  if (offset === undefined) return;
  const call = new AbortController();
  const confirmation = api.getUpdates({ offset, limit: 1, timeout: 0 }, asGrammySignal(call.signal)).catch(() => undefined);
  await soon(confirmation, clock, call.signal, LAST_CALL_MS);
  call.abort();
}

/** Waits for the event, but not longer than `ms`. */
async function soon(event: Promise<unknown>, clock: Clock, signal: AbortSignal, ms = RECHECK_MS): Promise<void> {
  const timer = new AbortController();
  const end = () => {
    timer.abort();
  };
  signal.addEventListener('abort', end);
  await Promise.race([event, clock.pause(ms, timer.signal)]);
  signal.removeEventListener('abort', end);
  end();
}

function endingOf(fault: Fault): Ending | null {
  if (fault.kind === 'unauthorised') return ENDINGS.unauthorised;
  if (fault.kind === 'conflict') return fault.isWebhook ? ENDINGS.webhook : ENDINGS.conflict;
  return null;
}

/** Without a whole number as its id an update could be neither confirmed nor told apart. */
function readable(updates: unknown): Update[] {
  if (!Array.isArray(updates)) return [];
  return (updates as (Partial<Update> | null)[]).filter((update): update is Update => Number.isSafeInteger(update?.update_id));
}
