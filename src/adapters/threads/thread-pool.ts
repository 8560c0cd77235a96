import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { ThreadReply, ThreadTask, ThreadWord } from './serve-calls.js';
import { ClearError } from '../../domain/errors.js';

export interface ThreadPoolOptions {
  /** A built JavaScript file that ends in `serveCalls` and exports what it gives. */
  module: string;
  threads: number;
  /** Calls that one thread has in hand at most; the others wait. */
  callsAtOnce: number;
  /** Copied into each thread. */
  data: unknown;
  /** Hears a line that a thread posts to its parent, and why one broke between calls. */
  onNotice: (line: string) => void;
}

/** Threads that hold what `module` opened, each its own. */
export interface ThreadPool {
  /**
   * Calls a function of the module in the thread that has least to do; `hear` gets what it tells on its way. Rejects with what the function
   * threw (ClearError as such). When its thread breaks, another takes its place and gets the call once more: what it did must bear that.
   */
  call(name: string, given: readonly unknown[], hear?: (told: unknown) => void): Promise<unknown>;
  /** Gives the calls in hand a moment, then ends the threads; what still runs rejects. */
  close(): Promise<void>;
}

/** Whoever reads and sends goes first where there are fewer cores than threads. Only where the system knows of it (`nice`). */
const BEHIND = 5;

/**
 * What a thread's objects may take, in MB; never more than the engine's own limit, a share of the machine's memory. Alive are 55 MB at 50,000
 * passages. The lower the limit, the less V8 lets pile up before it clears: 125 MB with this one, 250 MB with 2 GB and more.
 */
const MOST_HEAP_MB = Math.min(1_024, Math.floor(getHeapStatistics().heap_size_limit / 2 ** 20));

/** The service waited for its answers before: what is left hangs. */
const CLOSE_MS = 1_000;

/** One a core, since each also waits for the disk; more than four answer more than Telegram takes. */
export function usualThreads(): number {
  return Math.min(4, availableParallelism());
}

export function openThreadPool({ module, threads, callsAtOnce, data, onNotice }: ThreadPoolOptions): ThreadPool {
  // Atomics would hold up a thread that has nothing in hand: its timers, and a generation that it leaves, must go on.
  const pool = new Piscina({ filename: module, minThreads: threads, maxThreads: threads, concurrentTasksPerWorker: callsAtOnce, atomics: 'disabled', recordTiming: false, niceIncrement: BEHIND, resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB }, workerData: data, idleTimeout: Infinity });
  pool.on('message', (line) => { onNotice(String(line)); });
  // A thread that breaks in the middle of nothing: the next call starts another.
  pool.on('error', (error) => { onNotice(`A thread ended: ${messageOf(error)}`); });
  // The reply takes the way of what was told before it, so that it cannot come first.
  const once = async (name: string, given: readonly unknown[], hear: ((told: unknown) => void) | undefined): Promise<ThreadReply> => {
    const { port1, port2 } = new MessageChannel();
    const task: ThreadTask = { given, port: port2 };
    try {
      return await new Promise<ThreadReply>((resolve, reject) => {
        port1.on('message', (word: ThreadWord) => {
          if ('told' in word) hear?.(word.told);
          else resolve(word.reply);
        });
        pool.run(task, { name, transferList: [port2] }).catch(reject);
      });
    } finally {
      port1.close();
    }
  };
  const inHand = new Set<Promise<ThreadReply>>();
  let isClosing = false;
  const twice = async (...call: Parameters<typeof once>): Promise<ThreadReply> => {
    try {
      return await once(...call);
    } catch (error) {
      if (isClosing) throw error;
      onNotice(`A thread ended under a call: ${messageOf(error)}`);
      return await once(...call);
    }
  };
  return {
    async call(name, given, hear) {
      const replying = twice(name, given, hear);
      inHand.add(replying);
      const reply = await replying.finally(() => inHand.delete(replying));
      if ('value' in reply) return reply.value;
      throw reply.exitCode === null ? new Error(reply.message) : new ClearError(reply.message, reply.exitCode);
    },
    async close() {
      isClosing = true;
      await Promise.race([Promise.allSettled(inHand), pause(CLOSE_MS, null, { ref: false })]);
      await pool.destroy();
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
