import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SqlDatabase } from '../../../src/adapters/sqlite/driver.js';
import { createGroupCommit } from '../../../src/adapters/sqlite/group-commit.js';

beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate'] }); });
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A disk that takes so long for each commit; `groups` hears how many writes each held. */
function slowDisk(commitMs: number) {
  const groups: number[] = [];
  let [written, clockMs] = [0, 0];
  vi.spyOn(performance, 'now').mockImplementation(() => clockMs);
  const transaction = <T>(work: () => T): T => {
    written = 0;
    const result = work();
    clockMs += commitMs;
    groups.push(written);
    return result;
  };
  const commits = createGroupCommit({ transaction } as SqlDatabase);
  const write = (): Promise<number> => commits.write(() => ++written);
  const pass = async (ms: number): Promise<void> => {
    clockMs += ms;
    await vi.advanceTimersByTimeAsync(ms);
  };
  return {
    groups, write, pass,
    flush: () => { commits.flush(); },
    /** One write that is committed after so long. */
    async writeAfter(ms: number) {
      const writing = write();
      await pass(ms);
      await writing;
    },
  };
}

it('commits at once when the disk is at rest, and together what comes in one turn', async () => {
  const disk = slowDisk(0);
  const [one, two] = [disk.write(), disk.write()];
  await disk.pass(0);
  expect([await one, await two]).toEqual([1, 2]);
  await disk.writeAfter(0);
  expect(disk.groups).toEqual([2, 1]);
});

it('rests three times as long as a commit took, while writes gather', async () => {
  const disk = slowDisk(4);
  await disk.writeAfter(0);
  const gathered = [disk.write()];
  await disk.pass(5);
  gathered.push(disk.write());
  await disk.pass(5);
  gathered.push(disk.write());
  expect(disk.groups).toEqual([1]);
  await disk.pass(3);
  expect(await Promise.all(gathered)).toEqual([1, 2, 3]);
  expect(disk.groups).toEqual([1, 3]);
});

it('never rests longer than fifty milliseconds, and not at all when it is closed', async () => {
  const disk = slowDisk(900);
  await disk.writeAfter(0);
  await disk.writeAfter(51);
  const last = disk.write();
  disk.flush();
  expect(await last).toBe(1);
  expect(disk.groups).toEqual([1, 1, 1]);
});
