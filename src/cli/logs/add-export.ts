import type { Command } from 'commander';
import { EXPORT_COLUMNS, exportRecord, exportRow } from '../../review/export-table.js';
import type { Entrance } from '../house.js';
import { dataFolderOf, usageError, wholeNumber } from '../usage.js';
import { withHouse } from '../with-house.js';
import type { LogDesk } from './log-desk.js';
import { addNarrowing, narrowed, type Narrowing, type NarrowOptions, oneOf, readNarrowing } from './narrow.js';

const FORMATS = ['csv', 'jsonl', 'xlsx'] as const;
type Format = (typeof FORMATS)[number];

interface ExportOptions extends NarrowOptions {
  format?: string;
  to: string;
  force?: true;
  limit: number;
  data?: string;
}

/** `logs export`: the log for people elsewhere. */
export function addExport(logs: Command, entrance: Entrance): void {
  addNarrowing(logs.command('export'))
    .description('Writes records into a file, newest first: personal identifiers masked, without who asked and who judged; cells that a spreadsheet would run as a formula begin with an apostrophe.')
    .requiredOption('--to <file>', 'the file; "-" is standard output (csv and jsonl)')
    .option('--format <name>', `${FORMATS.join(', ')} (default: what the name of the file ends in, else csv)`)
    .option('--force', 'replace the file if it is there')
    .option('--limit <n>', 'how many, 1 to 1000000', wholeNumber('--limit', 1, 1_000_000), 1_000_000)
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .action(async (options: ExportOptions) => {
      const narrowing = readNarrowing(options);
      const format = oneOf('--format', options.format ?? FORMATS.find((each) => options.to.endsWith(`.${each}`)) ?? 'csv', FORMATS);
      if (options.to === '-' && format === 'xlsx') throw usageError('A workbook is not written to standard output; name a file after --to, or choose --format csv.');
      await withHouse(entrance, dataFolderOf(options), async (house) => {
        const desk = house.logs();
        let records = 0;
        const pieces = piecesOf(desk, format, narrowing, options.limit, () => { records++; });
        if (options.to === '-') {
          for await (const piece of pieces) await entrance.output.write(String(piece));
          return;
        }
        await desk.writeFile(options.to, pieces, options.force === true);
        await entrance.output.write(`${records} records were written to ${options.to}.\n`);
      });
    });
}

function piecesOf(desk: LogDesk, format: Format, narrowing: Narrowing, limit: number, onRecord: () => void): ReturnType<LogDesk['encode']> {
  const reviews = desk.reviews();
  function* records() {
    for (const record of narrowed(desk, narrowing, limit)) {
      onRecord();
      yield { record, review: reviews.of(record.id), feedback: reviews.feedbackOn(record.id) };
    }
  }
  function* lines() {
    for (const { record, review, feedback } of records()) yield `${JSON.stringify(exportRecord(record, review, feedback))}\n`;
  }
  function* rows() {
    yield EXPORT_COLUMNS;
    for (const { record, review, feedback } of records()) yield exportRow(record, review, feedback);
  }
  return format === 'jsonl' ? lines() : desk.encode(format, rows());
}
