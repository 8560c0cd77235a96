import type { Command } from 'commander';
import { ClearError } from '../../domain/errors.js';
import type { CorpusReport } from '../../ingest/corpus/corpus-report.js';
import type { Entrance, House } from '../house.js';
import { printSummary } from '../ingest-command.js';
import { dataFolderOf } from '../usage.js';
import { withHouse } from '../with-house.js';
import { printArticle, printDocument, printList, printReport, printWithdrawn } from './print-corpus.js';

interface Options {
  json?: true;
  data?: string;
  repairs?: true;
}

const DATA = ['--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)'] as const;

/** `huida corpus …` and `huida show`: what is in the index, document by document, and taking one out. */
export function addCorpusCommands(program: Command, entrance: Entrance, setExitCode: (code: number) => void): void {
  const { output } = entrance;
  const corpus = program.command('corpus').summary('look after the documents of the index').description('Lists, shows, checks, withdraws and restores documents of the index.');
  const add = (to: Command, name: string, description: string, example: string, work: (house: House, options: Options, id: string) => Promise<string>): Command =>
    to
      .command(name)
      .description(description)
      .option('--json', 'print JSON')
      .option(...DATA)
      .addHelpText('after', `\nExample:\n  ${example}`)
      .action(async (...given: unknown[]) => {
        const [id, options] = (name.includes('<') ? given : ['', ...given]) as [string, Options];
        await withHouse(entrance, dataFolderOf(options), async (house) => { await output.write(await work(house, options, id)); });
      });

  add(corpus, 'list', 'Lists the documents of the index, and those that are withdrawn.', 'huida corpus list', async (house, { json }) => {
    const report = await reportOf(house);
    return json ? `${JSON.stringify({ documents: report.documents, withdrawn: report.withdrawn })}\n` : printList(report);
  });
  add(corpus, 'show <document>', 'Shows one document: its file, its articles, what is missing.', 'huida corpus show minutes/2025-03.docx', async (house, { json }, documentId) => {
    const document = (await reportOf(house)).documents.find((each) => each.documentId === documentId);
    if (document === undefined) throw new ClearError(`There is no document ${JSON.stringify(documentId)} in the index; "huida corpus list" names them.`);
    const headers = (await house.corpus.headers()).filter((header) => header.documentId === documentId);
    return json ? `${JSON.stringify({ ...document, headers })}\n` : printDocument(document, headers);
  });
  add(corpus, 'report', 'Prints documents, articles, dates and problems of the corpus as Markdown.', 'huida corpus report > corpus.md', async (house, { json }) => {
    const report = await reportOf(house);
    return json ? `${JSON.stringify(report)}\n` : printReport(report);
  });
  add(corpus, 'verify', 'Compares the index with the files it was read from; ends with 1 when they differ.', 'huida corpus verify --json', async (house, { json }) => {
    const check = await house.corpus.verify();
    if (check.problems.length > 0) setExitCode(1);
    return json ? `${JSON.stringify(check)}\n` : `${check.problems.map((problem) => `${problem}\n`).join('')}${check.files} files, ${check.documents} documents, ${check.problems.length} problems\n`;
  });
  add(corpus, 'withdraw <document>', 'Takes a document out of the index, for as long as it is not restored: its words are found, shown and opened nowhere any more, however often its folder is read. Its file stays.', 'huida corpus withdraw minutes/2025-03.docx', async (house, { json }, documentId) => {
    const withdrawn = await house.corpus.withdraw(documentId);
    return json ? `${JSON.stringify(withdrawn)}\n` : printWithdrawn(withdrawn);
  });
  add(corpus, 'restore <document>', 'Takes a withdrawn document in again from its file.', 'huida corpus restore minutes/2025-03.docx', async (house, { json }, documentId) => {
    const summary = await house.corpus.restore(documentId);
    return json ? `${JSON.stringify(summary)}\n` : printSummary(summary);
  });
  add(program, 'show <id>', 'Shows an article as printed, with the people and figures drawn out of it, or a passage that was cited; also a passage of an earlier version.', 'huida show "page.txt#3" --repairs', async (house, { json, repairs }, id) => {
    const shown = await house.corpus.show(id);
    return json ? `${JSON.stringify(shown)}\n` : printArticle(shown, repairs === true);
  })
    .summary('show an article or a cited passage as printed')
    .option('--repairs', 'also what recognition misread and is searched otherwise');
}

async function reportOf(house: House): Promise<CorpusReport> {
  const report = await house.corpus.report();
  if (report === null) throw new ClearError('Nothing was ingested into this data folder yet; run "huida ingest PATH" first.');
  return report;
}
