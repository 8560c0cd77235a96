import { expect, it } from 'vitest';
import { temporaryFolder } from '../../adapters/temporary-folder.js';
import { runKills } from './run-kills.js';

it('an ingest that is killed at any moment leaves the old or the new index, whole, and questions go on', async () => {
  // Before it begins, on its way, and one that is let finish.
  const shares = [0.05, 0.3, 0.5, 0.7, 0.9, 100];
  const result = await runKills({ folder: temporaryFolder(), documents: 30, kills: shares.length, lifeMs: (kill, wholeMs) => (shares[kill - 1] ?? 0) * wholeMs });
  expect(result).toMatchObject({ failedQuestions: 0, mixedGenerations: 0, unopened: 0, orphans: [] });
  expect(result.kills + result.completed).toBe(shares.length);
  expect(result.completed).toBeGreaterThanOrEqual(1);
  expect(result.questions).toBeGreaterThan(shares.length);
}, 120_000);
