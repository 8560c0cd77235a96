import type { Command } from 'commander';
import type { RankedPassage } from '../answer/outcome.js';
import type { Entrance } from './house.js';
import { plainText } from './plain-text.js';
import { dataFolderOf, usageError, wholeNumber } from './usage.js';
import { withHouse } from './with-house.js';

interface SearchOptions {
  json?: true;
  limit: number;
  data?: string;
}

const EXAMPLES = `
Examples:
  huida search "提案 立案 件数"
  huida search --json --limit 50 "谁作了工作报告？"

"+" marks the passages an answer would be made from, "-" the rejected ones. Scores: higher is better.`;

/** `huida search`: what retrieval finds for a question, kept and rejected. */
export function addSearchCommand(program: Command, entrance: Entrance): void {
  program
    .command('search')
    .summary('show the ranked passages for a question')
    .description('Shows the passages that a question finds, best first, with their scores. Nothing is logged.')
    .argument('[question...]', 'the question; quote it in a shell')
    .option('--json', 'print an array of passages with scores')
    .option('--limit <n>', 'how many passages, 1 to 1000', wholeNumber('--limit', 1, 1000), 10)
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .addHelpText('after', EXAMPLES)
    .action(async (words: string[], options: SearchOptions) => {
      if (words.length === 0) throw usageError('No question was given; write it in quotes after "huida search".');
      await withHouse(entrance, dataFolderOf(options), async (house) => {
        const ranked = await house.search(words.join(' '), options.limit);
        await entrance.output.write(options.json ? `${JSON.stringify(ranked)}\n` : printRanked(ranked));
      });
    });
}

function printRanked(ranked: readonly RankedPassage[]): string {
  if (ranked.length === 0) return 'No passage matches.\n';
  return ranked.map((row, index) => printRow(row, index + 1)).join('\n');
}

function printRow({ passage, isKept, score, lexicalScore, vectorScore }: RankedPassage, rank: number): string {
  const { header, place } = passage;
  const title = [header.title, header.body, header.meeting, header.date ?? ''].filter((part) => part !== '').join(' · ');
  const scores = `${score.toFixed(3)} (words ${lexicalScore.toFixed(2)}, vector ${vectorScore.toFixed(3)})`;
  const start = passage.text.replace(/\s+/gu, ' ').slice(0, 160);
  return `${isKept ? '+' : '-'} ${rank}. ${scores} ${plainText(title)}\n     ${plainText(`${place.file}:${place.startLine}-${place.endLine}`)}\n     ${plainText(start)}\n`;
}
