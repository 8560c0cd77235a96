import type { Update } from 'grammy/types';
import { createBoundedSet } from '../bounded-set.js';
import { createKeyedQueues } from './keyed-queues.js';

/** How many update ids are remembered to tell a repeated update; far more than Telegram hands out again. */
const REMEMBERED_IDS = 20_000;

/** The updates taken over and not yet done with. In memory: what is unfinished stays unconfirmed, so Telegram keeps it over a crash. */
export interface Inbox {
  /** Queues what was not seen before and returns how many that were; never throws. */
  accept(updates: readonly Update[]): number;
  isUnfinished(updateId: number): boolean;
  readonly unfinishedCount: number;
  /** Resolves when nothing is unfinished. */
  whenEmpty(): Promise<void>;
}

/** `handle` must not reject. Messages of a chat are handled in order; presses of buttons wait for nothing. */
export function createInbox(handle: (update: Update) => Promise<void>): Inbox {
  const queues = createKeyedQueues();
  const seen = createBoundedSet<number>(REMEMBERED_IDS);
  const unfinished = new Map<number, Promise<void>>();

  function take(update: Update): boolean {
    const id = update.update_id;
    if (!seen.add(id)) return false;
    unfinished.set(id, queues.add(queueOf(update), () => handle(update)).finally(() => unfinished.delete(id)));
    return true;
  }

  return {
    accept: (updates) => updates.filter(take).length,
    isUnfinished: (updateId) => unfinished.has(updateId),
    get unfinishedCount() {
      return unfinished.size;
    },
    async whenEmpty() {
      while (unfinished.size > 0) await Promise.all(unfinished.values());
    },
  };
}

function queueOf(update: Update): string {
  // What arrives may lack what the types promise; its handler says so, not the queue.
  const chat = update.message?.chat as { id?: number } | undefined;
  return chat?.id === undefined ? `update ${update.update_id}` : `chat ${chat.id}`;
}
