import type { Command } from 'commander';
import { ClearError } from '../../domain/errors.js';
import type { AnswerRecord } from '../../ports/record-log.js';
import type { Entrance } from '../house.js';
import { dataFolderOf, usageError, wholeNumber } from '../usage.js';
import { withHouse } from '../with-house.js';
import type { LogDesk } from './log-desk.js';
import { addNarrowing, type NarrowOptions, narrowed, readNarrowing, type Narrowing } from './narrow.js';
import { printLine, printRecord } from './print-record.js';

interface ListOptions extends NarrowOptions {
  json?: true;
  limit: number;
  data?: string;
}

/** `logs list`, `logs search` and `logs show`: nothing is changed. */
export function addReading(logs: Command, entrance: Entrance): void {
  const list = async (narrowing: Narrowing, options: ListOptions): Promise<void> => {
    await withHouse(entrance, dataFolderOf(options), async (house) => {
      const desk = house.logs();
      const reviews = desk.reviews();
      for (const record of narrowed(desk, narrowing, options.limit)) await entrance.output.write(options.json ? `${JSON.stringify(record)}\n` : printLine(record, reviews.of(record.id).verdict));
    });
  };
  listing(addNarrowing(logs.command('list').description('Lists the newest questions, newest first; with --json one whole record a line.')))
    .action(async (options: ListOptions) => { await list(readNarrowing(options), options); });
  listing(addNarrowing(logs.command('search').description('Lists the questions that hold these words, in the question or its answer, newest first. Any piece of a Chinese text is found; script, width and case do not count.').argument('<text...>', 'what is looked for; several pieces must all be there')))
    .action(async (words: string[], options: ListOptions) => {
      const text = words.join(' ');
      if (!/[\p{L}\p{N}]/u.test(text)) throw usageError(`The text is ${JSON.stringify(text.slice(0, 40))}, but must hold a letter, a character or a figure; write what the question or its answer says.`);
      const narrowing = readNarrowing(options);
      await list({ ...narrowing, query: { ...narrowing.query, text } }, options);
    });
  logs
    .command('show')
    .description('Shows one record: the answer as it was given, and the passages that were looked at.')
    .argument('<id>', 'id of the record, as listed')
    .option('--json', 'print the whole record')
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .action(async (id: string, options: { json?: true; data?: string }) => {
      await withHouse(entrance, dataFolderOf(options), async (house) => {
        const desk = house.logs();
        const record = recordNamed(desk, id);
        await entrance.output.write(options.json ? `${JSON.stringify(record)}\n` : printRecord(record, desk.reviews(), entrance.output.hasColour));
      });
    });
}

/** Throws ClearError when there is no such record. */
export function recordNamed(desk: LogDesk, id: string): AnswerRecord {
  const record = desk.find(id);
  if (record === null) throw new ClearError(`There is no record ${JSON.stringify(id.slice(0, 80))} in the log; "huida logs list" shows the ids.`);
  return record;
}

function listing(command: Command): Command {
  return command
    .option('--json', 'print one record a line')
    .option('--limit <n>', 'how many, 1 to 1000000', wholeNumber('--limit', 1, 1_000_000), 20)
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)');
}
