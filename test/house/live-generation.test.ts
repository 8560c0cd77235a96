import { describe, expect, it } from 'vitest';
import { ClearError } from '../../src/domain/errors.js';
import { createLiveGeneration } from '../../src/live-generation.js';
import type { Generation, OpenOutcome } from '../../src/ports/generation.js';

const generation = (id: string): Generation => ({ info: { id }, close: () => undefined }) as unknown as Generation;
const open = (id: string): OpenOutcome => ({ kind: 'open', generation: generation(id) });
const absent: OpenOutcome = { kind: 'absent' };

/** A disk whose content the test sets; counts what is done with it. */
function fakeDisk(state: OpenOutcome, built: OpenOutcome = open('built')) {
  const disk = { state, opened: 0, reasons: [] as (string | null)[] };
  const live = createLiveGeneration({
    open: () => { disk.opened++; return disk.state; },
    build: (reason) => { disk.reasons.push(reason); disk.state = built; return Promise.resolve(); },
    isBuiltElsewhere: () => false,
    liveId: () => (disk.state.kind === 'open' ? disk.state.generation.info.id : null),
  });
  return { disk, live };
}

describe('the live generation', () => {
  it('is opened once', async () => {
    const { disk, live } = fakeDisk(open('g1'));
    await Promise.all([live.get(), live.get()]);
    expect((await live.get()).info.id).toBe('g1');
    expect(disk).toMatchObject({ opened: 1, reasons: [] });
  });

  it('is built when there is none, once for all who ask meanwhile', async () => {
    const { disk, live } = fakeDisk(absent);
    const got = await Promise.all([live.get(), live.get(), live.get()]);
    expect(got.map(({ info }) => info.id)).toEqual(['built', 'built', 'built']);
    expect(disk.reasons).toEqual([null]);
  });

  it('is rebuilt when it is refused, with the reason', async () => {
    const { disk, live } = fakeDisk({ kind: 'refused', reason: 'It is damaged.' });
    expect((await live.get()).info.id).toBe('built');
    expect(disk.reasons).toEqual(['It is damaged.']);
  });

  it('is followed when another process swaps it', async () => {
    const { disk, live } = fakeDisk(open('g1'));
    await live.get();
    disk.state = open('g2');
    expect((await live.get()).info.id).toBe('g2');
  });

  it('stays in memory when its successor on disk is damaged', async () => {
    const { disk, live } = fakeDisk(open('g1'));
    await live.get();
    disk.state = { kind: 'refused', reason: 'It is damaged.' };
    expect((await live.get()).info.id).toBe('g1');
    expect(disk.reasons).toEqual([]);
  });

  it('is taken from another process that was building it', async () => {
    let looks = 0;
    const live = createLiveGeneration({
      open: () => (looks >= 3 ? open('other') : absent),
      build: () => Promise.reject(new ClearError('Another process is building.')),
      isBuiltElsewhere: () => { looks++; return looks < 3; },
      liveId: () => null,
    });
    expect((await live.get()).info.id).toBe('other');
  });

  it('is tried again after a build that failed', async () => {
    let isBroken = true;
    const live = createLiveGeneration({
      open: () => (isBroken ? absent : open('later')),
      build: () => Promise.reject(new ClearError('The disk is full.')),
      isBuiltElsewhere: () => false,
      liveId: () => null,
    });
    await expect(live.get()).rejects.toThrow('The disk is full.');
    isBroken = false;
    expect((await live.get()).info.id).toBe('later');
  });
});
