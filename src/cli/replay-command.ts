import type { Command } from 'commander';
import { type Change, replay } from '../review/replay.js';
import type { Entrance } from './house.js';
import { addNarrowing, narrowed, type NarrowOptions, readNarrowing } from './logs/narrow.js';
import { plainText } from './plain-text.js';
import { dataFolderOf, wholeNumber } from './usage.js';
import { withHouse } from './with-house.js';

interface ReplayOptions extends NarrowOptions {
  limit: number;
  json?: true;
  data?: string;
}

const CHANGED_EXIT_CODE = 3;
const EXAMPLES = `
Examples:
  huida replay --since 7d
  huida replay --since 2025-03-01 --verdict right --json

Run it after documents or the program changed, with --verdict right above all: what was right should stay. Nothing is logged.
Exit codes: 0 every answer is as it was, 3 at least one changed.`;

/** `huida replay`: what would be answered today to what was asked then. */
export function addReplayCommand(program: Command, entrance: Entrance, setExitCode: (code: number) => void): void {
  addNarrowing(program.command('replay'))
    .summary('ask logged questions again and show what changed')
    .description('Asks logged questions again, oldest first, each with its conversation and as of its own day, on the index of today, and shows each answer that changed: its status, its words, its citations.')
    .option('--limit <n>', 'how many, 1 to 1000000', wholeNumber('--limit', 1, 1_000_000), 1_000_000)
    .option('--json', 'print counts and changes as JSON')
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .addHelpText('after', EXAMPLES)
    .action(async (options: ReplayOptions) => {
      const narrowing = readNarrowing(options);
      await withHouse(entrance, dataFolderOf(options), async (house) => {
        const outcome = await replay(narrowed(house.logs(), narrowing, options.limit, 'oldest first'), async (record) => await house.reask(record), async (change) => {
          if (options.json !== true) await entrance.output.write(printChange(change));
        });
        const { reasked, same, masked, changes } = outcome;
        const left = masked === 0 ? '' : ` ${masked} were left out: the log masked what was asked.`;
        await entrance.output.write(options.json ? `${JSON.stringify(outcome)}\n` : `${reasked} asked again: ${same} as before, ${changes.length} changed.${left}\n`);
        if (changes.length > 0) setExitCode(CHANGED_EXIT_CODE);
      });
    });
}

function printChange({ id, askedAtUtc, question, before, after, differs }: Change): string {
  const lines = differs.map((part) => `  ${part}\n    - ${shown(before[part])}\n    + ${shown(after[part])}\n`);
  return `${askedAtUtc} ${plainText(id)} ${plainText(question).replace(/\s+/gu, ' ').slice(0, 200)}\n${lines.join('')}\n`;
}

function shown(value: string | string[] | null): string {
  return value === null || value.length === 0 ? '(none)' : plainText([value].flat().join(', ')).replace(/\s+/gu, ' ');
}
