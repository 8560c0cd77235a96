// Kills the service while questions arrive: npm run test:crash [-- --updates 1000 --kills 100 --chats 50 --handlers 20,1500,10000]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCrashes } from './run-crashes.js';
import { isProbeThere, PROBE, startOwnSimulator, startProbeSimulator } from './simulators.js';

const { values } = parseArgs({
  options: {
    updates: { type: 'string', default: '1000' },
    kills: { type: 'string', default: '100' },
    chats: { type: 'string', default: '50' },
    // Of ten questions six are quick, three slow, one very slow: as many of ten seconds as there are quick ones would take an hour.
    handlers: { type: 'string', default: '20,1500,20,20,1500,20,10000,20,1500,20' },
    simulator: { type: 'string', default: 'both' },
  },
});

function wholeNumber(name: 'updates' | 'kills' | 'chats', most: number): number {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  console.error(`--${name} is ${JSON.stringify(values[name])}, but must be a whole number from 1 to ${most}; correct it and run again.`);
  process.exit(2);
}

const plan = { updates: wholeNumber('updates', 100_000), kills: wholeNumber('kills', 10_000), chats: wholeNumber('chats', 10_000), handlerMs: values.handlers.split(',').map(Number) };
if (!plan.handlerMs.every((ms) => Number.isInteger(ms) && ms >= 0 && ms <= 60_000)) {
  console.error(`--handlers is ${JSON.stringify(values.handlers)}, but must be milliseconds from 0 to 60000 with commas between, such as 20,1500,10000.`);
  process.exit(2);
}
const simulators = { own: [startOwnSimulator], teleprobe: [startProbeSimulator], both: [startOwnSimulator, startProbeSimulator] }[values.simulator];
if (simulators === undefined) {
  console.error(`--simulator is ${JSON.stringify(values.simulator)}, but must be own, teleprobe or both.`);
  process.exit(2);
}

for (const start of simulators) {
  if (start === startProbeSimulator && !isProbeThere) {
    console.log(`skipped: ${PROBE} is not there`);
    continue;
  }
  const simulator = await start();
  const folder = mkdtempSync(join(tmpdir(), 'huida-crash-'));
  try {
    console.log(`${plan.updates} questions, ${plan.kills} kills, against ${simulator.name}`);
    const result = await runCrashes({ ...plan, simulator, folder, patienceMs: 900_000, lifeMs: () => Math.random() * 1_600, onProgress: (line) => { console.log(`  ${line}`); } });
    const isKept = result.lost === 0 && result.outOfOrder === 0 && result.surplus <= Math.min(result.kills, result.announced);
    console.log(`  lost ${result.lost} (0), surplus replies ${result.surplus} (≤ ${result.kills}, and ≤ ${result.announced} that were announced), out of order ${result.outOfOrder} (0); ${result.repliedDuringKills} replies while the kills went on, the rest ${(result.recoverMs / 1000).toFixed(1)} s after the last: ${isKept ? 'kept' : 'BROKEN'}`);
    if (!isKept) {
      process.exitCode = 1;
      console.error(result.log);
    }
  } finally {
    await simulator.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
