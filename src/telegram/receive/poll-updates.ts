import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { backoffMs } from '../backoff.js';
import type { Clock } from '../clock.js';
import { describeError } from '../desk.js';
import { ENDINGS, type Ending } from '../ending.js';
import { HANDLED_UPDATES } from '../handle-update.js';
import type { Inbox } from './inbox.js';
import { describeFault, type Fault, readFault } from '../send/read-fault.js';
import { asGrammySignal, POLL_SECONDS } from '../send/telegram-client.js';

/** Updates a call of getUpdates brings at most. */
const BATCH_LIMIT = 100;
/** A copy started beside a running one meets a conflict within its first seconds and is the one to go. */
const NEWCOMER_MS = 10_000;
const TOLERATED_CONFLICTS = 4;
const LAST_CALL_MS = 1_000;
/** With more than this the rest waits at Telegram, which keeps it for a day. */
export const MOST_UNFINISHED = 50_000;

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

/**
 * Reads updates into the inbox until the signal aborts (null) or Telegram makes it end. Does not throw.
 * The next call confirms what the last one brought, so it is made only after that is on the disk. After an empty batch no offset is
 * sent: all is confirmed then, and ids may restart at a lower number after a quiet week.
 */
export async function pollUpdates({ api, inbox, clock, signal, log, drain }: Polling): Promise<Ending | null> {
  const startedAt = clock.now();
  let offset: number | undefined;
  let failures = 0;
  let conflicts = 0;
  const isStopping = () => signal.aborted;
  while (!isStopping()) {
    try {
      const updates = readable(await api.getUpdates(requestFrom(offset), asGrammySignal(signal)));
      await keep(inbox, updates);
      if (failures > 0) log(`telegram: reachable again after ${failures} failed calls`);
      failures = conflicts = 0;
      offset = updates.length === 0 ? undefined : Math.max(...updates.map((update) => update.update_id)) + 1;
      await untilAborted(inbox.whenBelow(MOST_UNFINISHED), signal);
    } catch (error) {
      if (isStopping()) break;
      if (error instanceof InboxFailure) {
        if (failures++ === 0) log(`telegram: ${error.message}; Telegram keeps what arrived, trying again`);
        await clock.pause(backoffMs(failures), signal);
        continue;
      }
      const fault = readFault(error);
      const isIntruder = fault.kind === 'conflict' && !fault.isWebhook && clock.now() - startedAt > NEWCOMER_MS && conflicts++ < TOLERATED_CONFLICTS;
      const ending = isIntruder ? null : endingOf(fault);
      if (ending !== null) return ending;
      if (failures++ === 0) log(`telegram: getUpdates failed: ${describeFault(fault)}; trying again`);
      await clock.pause(fault.kind === 'flood' ? fault.retryAfterMs : backoffMs(failures), signal);
    }
  }
  await drain();
  await confirmOnce(api, offset, clock);
  return null;
}

/** Not Telegram's fault: what arrived could not be written down. */
class InboxFailure extends Error {
  override readonly name = 'InboxFailure';
}

async function keep(inbox: Inbox, updates: readonly Update[]): Promise<void> {
  try {
    await inbox.accept(updates);
  } catch (error) {
    throw new InboxFailure(`the inbox cannot be written: ${describeError(error)}`, { cause: error });
  }
}

function requestFrom(offset: number | undefined) {
  return { limit: BATCH_LIMIT, timeout: POLL_SECONDS, allowed_updates: HANDLED_UPDATES, ...(offset === undefined ? {} : { offset }) };
}

/** Tells Telegram what was taken over last; if that fails it comes again after the start, and is known by its id. */
async function confirmOnce(api: Api, offset: number | undefined, clock: Clock): Promise<void> {
  if (offset === undefined) return;
  const call = new AbortController();
  const confirmation = api.getUpdates({ offset, limit: 1, timeout: 0 }, asGrammySignal(call.signal)).catch(() => undefined);
  await Promise.race([confirmation, clock.pause(LAST_CALL_MS, call.signal)]);
  call.abort();
}

async function untilAborted(event: Promise<void>, signal: AbortSignal): Promise<void> {
  let end: () => void = () => undefined;
  const aborted = new Promise<void>((resolve) => {
    end = resolve;
    signal.addEventListener('abort', end);
  });
  await Promise.race([event, aborted]);
  signal.removeEventListener('abort', end);
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
