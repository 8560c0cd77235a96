import type { Command } from 'commander';
import { ClearError } from '../domain/errors.js';
import type { AnswerRecord } from '../ports/record-log.js';
import type { Entrance } from './house.js';
import { plainText } from './plain-text.js';
import { printAnswer } from './print-answer.js';
import { dataFolderOf, wholeNumber } from './usage.js';
import { withHouse } from './with-house.js';

interface LogOptions {
  json?: true;
  limit: number;
  data?: string;
}

const EXAMPLES = `
Examples:
  huida logs list --limit 20
  huida logs list --json --limit 1000 > questions.jsonl
  huida logs show 7d9c6f0e-1b0a-4c1e-9b7e-0a2f5f1c9a11`;

/** `huida logs`: the log of questions, for moderators. Reads only. */
export function addLogsCommand(program: Command, entrance: Entrance): void {
  const logs = program.command('logs').summary('read the log of questions').description('Reads the log of questions: every question ever asked has one row.').addHelpText('after', EXAMPLES);
  logs
    .command('list')
    .description('Lists the newest questions, newest first; with --json one whole record a line.')
    .option('--json', 'print one record a line')
    .option('--limit <n>', 'how many, 1 to 1000000', wholeNumber('--limit', 1, 1_000_000), 20)
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .action(async (options: LogOptions) => {
      await withHouse(entrance, dataFolderOf(options), async (house) => {
        for (const record of house.records(options.limit)) await entrance.output.write(options.json ? `${JSON.stringify(record)}\n` : printLine(record));
      });
    });
  logs
    .command('show')
    .description('Shows one record: the answer as it was given, and the passages that were looked at.')
    .argument('<id>', 'id of the record, as listed')
    .option('--json', 'print the whole record')
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .action(async (id: string, options: LogOptions) => {
      await withHouse(entrance, dataFolderOf(options), async (house) => {
        const record = house.record(id);
        if (record === null) throw new ClearError(`There is no record ${JSON.stringify(id.slice(0, 80))} in the log; "huida logs list" shows the ids.`);
        await entrance.output.write(options.json ? `${JSON.stringify(record)}\n` : printRecord(record, entrance.output.hasColour));
      });
    });
}

function printLine({ id, askedAtUtc, channel, answer, question }: AnswerRecord): string {
  const asked = plainText(question.question).replace(/\s+/gu, ' ').slice(0, 100);
  return `${askedAtUtc} ${plainText(id)} ${channel} ${answer.status} ${asked}\n`;
}

function printRecord(record: AnswerRecord, hasColour: boolean): string {
  const { question, standaloneQuestion, passages, failure } = record;
  const looked = passages.map(({ isKept, score, title, passageId }) => `${isKept ? '+' : '-'} ${score.toFixed(3)} ${plainText(title)} (${plainText(passageId)})\n`);
  const completed = standaloneQuestion === question.question || standaloneQuestion === '' ? '' : `Understood as: ${plainText(standaloneQuestion)}\n`;
  const broken = failure === null ? '' : `Failure: ${plainText(failure)}\n`;
  return `${printLine(record)}${completed}${broken}\n${printAnswer(record.answer, hasColour)}\nPassages looked at:\n${looked.join('')}`;
}
