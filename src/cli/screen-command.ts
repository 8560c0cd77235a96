import type { Command } from 'commander';
import type { ScreenedSpan, ScreeningReport } from '../ingest/screen-documents.js';
import type { Entrance } from './house.js';
import { plainText } from './plain-text.js';
import { dataFolderOf } from './usage.js';
import { withHouse } from './with-house.js';

interface ScreenOptions {
  json?: true;
  reveal?: true;
  data?: string;
}

const EXAMPLES = `
Examples:
  huida screen minutes/ page.txt
  huida screen --reveal page.txt      also what stands under the mask; for a terminal nobody else looks at`;

/** `huida screen`: what would be masked in documents before they are indexed. Nothing is indexed. */
export function addScreenCommand(program: Command, entrance: Entrance): void {
  program
    .command('screen')
    .summary('show what personal data would be masked')
    .description('Shows what personal data of private people would be masked in files and folders. Nothing is indexed or kept.')
    .argument('[path...]', 'files or folders (default: the corpus folder)')
    .option('--reveal', 'also show what is masked')
    .option('--json', 'print the report as JSON')
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: ScreenOptions) => {
      await withHouse(entrance, dataFolderOf(options), async (house) => {
        const report = await house.screen(paths);
        const isRevealed = options.reveal === true;
        const shown = { ...report, spans: report.spans.map((span) => (isRevealed ? span : { ...span, found: '＊'.repeat(span.found.length) })) };
        await entrance.output.write(options.json ? `${JSON.stringify(shown)}\n` : printReport(shown, isRevealed));
      });
    });
}

function printReport({ documents, articles, spans, skipped }: ScreeningReport, isRevealed: boolean): string {
  const lines = spans.map((span) => `${plainText(placeOf(span))} ${span.kind}: ${plainText(span.context)}${isRevealed ? `  [${plainText(span.found)}]` : ''}\n`);
  const left = skipped.map(({ file, reason }) => `skipped ${plainText(file)}: ${plainText(reason)}\n`);
  return `${lines.join('')}${left.join('')}${String(spans.length)} to mask in ${String(documents)} documents, ${String(articles)} articles\n`;
}

function placeOf({ file, line, page }: ScreenedSpan): string {
  return `${file}${page === null ? '' : ` p.${String(page)}`}:${line === null ? 'title' : String(line)}`;
}
