import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { checkStatements, MAX_STATEMENTS, type Check } from '../answer/check/check-statements.js';
import type { Answer } from '../domain/answer.js';
import type { Entrance, Output } from './house.js';
import { plainText } from './plain-text.js';
import { printAnswer, printSources } from './print-answer.js';
import { dataFolderOf, usageError } from './usage.js';
import { withHouse } from './with-house.js';

interface CheckOptions {
  json?: true;
  data?: string;
}

/** Longest text that is checked, in UTF-16 units. */
const MAX_TEXT = 20_000;
const EXIT_CODES = { supported: 0, contradicted: 3, not_found: 4 } as const;
const VERDICTS = { supported: 'supported', contradicted: 'CONTRADICTED', not_found: 'not found' } as const;

const EXAMPLES = `
Examples:
  huida check "市政协七届四次会议收到提案212件"
  huida check --json "The fourth session received 300 proposals."
  pbpaste | huida check -

Every sentence of the text is judged by itself; "-" reads it from standard input.
Exit codes: 0 all supported, 3 at least one contradicted, 4 none contradicted and at least one not found, 1 failed, 2 wrong usage.`;

/** `huida check`: each statement of a text against the record. */
export function addCheckCommand(program: Command, entrance: Entrance, setExitCode: (code: number) => void): void {
  program
    .command('check')
    .summary('check what a text states against the record')
    .description('Judges each statement of a text: supported, contradicted or not found, with the claimed and the recorded values and citations.')
    .argument('[statement...]', 'the text; quote it in a shell')
    .option('--json', 'print {"text", "verdict", "counts", "statements", "left"}; a statement is an answer object')
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .addHelpText('after', EXAMPLES)
    .action(async (words: string[], options: CheckOptions) => {
      const dataFolder = dataFolderOf(options);
      const text = words.length === 1 && words[0] === '-' ? await readAll(entrance.output.input) : words.join(' ');
      refuseUnreadable(text);
      await withHouse(entrance, dataFolder, async (house) => {
        const check = await checkStatements(text, (question) => house.ask(question, 'cli'), randomUUID);
        if (check.verdict === null) throw usageError('The text states nothing that could be checked; write at least one sentence that says something.');
        await entrance.output.write(options.json ? `${JSON.stringify(check)}\n` : printCheck(check, entrance.output));
        setExitCode(check.statements.some(({ status }) => status.startsWith('failed')) ? 1 : EXIT_CODES[check.verdict]);
      });
    });
}

function refuseUnreadable(text: string): void {
  if (!/[\p{L}\p{N}]/u.test(text)) throw usageError('No statement was given; write it in quotes after "huida check", or "-" for standard input.');
  if (text.length > MAX_TEXT) throw usageError(`The text has ${text.length} characters, but at most ${MAX_TEXT} are checked; give it in parts.`);
}

/** Reads to the end, or to just past what is checked. */
async function readAll(input: NodeJS.ReadableStream): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of input) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    if (text.length > MAX_TEXT) break;
  }
  return text + decoder.decode();
}

function printCheck({ statements, counts, left }: Check, { hasColour }: Output): string {
  const [only] = statements;
  if (only !== undefined && statements.length === 1) return printAnswer(only, hasColour);
  const parts = statements.map((answer, index) => `${index + 1}. ${headOf(answer)}\n${plainText(answer.answer)}\n${printSources(answer, hasColour)}`);
  parts.push(`${statements.length} statements: ${counts.supported} supported, ${counts.contradicted} contradicted, ${counts.not_found} not found.\n`);
  if (left > 0) parts.push(`${left} more statements were not checked: at most ${MAX_STATEMENTS} at a time.\n`);
  return parts.join('\n');
}

function headOf({ question, verdict, status }: Answer): string {
  return `${plainText(question).replace(/\s+/gu, ' ')} — ${verdict === null ? status : VERDICTS[verdict]}`;
}
