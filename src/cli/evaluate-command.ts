import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { evaluate } from '../evaluate/evaluate.js';
import { printEvaluation } from '../evaluate/print-evaluation.js';
import { readDocumentTexts, readQuestionRows } from '../evaluate/question-row.js';
import type { Entrance, House } from './house.js';
import { plainText } from './plain-text.js';
import { startProgressBar } from './progress-bar.js';
import { dataFolderOf, wholeNumber } from './usage.js';
import { withHouse } from './with-house.js';

interface EvaluateOptions {
  questions: string;
  docs?: string;
  failures: number;
  limit?: number;
  json?: true;
  data?: string;
}

const EXAMPLES = `
Examples:
  huida evaluate --questions test/golden/corpus.jsonl
  huida evaluate --questions dev.jsonl --docs docs.jsonl --failures 20

--docs reads these documents first, into --data or else into a folder that is removed afterwards.
Questions asked here are not logged. The formats of a table stand in test/README.md. Wrong answers are a result: exit code 0.`;

/** `huida evaluate`: asks a golden table and counts the right answers. */
export function addEvaluateCommand(program: Command, entrance: Entrance): void {
  program
    .command('evaluate')
    .summary('score a table of questions')
    .description('Asks every row of a golden table, judges the answers and proves their citations.')
    .requiredOption('--questions <file>', 'the table, .jsonl')
    .option('--docs <file>', 'documents to read first, .jsonl')
    .option('--failures <n>', 'how many wrong answers to list, 0 to 100000', wholeNumber('--failures', 0, 100_000), 0)
    .option('--limit <n>', 'only the first n questions, 1 to 1000000', wholeNumber('--limit', 1, 1_000_000))
    .option('--json', 'print JSON')
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .addHelpText('after', EXAMPLES)
    .action(async (options: EvaluateOptions) => {
      const chosen = dataFolderOf(options);
      // Read before anything is built, so that a wrong path costs nothing.
      const rows = readQuestionRows(options.questions).slice(0, options.limit);
      const documents = options.docs === undefined ? new Map<string, string>() : readDocumentTexts(options.docs);
      await inDataFolder(chosen, options.docs !== undefined, async (dataFolder) => {
        await withHouse(entrance, dataFolder, async (house) => {
          if (options.docs !== undefined) await house.ingest([options.docs], () => undefined);
          await report(house, rows, documents, options, entrance);
        });
      });
    });
}

async function report(house: House, rows: ReturnType<typeof readQuestionRows>, documents: Map<string, string>, options: EvaluateOptions, { output }: Entrance): Promise<void> {
  const bar = output.hasProgress ? startProgressBar('{bar} {value}/{total}') : null;
  const onProgress = (done: number, total: number): void => bar?.update(done, total);
  const evaluation = await evaluate(rows, documents, { ...(await house.rehearse()), onProgress }).finally(() => bar?.stop());
  const failures = evaluation.failures.slice(0, options.failures);
  if (options.json) await output.write(`${JSON.stringify({ ...evaluation, failures })}\n`);
  else await output.write(printEvaluation(evaluation) + failures.map((failure) => `${plainText(JSON.stringify(failure))}\n`).join(''));
}

/** The chosen folder, or for documents that were given along a new one that is gone afterwards. */
async function inDataFolder(chosen: string | null, hasDocuments: boolean, work: (dataFolder: string | null) => Promise<void>): Promise<void> {
  if (chosen !== null || !hasDocuments) {
    await work(chosen);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'huida-evaluate-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
