import type { Command } from 'commander';
import { ClearError } from '../domain/errors.js';
import type { ChainReport } from '../ports/audit-report.js';
import type { Entrance } from './house.js';
import { dataFolderOf } from './usage.js';

interface AuditOptions {
  json?: true;
  head: Expected[];
  data?: string;
}
interface Expected {
  name: string;
  link: number;
  hash: string;
}

const DESCRIPTION = `Checks that nobody changed, removed, inserted or moved a record or a moderator's action, link by link, and against the heads that
were written beside the databases. Names the first bad row of each file and ends with 1. A head that was written down elsewhere is
compared with --head; erasures that were asked for or came with age are declared in the chain and count as right.`;

/** `huida audit`: is the log what it was? */
export function addAuditCommand(program: Command, entrance: Entrance, setExitCode: (code: number) => void): void {
  const audit = program.command('audit').summary('prove that the log was not altered').description('Proves that the log of questions and of moderators’ actions was not altered.');
  audit
    .command('verify')
    .description(DESCRIPTION)
    .option('--json', 'print the reports as JSON')
    .option('--head <name:link:hash>', 'a head noted earlier, such as records:120:5f…; may be repeated', (text: string, earlier: Expected[]) => [...earlier, readHead(text)], [])
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .addHelpText('after', '\nExamples:\n  huida audit verify\n  huida audit verify --json --data /srv/huida')
    .action(async (options: AuditOptions) => {
      const reports = entrance.audit(dataFolderOf(options), options.head);
      await entrance.output.write(options.json ? `${JSON.stringify({ reports })}\n` : printReports(reports));
      if (reports.some(({ problem }) => problem !== null)) setExitCode(1);
    });
}

function readHead(text: string): Expected {
  const parts = /^(records|actions):([1-9]\d{0,14}):([0-9a-f]{64})$/u.exec(text);
  if (parts === null) throw new ClearError(`--head is ${JSON.stringify(text.slice(0, 100))}, but must be records or actions, a number and 64 hex digits, with colons between; "huida audit verify" prints it so.`, 2);
  return { name: parts[1] as string, link: Number(parts[2]), hash: parts[3] as string };
}

/** One line a chain. */
export function printReports(reports: readonly ChainReport[]): string {
  if (reports.length === 0) return 'Nothing was logged yet: there is nothing to verify.\n';
  return reports.map(printReport).join('');
}

function printReport({ name, file, links, rows, erased, head, unanchored, problem }: ChainReport): string {
  if (problem !== null) {
    const place = [problem.link === null ? '' : ` at link ${problem.link}`, problem.sequence === null ? '' : ` (row ${problem.sequence})`].join('');
    return `${name}: BAD${place}: ${problem.reason}. ${file}\n`;
  }
  const after = unanchored === 0 ? '' : `, ${unanchored} after the newest anchor`;
  return `${name}: right. ${rows} rows and ${erased} declared erasures in ${links} links${after}.${head === null ? '' : ` Head ${name}:${head.link}:${head.hash}`}\n`;
}
