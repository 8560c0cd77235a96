import { expect, it } from 'vitest';
import { temporaryFolder } from '../../adapters/temporary-folder.js';
import { runKills } from './run-kills.js';

it('an ingest that is killed at any moment leaves the old or the new index, whole, and questions go on', async () => {
  // Before it begins, one that is let finish, and on its way.
  const shares = [0.05, 100, 0.3, 0.5, 0.7];
  const result = await runKills({ folder: temporaryFolder(), documents: 30, kills: 4, lifeMs: (ingest, wholeMs) => (shares[(ingest - 1) % shares.length] ?? 0) * wholeMs });
  expect(result).toMatchObject({ failedQuestions: 0, mixedGenerations: 0, unopened: 0, orphans: [] });
  expect(result.kills).toBe(4);
  expect(result.completed).toBeGreaterThanOrEqual(1);
  expect(result.questions).toBeGreaterThan(shares.length);
}, 120_000);
