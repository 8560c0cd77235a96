import { expect, it } from 'vitest';
import { temporaryFolder } from '../../adapters/temporary-folder.js';
import { runKills } from './run-kills.js';

it('an ingest that is killed at any moment leaves the old or the new index, whole, and questions go on', async () => {
  // Before it begins, in the middle, and one that is let finish.
  const lives = [50, 300, 500, 700, 900, 60_000];
  const result = await runKills({ folder: temporaryFolder(), documents: 30, kills: lives.length, lifeMs: (kill) => lives[kill - 1] ?? 0 });
  expect(result).toMatchObject({ failedQuestions: 0, mixedGenerations: 0, unopened: 0, orphans: [] });
  expect(result.kills + result.completed).toBe(lives.length);
  expect(result.completed).toBeGreaterThanOrEqual(1);
  expect(result.questions).toBeGreaterThan(lives.length);
}, 120_000);
