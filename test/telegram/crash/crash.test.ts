import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../adapters/temporary-folder.js';
import { runCrashes } from './run-crashes.js';
import { isProbeThere, PROBE, type Simulator, startOwnSimulator, startProbeSimulator } from './simulators.js';

test("a killed service, on the project's own fake", () => proveAgainst(startOwnSimulator));

test.skipIf(!isProbeThere)(`a killed service, on teleprobe (skipped when ${PROBE} is not there)`, () => proveAgainst(startProbeSimulator));

/** No question is lost, at most one reply a kill is repeated, the order of a chat is kept. */
async function proveAgainst(start: () => Promise<Simulator>): Promise<void> {
  const simulator = await start();
  onTestFinished(() => simulator.close());
  const folder = temporaryFolder();
  const kills = 3;
  let life = 200;
  const result = await runCrashes({ simulator, folder, updates: 40, kills, chats: 5, handlerMs: [20, 300], patienceMs: 45_000, lifeMs: () => (life += 151) });
  expect(result, result.log).toMatchObject({ lost: 0, outOfOrder: 0 });
  expect(result.surplus).toBeLessThanOrEqual(kills);
}
