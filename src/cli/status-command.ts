import type { Command } from 'commander';
import type { Entrance, HouseStatus } from './house.js';
import { dataFolderOf } from './usage.js';
import { withHouse } from './with-house.js';

const EXAMPLES = `
Examples:
  huida status
  huida status --json --data /srv/huida`;

/** `huida status`: what stands in the data folder. Reads only. */
export function addStatusCommand(program: Command, entrance: Entrance): void {
  program
    .command('status')
    .summary('show what stands in the data folder')
    .description('Shows the data folder, its index generation, the engines in use and the size of the log. Changes nothing.')
    .option('--json', 'print JSON')
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .addHelpText('after', EXAMPLES)
    .action(async (options: { json?: true; data?: string }) => {
      await withHouse(entrance, dataFolderOf(options), async (house) => {
        const status = await house.status();
        await entrance.output.write(options.json ? `${JSON.stringify(status)}\n` : printStatus(status));
      });
    });
}

function printStatus(status: HouseStatus): string {
  const counts = status.generation?.counts;
  const rows: [string, string | number][] = [
    ['data folder', status.dataFolder],
    ['index', { open: 'ready', absent: 'none yet; the first question or "huida ingest" builds it', refused: `refused: ${status.reason ?? ''}` }[status.state]],
    ['generation', status.generation === null ? '-' : `${status.generation.id} (${status.generation.createdAtUtc})`],
    ['documents', counts?.documents ?? '-'],
    ['articles', counts?.articles ?? '-'],
    ['passages', counts?.passages ?? '-'],
    ['vector index', status.vectorIndex ?? '-'],
    ['embedding model', status.embeddingModel],
    ['sqlite driver', status.sqliteDriver],
    ['log rows', status.logRows],
  ];
  return rows.map(([name, value]) => `${name.padEnd(16)} ${value}\n`).join('');
}
