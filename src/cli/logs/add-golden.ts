import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { ClearError } from '../../domain/errors.js';
import { readQuestionRows } from '../../evaluate/question-row.js';
import { type Expected, expectedOf, goldenRow } from '../../review/golden-row.js';
import type { Entrance, House } from '../house.js';
import { dataFolderOf, usageError } from '../usage.js';
import { withHouse } from '../with-house.js';
import { recordNamed } from './add-reading.js';

interface GoldenOptions {
  accept: string[];
  cite?: string;
  forbid: string[];
  refuse?: true;
  kind: string;
  to?: string;
  data?: string;
}

const DESCRIPTION = `Makes a row of a golden table from a record, so that "huida evaluate" asks its question from then on. What is right is said by
--accept or --refuse, or taken from the answer that a moderator published for this record.`;
const collect = (value: string, earlier: string[]): string[] => [...earlier, value];

/** `logs golden`: a wrong answer becomes a question that is asked at every evaluation. */
export function addGolden(logs: Command, entrance: Entrance): void {
  logs
    .command('golden')
    .description(DESCRIPTION)
    .argument('<id>', 'id of the record, as listed')
    .option('--accept <pattern>', 'a regular expression that the right answer matches; may be repeated, then all must', collect, [])
    .option('--cite <pattern>', 'a regular expression that a cited passage matches')
    .option('--forbid <text>', 'words that must not be shown; may be repeated', collect, [])
    .option('--refuse', 'the right answer is that there is none')
    .option('--kind <name>', 'under which name the row is counted', 'log')
    .option('--to <file>', 'the table the row is added to, .jsonl (default: standard output)')
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .action(async (id: string, options: GoldenOptions) => {
      for (const pattern of [...options.accept, ...(options.cite === undefined ? [] : [options.cite])]) refuseBroken(pattern);
      if (options.refuse === true && options.accept.length > 0) throw usageError('Both --accept and --refuse were given; the right answer is one of the two.');
      await withHouse(entrance, dataFolderOf(options), async (house) => {
        const row = goldenRow(recordNamed(house.logs(), id), options.kind, await expectedIn(house, id, options));
        if (row === null) throw new ClearError(`The question of ${JSON.stringify(id)} was masked in the log, so it is not what was asked; write the row by hand.`);
        const line = `${JSON.stringify(row)}\n`;
        if (options.to === undefined) {
          await entrance.output.write(line);
          return;
        }
        addLine(options.to, row.id, line);
        await entrance.output.write(`${row.id} was added to ${options.to}.\n`);
      });
    });
}

async function expectedIn(house: House, id: string, { accept, cite, forbid, refuse }: GoldenOptions): Promise<Expected> {
  if (refuse === true || accept.length > 0) return { accept, cite: cite ?? null, forbid, isRefusal: refuse === true };
  const curated = house.logs().curatedFor(id);
  if (curated === null) throw usageError(`Nobody published a right answer for ${JSON.stringify(id.slice(0, 80))}; say what is right by --accept PATTERN, or --refuse when there is no answer.`);
  const index = await house.rehearse();
  const expected = expectedOf(curated.answer, curated.passageIds.map((passageId) => index.passageText(passageId) ?? ''));
  return { ...expected, cite: cite ?? expected.cite, forbid };
}

function addLine(file: string, id: string, line: string): void {
  const isThere = existsSync(file);
  if (isThere && readQuestionRows(file).some((row) => row.id === id)) throw new ClearError(`${JSON.stringify(file)} has a row ${id} already; correct it there.`);
  try {
    const isLineOpen = isThere && !/(?:^|\n)$/u.test(readFileSync(file, 'utf8'));
    appendFileSync(file, isLineOpen ? `\n${line}` : line);
  } catch (cause) {
    throw new ClearError(`The table ${JSON.stringify(file)} cannot be written (${cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'}); name another file.`, 1, { cause });
  }
}

function refuseBroken(pattern: string): void {
  try {
    new RegExp(pattern, 'u');
  } catch {
    throw usageError(`${JSON.stringify(pattern.slice(0, 80))} is no regular expression; write one, such as "35|三十五".`);
  }
}
