import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a task in the child came to: its reply, or what stopped it. */
export type ChildOutcome = { kind: 'done'; reply: unknown } | { kind: 'stopped'; by: 'time' | 'memory' | 'crash' };

/** A process that does one task at a time and is ended when a task takes too long or too much memory. */
export interface BoundedChild {
  run(task: unknown): Promise<ChildOutcome>;
  close(): void;
}

export interface ChildLimits {
  timeoutMs: number;
  maxBytes: number;
}

const LOOK_EVERY_MS = 50;
/** A fresh process now and then: what a library leaves behind must not add up. */
const TASKS_A_PROCESS = 200;

/**
 * Runs tasks in `module` (a built JavaScript file that answers every message with one message). The child sees no
 * environment and no standard streams. Started with the first task, ended by `close` or with this process.
 */
export function createBoundedChild(module: string, { timeoutMs, maxBytes }: ChildLimits): BoundedChild {
  let child: ChildProcess | null = null;
  let tasks = 0;
  const stop = (): void => {
    child?.kill('SIGKILL');
    child = null;
  };
  const start = (): ChildProcess => {
    const heapMb = Math.floor((maxBytes / 1048576) * 0.7);
    const started = fork(module, [], { env: {}, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], serialization: 'advanced', execArgv: [`--max-old-space-size=${String(heapMb)}`] });
    started.unref();
    started.channel?.unref();
    tasks = 0;
    return started;
  };
  return {
    run: async (task) => {
      if (tasks >= TASKS_A_PROCESS) stop();
      const worker = (child ??= start());
      tasks++;
      worker.channel?.ref();
      const outcome = await new Promise<ChildOutcome>((resolve) => {
        const deadline = setTimeout(() => { end({ kind: 'stopped', by: 'time' }); }, timeoutMs);
        const watch = setInterval(() => { if (residentBytes(worker.pid) > maxBytes) end({ kind: 'stopped', by: 'memory' }); }, LOOK_EVERY_MS);
        const end = (done: ChildOutcome): void => {
          clearTimeout(deadline);
          clearInterval(watch);
          resolve(done);
        };
        worker.once('message', (reply) => { end({ kind: 'done', reply }); });
        // The heap limit ends the process by SIGABRT: that is memory too.
        worker.once('exit', (_code, signal) => { end({ kind: 'stopped', by: signal === 'SIGABRT' ? 'memory' : 'crash' }); });
        worker.once('error', () => { end({ kind: 'stopped', by: 'crash' }); });
        worker.send(task as object, (error) => { if (error !== null) end({ kind: 'stopped', by: 'crash' }); });
      });
      worker.removeAllListeners();
      // A late complaint of a process that was ended is nobody's business.
      worker.on('error', () => undefined);
      if (outcome.kind === 'stopped') stop();
      else worker.channel?.unref();
      return outcome;
    },
    close: stop,
  };
}

/** Resident memory of a process; 0 where the system does not tell (then the heap limit alone holds). */
function residentBytes(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${String(pid)}/statm`, 'utf8').split(' ')[1]) * 4096;
  } catch {
    return 0;
  }
}
