import type { Command } from 'commander';
import type { IngestSummary } from '../ingest/ingest.js';
import type { Entrance } from './house.js';
import { plainText } from './plain-text.js';
import { startIngestProgress } from './ingest-progress.js';
import { dataFolderOf } from './usage.js';
import { withHouse } from './with-house.js';

interface IngestOptions {
  json?: true;
  data?: string;
}

const EXAMPLES = `
Examples:
  huida ingest                       the corpus folder
  huida ingest minutes/ report.md    folders and files: .md .txt .html .pdf .docx .xlsx .csv .jsonl .zip
  huida ingest --data /srv/huida docs.jsonl

Only files that changed are read; the others are taken over as they are. What is gone from a folder leaves the index. The live index keeps answering until the new one is complete.`;

/** `huida ingest`: files and folders into a new generation of the index. */
export function addIngestCommand(program: Command, entrance: Entrance): void {
  program
    .command('ingest')
    .summary('read documents into the index')
    .description('Reads files and folders (default: the corpus folder) into the index of the data folder and ends with a summary.')
    .argument('[path...]', 'files or folders')
    .option('--json', 'print the summary as JSON')
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: IngestOptions) => {
      const { output } = entrance;
      await withHouse(entrance, dataFolderOf(options), async (house) => {
        const progress = output.hasProgress && !options.json ? startIngestProgress(() => performance.now()) : null;
        const summary = await house.ingest(paths, (each) => progress?.update(each)).finally(() => progress?.stop());
        await output.write(options.json ? `${JSON.stringify(summary)}\n` : printSummary(summary));
      });
    });
}

/** Counts in one table, then every skipped file with its reason. */
export function printSummary(summary: IngestSummary): string {
  const rows: [string, string | number][] = [
    ['documents', summary.documents],
    ['  new', summary.added],
    ['  changed', summary.changed],
    ['  unchanged', summary.unchanged],
    ['  removed', summary.removed],
    ['articles', summary.articles],
    ['passages', summary.passages],
    ['skipped files', summary.skipped.length],
    ['generation', summary.generation.id],
    ['seconds', (summary.durationMs / 1000).toFixed(1)],
  ];
  const table = rows.map(([name, value]) => `${name.padEnd(15)} ${value}\n`).join('');
  return table + summary.skipped.map(({ file, reason }) => `skipped ${plainText(file).replace(/\s+/gu, ' ')}: ${plainText(reason)}\n`).join('');
}
