import type { Command } from 'commander';
import type { ChainReport } from '../ports/audit-report.js';
import { printReports } from './audit-command.js';
import type { Entrance } from './house.js';
import { dataFolderOf, usageError, wholeNumber } from './usage.js';

interface BackupOptions {
  keepDays: number;
  json?: true;
  data?: string;
}

const BACKUP = `Copies the log, what moderators did and wrote, what the bot remembers, and the staff's own files into a new folder below DIR, while
the service runs. The index is not copied: it is made again from the documents. Older backups in DIR are removed after --keep-days, so that
what people had erased does not live on in them.`;
const RESTORE = `Puts a backup into a data folder that holds no log yet, checks every file against its digest and the chains against their anchors.
Stop the service first. What was erased after the backup was made comes back with it: erase it again.`;

/** `huida backup` and `huida restore`. */
export function addBackupCommands(program: Command, entrance: Entrance, setExitCode: (code: number) => void): void {
  program
    .command('backup')
    .summary('copy the log and what belongs to it, while the service runs')
    .description(BACKUP)
    .argument('<dir>', 'folder of the backups, outside the data folder; made when missing')
    .option('--keep-days <n>', 'days that older backups are kept, 1 to 36500; the newest always is', wholeNumber('--keep-days', 1, 36_500), 30)
    .option('--json', 'print JSON')
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .addHelpText('after', '\nExample:\n  huida backup /mnt/backups')
    .action(async (target: string, options: BackupOptions) => {
      const report = await entrance.backUp(dataFolderOf(options), pathOf(target), options.keepDays);
      const { folder, files, bytes, removed, reports, durationMs } = report;
      const old = removed.length === 0 ? '' : ` ${removed.length} older than ${options.keepDays} days removed.`;
      await entrance.output.write(options.json ? `${JSON.stringify(report)}\n` : `${files} files, ${bytes} bytes, in ${folder} (${durationMs} ms).${old}\n${printReports(reports)}`);
      failOn(reports);
    });
  program
    .command('restore')
    .summary('put a backup into an empty data folder')
    .description(RESTORE)
    .argument('<dir>', 'one backup: a folder that "huida backup" made')
    .option('--json', 'print JSON')
    .option('--data <dir>', 'folder of the index and the log (default: DATA_DIR or ./data)')
    .addHelpText('after', '\nExample:\n  huida restore /mnt/backups/huida-2025-03-01T02-00-00-000Z --data /srv/huida')
    .action(async (from: string, options: { json?: true; data?: string }) => {
      const report = entrance.restore(dataFolderOf(options), pathOf(from));
      const { createdAtUtc, files, reports, durationMs } = report;
      await entrance.output.write(options.json ? `${JSON.stringify(report)}\n` : `${files} files of the backup of ${createdAtUtc} are restored (${durationMs} ms). The next question or "huida ingest" makes the index.\n${printReports(reports)}`);
      failOn(reports);
    });

  function failOn(reports: readonly ChainReport[]): void {
    if (reports.some(({ problem }) => problem !== null)) setExitCode(1);
  }
}

function pathOf(text: string): string {
  if (text.trim() === '' || text.includes('\0')) throw usageError('The folder is empty or not a path; name the folder of the backups.');
  return text;
}
