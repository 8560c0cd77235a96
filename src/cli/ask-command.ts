import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { askBatch } from './ask-batch.js';
import type { Entrance } from './house.js';
import { plainText } from './plain-text.js';
import { printAnswer } from './print-answer.js';
import { dataFolderOf, usageError } from './usage.js';
import { withHouse } from './with-house.js';

interface AskOptions {
  json?: true;
  batch?: string;
  data?: string;
}

const EXAMPLES = `
Examples:
  huida ask "市政协七届四次会议一共收到多少件提案？"
  huida ask --json "谁作了工作报告？"
  huida ask --batch questions.jsonl > answers.jsonl
  echo '{"id":"1","question":"会议什么时候举行？"}' | huida ask --batch -

A line of a batch is {"id", "question", "history"?: [{"question"}]}; one answer object a line comes out, in order.
A question that was understood and refused is a done job: exit code 0.`;

/** `huida ask`: one question, or one per line of a file. */
export function addAskCommand(program: Command, entrance: Entrance, setExitCode: (code: number) => void): void {
  program
    .command('ask')
    .summary('answer a question, with citations')
    .description('Answers one question from the ingested records, with citations. An empty data folder is filled from the corpus folder first.')
    .argument('[question...]', 'the question; quote it in a shell')
    .option('--json', 'print the answer object')
    .option('--batch <file>', 'read questions from a .jsonl file, "-" is standard input')
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .addHelpText('after', EXAMPLES)
    .action(async (words: string[], options: AskOptions) => {
      if (options.batch === undefined && words.length === 0) throw usageError('No question was given; write it in quotes after "huida ask", or use --batch FILE.');
      if (options.batch !== undefined && words.length > 0) throw usageError('Both a question and --batch were given; use one of them.');
      await withHouse(entrance, dataFolderOf(options), async (house) => {
        if (options.batch !== undefined) {
          setExitCode(await askBatch(options.batch, house, entrance.output));
          return;
        }
        // Shown on a terminal while a model writes; the whole answer follows with its sources.
        const showSentence = entrance.output.hasProgress && options.json !== true ? (sentence: string): void => { entrance.output.writeError(`… ${plainText(sentence)}\n`); } : undefined;
        const answer = await house.ask({ id: randomUUID(), question: words.join(' '), history: [] }, 'cli', showSentence);
        await entrance.output.write(options.json ? `${JSON.stringify(answer)}\n` : printAnswer(answer, entrance.output.hasColour));
        if (answer.status.startsWith('failed')) setExitCode(1);
      });
    });
}
