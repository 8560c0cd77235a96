import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../adapters/temporary-folder.js';
import { runCrashes } from './run-crashes.js';
import { isProbeThere, PROBE, type Simulator, startOwnSimulator, startProbeSimulator } from './simulators.js';

/** Five starts of a service on a busy machine. */
const LIMIT_MS = 240_000;

test("a killed service, on the project's own fake", () => proveAgainst(startOwnSimulator), LIMIT_MS);

test.skipIf(!isProbeThere)(`a killed service, on teleprobe (skipped when ${PROBE} is not there)`, () => proveAgainst(startProbeSimulator), LIMIT_MS);

/**
 * No question is lost, the order of a chat is kept, and nothing arrives twice that was not said to: a kill can cut off one message of each
 * chat, when all are on their way. That there is at most one repeated reply a kill is a matter of many kills: npm run test:crash.
 */
async function proveAgainst(start: () => Promise<Simulator>): Promise<void> {
  const simulator = await start();
  onTestFinished(() => simulator.close());
  const folder = temporaryFolder();
  const [kills, chats] = [3, 5];
  let life = 200;
  const result = await runCrashes({ simulator, folder, updates: 40, kills, chats, handlerMs: [20, 300], patienceMs: 120_000, lifeMs: () => (life += 151) });
  expect(result, result.log).toMatchObject({ lost: 0, outOfOrder: 0 });
  expect(result.surplus).toBeLessThanOrEqual(result.announced);
  expect(result.announced).toBeLessThanOrEqual(kills * chats);
}
