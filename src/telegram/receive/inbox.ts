import type { Update } from 'grammy/types';
import type { ArrivedUpdate, UpdatePool, UpdateStore, WaitingUpdate } from '../../ports/update-store.js';
import { describeError } from '../desk.js';
import { queueOf } from './queue-of.js';

/** The updates taken over and not yet finished. They are on the disk: a crash loses none, and Telegram may forget them. */
export interface Inbox {
  /** Keeps and queues what was not seen before. Rejects when it cannot be kept: then Telegram must not be told that it arrived. */
  accept(updates: readonly Update[]): Promise<void>;
  /** Queues what the last run left unfinished; gives how many. */
  resume(): number;
  readonly unfinishedCount: number;
  /** Resolves when fewer than `count` are unfinished. */
  whenBelow(count: number): Promise<void>;
  /** Starts nothing any more; resolves when nothing is running and what was finished is written off. */
  stop(): Promise<void>;
}

export interface InboxSettings {
  store: UpdateStore;
  /** Must not reject. An update handled while this says false stays unfinished and is handled again after the next start. */
  handle: (update: Update, acceptedAtMs: number) => Promise<boolean>;
  log: (line: string) => void;
  /** Updates handled at the same time, at most. */
  poolSizes?: Record<UpdatePool, number>;
}

/** A handler of a question mostly waits; a press only opens what is there. */
const POOL_SIZES: Record<UpdatePool, number> = { messages: 64, presses: 1_000 };

interface Queue {
  key: string;
  waiting: WaitingUpdate[];
}

interface Pool {
  size: number;
  running: number;
  /** Queues with something to do and nothing running, those that have waited longest first. */
  ready: Queue[];
}

/** Only ids are held in memory, whatever the backlog: what they say is read when their turn comes. */
export function createInbox({ store, handle, log, poolSizes = POOL_SIZES }: InboxSettings): Inbox {
  const pools: Record<UpdatePool, Pool> = { messages: newPool(poolSizes.messages), presses: newPool(poolSizes.presses) };
  const queues = new Map<string, Queue>();
  let watchers: { isMet: () => boolean; resolve: () => void }[] = [];
  let unfinishedCount = 0;
  /** Writes that the next update of a chat need not wait for. */
  let writingOff = 0;
  let isStopped = false;

  function enqueue(update: WaitingUpdate): void {
    unfinishedCount++;
    const known = queues.get(update.queue);
    if (known !== undefined) {
      known.waiting.push(update);
      return;
    }
    const queue = { key: update.queue, waiting: [update] };
    queues.set(queue.key, queue);
    pools[update.pool].ready.push(queue);
  }

  function startWhatFits(): void {
    for (const pool of Object.values(pools)) {
      while (!isStopped && pool.running < pool.size) {
        const queue = pool.ready.shift();
        if (queue === undefined) break;
        void run(queue, pool);
      }
    }
  }

  async function run(queue: Queue, pool: Pool): Promise<void> {
    pool.running++;
    const update = queue.waiting.shift();
    if (update !== undefined) {
      await handleKept(update);
      unfinishedCount--;
    }
    pool.running--;
    if (queue.waiting.length > 0) pool.ready.push(queue);
    else queues.delete(queue.key);
    startWhatFits();
    tellWatchers();
  }

  function tellWatchers(): void {
    const met = watchers.filter(({ isMet }) => isMet());
    watchers = watchers.filter((watcher) => !met.includes(watcher));
    for (const { resolve } of met) resolve();
  }

  async function handleKept({ updateId, acceptedAtMs }: WaitingUpdate): Promise<void> {
    try {
      const payload = store.payloadOf(updateId);
      const isDone = payload === null || (await handle(JSON.parse(payload) as Update, acceptedAtMs));
      if (isDone) void writeOff(updateId);
    } catch (error) {
      // It stays in the store, and comes again after the next start.
      log(`telegram: an update could not be read from the inbox: ${describeError(error)}`);
    }
  }

  async function writeOff(updateId: number): Promise<void> {
    writingOff++;
    try {
      await store.finish(updateId);
    } catch (error) {
      log(`telegram: a finished update could not be written off: ${describeError(error)}`);
    }
    writingOff--;
    tellWatchers();
  }

  function when(isMet: () => boolean): Promise<void> {
    return isMet() ? Promise.resolve() : new Promise((resolve) => watchers.push({ isMet, resolve }));
  }

  return {
    async accept(updates) {
      if (updates.length === 0) return;
      for (const update of await store.accept(updates.map(arrivedOf))) enqueue(update);
      startWhatFits();
    },
    resume() {
      const left = store.unfinished();
      for (const update of left) enqueue(update);
      startWhatFits();
      return left.length;
    },
    get unfinishedCount() {
      return unfinishedCount;
    },
    whenBelow: (count) => when(() => unfinishedCount < count),
    stop() {
      isStopped = true;
      return when(() => pools.messages.running + pools.presses.running + writingOff === 0);
    },
  };
}

function newPool(size: number): Pool {
  return { size, running: 0, ready: [] };
}

function arrivedOf(update: Update): ArrivedUpdate {
  return { updateId: update.update_id, payload: JSON.stringify(update), ...queueOf(update) };
}
