import type { Command } from 'commander';
import { type Counts, countRecords, type Ranked } from '../../review/count-records.js';
import type { Entrance } from '../house.js';
import { plainText } from '../plain-text.js';
import { dataFolderOf, wholeNumber } from '../usage.js';
import { withHouse } from '../with-house.js';

interface StatsOptions {
  days: number;
  json?: true;
  data?: string;
}

/** `logs stats`: what the console's overview shows, as text. */
export function addStats(logs: Command, entrance: Entrance): void {
  logs
    .command('stats')
    .description('Counts the questions of the last days: outcomes, reasons of refusal, time taken, verdicts, what was asked most and what the corpus could not answer.')
    .option('--days <n>', 'up to today (UTC), 1 to 3650', wholeNumber('--days', 1, 3_650), 30)
    .option('--json', 'print JSON')
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .action(async (options: StatsOptions) => {
      await withHouse(entrance, dataFolderOf(options), async (house) => {
        const desk = house.logs();
        const counts = countRecords(desk.records(), desk.reviews(), Date.now(), options.days);
        await entrance.output.write(options.json ? `${JSON.stringify(counts)}\n` : printCounts(counts, options.days));
      });
    });
}

function printCounts({ questions, families, verdicts, votes, dislikes, judgedTwice, agreed, p50Ms, p95Ms, reasons, unanswered, asked, cited }: Counts, days: number): string {
  const judged = verdicts.right + verdicts.wrong + verdicts.incomplete;
  const rows: [string, string][] = [
    ['questions', `${questions} in ${days} days`],
    ...Object.entries(families).map(([family, count]): [string, string] => [family, `${count}/${questions}`]),
    ['judged right', `${verdicts.right}/${judged}`],
    ['citizens', `${votes.up} up, ${votes.down} down, ${votes.staff} passed on to staff`],
    ['moderators agree', `${agreed}/${judgedTwice}`],
    ['time', `p50 ${p50Ms.toFixed(0)} ms, p95 ${p95Ms.toFixed(0)} ms`],
  ];
  const lists: [string, Ranked[]][] = [['Not answered because', reasons], ['Disliked because', dislikes], ['Not on record', unanswered], ['Asked most', asked], ['Cited most', cited]];
  return rows.map(([name, value]) => `${name.padEnd(16)} ${value}\n`).join('') + lists.filter(([, list]) => list.length > 0).map(([title, list]) => `\n${title}:\n${list.map(printRanked).join('')}`).join('');
}

function printRanked({ name, count }: Ranked): string {
  return `${String(count).padStart(7)} ${plainText(name).replace(/\s+/gu, ' ').slice(0, 100)}\n`;
}
