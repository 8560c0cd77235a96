import type { Command } from 'commander';
import type { Entrance } from '../house.js';
import { dataFolderOf, usageError, wholeNumber } from '../usage.js';
import { withHouse } from '../with-house.js';
import { readMoment } from './read-moment.js';

interface PurgeOptions {
  before?: string;
  olderThan?: number;
  yes?: true;
  json?: true;
  data?: string;
}

const DAY_MS = 86_400_000;

/** `logs purge` and `logs path`: what lies on the disk, and for how long. */
export function addKeeping(logs: Command, entrance: Entrance): void {
  logs
    .command('purge')
    .description('Removes old records from the disk, for good. Without --yes it only tells how many. The chain keeps a declared erasure, so that "huida audit verify" still holds.')
    .option('--before <when>', 'asked before that day or moment (UTC), or longer ago than 30d, 12h, 45m')
    .option('--older-than <days>', 'days, 1 to 36500', wholeNumber('--older-than', 1, 36_500))
    .option('--yes', 'really remove them')
    .option('--json', 'print JSON')
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .action(async (options: PurgeOptions) => {
      const beforeUtc = readEnd(options);
      await withHouse(entrance, dataFolderOf(options), async (house) => {
        const desk = house.logs();
        const isDone = options.yes === true;
        const records = isDone ? desk.removeBefore(beforeUtc) : desk.countBefore(beforeUtc);
        const sentence = isDone ? `${records} records asked before ${beforeUtc} were removed.` : `${records} records were asked before ${beforeUtc}. Nothing was removed; add --yes to remove them.`;
        await entrance.output.write(options.json ? `${JSON.stringify({ records, beforeUtc, isDone })}\n` : `${sentence}\n`);
      });
    });
  logs
    .command('path')
    .description('Prints where the log lies: its databases and what belongs to them.')
    .option('--json', 'print JSON')
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .action(async (options: { json?: true; data?: string }) => {
      await withHouse(entrance, dataFolderOf(options), async (house) => {
        const paths = house.logs().paths();
        await entrance.output.write(options.json ? `${JSON.stringify(paths)}\n` : paths.map(({ name, file, bytes }) => `${name.padEnd(10)} ${file} ${bytes === null ? '(not there yet)' : `(${bytes} bytes)`}\n`).join(''));
      });
    });
}

function readEnd({ before, olderThan }: PurgeOptions): string {
  if ((before === undefined) === (olderThan === undefined)) throw usageError('What is old was not said, or twice; give one of --before and --older-than, such as --older-than 180.');
  return before === undefined ? new Date(Date.now() - (olderThan ?? 0) * DAY_MS).toISOString() : readMoment('--before', before, false);
}
