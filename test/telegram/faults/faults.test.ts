import { expect, test } from 'vitest';
import { FAULT_ROWS, lastsLong } from './fault-rows.js';
import { runFault } from './run-fault.js';

test.each(FAULT_ROWS.filter(({ isSlow }) => isSlow !== true).map((row) => [`${row.at}: ${row.name}`, row] as const))('%s', async (_name, row) => {
  // Faster than the wall, so only what becomes of the message is judged here; npm run test:faults judges the times.
  const result = await runFault(row, { outageMs: 30_000, speed: lastsLong(row) ? 1_200 : 100 });
  expect(result).toMatchObject({ isKept: true });
});
