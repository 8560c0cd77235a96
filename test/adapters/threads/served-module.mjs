// What a thread of the test serves; read as it stands, so it is JavaScript over the built program.
import { existsSync, writeFileSync } from 'node:fs';
import { getHeapStatistics } from 'node:v8';
import { parentPort, threadId, workerData } from 'node:worker_threads';
import { serveCalls } from '../../../dist/adapters/threads/serve-calls.js';
import { ClearError } from '../../../dist/domain/errors.js';

export const greet = serveCalls(async (tell, name) => {
  tell('one');
  tell('two');
  parentPort.postMessage(`greeted ${name}`);
  return { text: `${workerData.greeting} ${name}`, threadId };
});

export const refuse = serveCalls(async () => {
  throw new ClearError('a clear word', 2);
});

export const stumble = serveCalls(async () => {
  throw new TypeError('not yours');
});

/** Breaks its thread the first time. */
export const breakOnce = serveCalls(async (_tell, file) => {
  if (!existsSync(file)) {
    writeFileSync(file, '');
    process.exit(1);
  }
  return 'whole';
});

export const heapLimitMb = serveCalls(async () => getHeapStatistics().heap_size_limit / 2 ** 20);

export const breakAlways = serveCalls(async () => process.exit(1));

export const waitALittle = serveCalls(async (_tell, ms) => {
  await new Promise((resolve) => setTimeout(resolve, ms));
  return 'done';
});
