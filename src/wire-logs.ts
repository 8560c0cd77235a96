import { existsSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { writeNewFile } from './adapters/disk/new-file.js';
import { openConsoleFile } from './adapters/sqlite/console-file.js';
import { openRecordFacts } from './adapters/sqlite/record-facts.js';
import type { RecordLogFile } from './adapters/sqlite/record-log.js';
import type { LogDesk } from './cli/logs/log-desk.js';
import { ClearError } from './domain/errors.js';
import { createRecordIndex, type IndexedRecord } from './review/record-index.js';
import { createReviews } from './review/review-state.js';

interface LogFiles {
  /** The record log, and the console's file. */
  records: string;
  console: string;
  open: () => RecordLogFile;
}

/** Whoever can run commands on the machine can read its files anyway. */
export const LOCAL_PERSON = 'local';

/** The log of a data folder for the command line. Nothing is opened before it is needed, and nothing is made by reading. */
export function bindLogs({ records, console, open }: LogFiles): LogDesk {
  const hasLog = (): boolean => existsSync(records);
  const withConsole = <T>(work: (file: ReturnType<typeof openConsoleFile>) => T): T => {
    const file = openConsoleFile(console);
    try {
      return work(file);
    } finally {
      file.close();
    }
  };
  return {
    *select(query, order) {
      if (hasLog()) yield* open().select(query, order);
    },
    find: (id) => (hasLog() ? open().find(id) : null),
    countBefore: (askedAtUtc) => (hasLog() ? open().countBefore(askedAtUtc) : 0),
    removeBefore(askedAtUtc) {
      const removed = hasLog() ? open().removeBefore(askedAtUtc) : 0;
      if (removed > 0) act('purged', '', { before: askedAtUtc, records: removed });
      return removed;
    },
    records: () => (hasLog() ? readAll(records, open) : []),
    reviews() {
      const feedback = hasLog() ? open().feedback : { after: () => [], count: () => 0 };
      return existsSync(console) ? withConsole(({ actions }) => createReviews(actions, feedback)()) : createReviews({ after: () => [] }, feedback)();
    },
    curatedFor: (recordId) => (existsSync(console) ? withConsole(({ curated }) => curated.all().find((one) => one.recordId === recordId) ?? null) : null),
    judge: (recordId, verdict, note) => { act('judged', recordId, { verdict, note }); },
    paths: () => [['records', records], ['anchor', `${records}.anchor`], ['actions', console], ['anchor', `${console}.anchor`]].map(([name = '', file = '']) => ({ name, file, bytes: existsSync(file) ? statSync(file).size : null })),
    async *encode(format, rows) {
      if (format === 'csv') yield* (await import('./adapters/csv/write-csv.js')).writeCsv(rows);
      else yield await (await import('./adapters/xlsx/write-xlsx.js')).writeXlsx(rows);
    },
    async writeFile(file, pieces, mayReplace) {
      const within = relative(dirname(records), resolve(file));
      if (!within.startsWith('..')) throw new ClearError(`${JSON.stringify(file)} lies in the data folder, where only the program writes; name a file elsewhere.`, 2);
      await writeNewFile(file, pieces, mayReplace);
    },
  };

  function act(action: string, subject: string, detail: Record<string, string | number>): void {
    withConsole(({ actions }) => actions.append({ atUtc: new Date().toISOString(), personId: LOCAL_PERSON, action, subject, detail }));
  }
}

function readAll(file: string, open: () => RecordLogFile): readonly IndexedRecord[] {
  // An older schema is brought up to date first.
  open();
  const reader = openRecordFacts(file);
  try {
    return createRecordIndex(reader).catchUp();
  } finally {
    reader.close();
  }
}
