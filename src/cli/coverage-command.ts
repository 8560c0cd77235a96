import type { Command } from 'commander';
import type { Entrance } from './house.js';
import { printCoverage } from './print-coverage.js';
import { dataFolderOf } from './usage.js';
import { withHouse } from './with-house.js';

const EXAMPLES = `
Examples:
  huida coverage
  huida coverage --json --data /srv/huida

A gap is a stretch inside a body's own range without a record: a year, a month of a body that meets monthly,
a number between two numbered sessions.`;

/** `huida coverage`: of whom, from when to when there are records, and what is missing in between. */
export function addCoverageCommand(program: Command, entrance: Entrance): void {
  program
    .command('coverage')
    .summary('show which bodies, meetings and dates are on record, and the gaps')
    .description('Shows which bodies, meetings and dates are on record, what is missing in between, and questions that the records answer.')
    .option('--json', 'print JSON')
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .addHelpText('after', EXAMPLES)
    .action(async (options: { json?: true; data?: string }) => {
      await withHouse(entrance, dataFolderOf(options), async (house) => {
        const { coverage, examples } = await house.coverage();
        await entrance.output.write(options.json ? `${JSON.stringify({ ...coverage, examples })}\n` : printCoverage(coverage, examples));
      });
    });
}
