import { expect, it } from 'vitest';
import { startIngestProgress } from '../../src/cli/ingest-progress.js';

it('shows a bar a stage, with the rate since it began and the time left', () => {
  const shown: string[] = [];
  let now = 0;
  const progress = startIngestProgress(() => now, () => ({ update: (done, total, name = '') => { shown.push(`${done}/${total} ${name}`); }, stop: () => { shown.push('stop'); } }));
  const reading = { stage: 'reading' as const, total: 4 * 1048576, file: 'a' };
  progress.update({ ...reading, done: 0 });
  now = 2000;
  progress.update({ ...reading, done: 1048576 });
  progress.update({ stage: 'indexing', done: 900, total: 1000, file: '' });
  now = 2500;
  progress.update({ stage: 'indexing', done: 905, total: 100_000, file: '' });
  progress.stop();
  expect(shown).toEqual([
    '0/4194304 0.0 of 4.0 MB',
    '1048576/4194304 1.0 of 4.0 MB, 0.5 MB/s, 6 s left',
    'stop',
    '900/1000 900 of 1000 vectors',
    '905/100000 905 of 100000 vectors, 10 vectors/s, 166 min left',
    'stop',
  ]);
});
