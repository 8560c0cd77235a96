import { existsSync } from 'node:fs';
import type { ChainHead, ChainReport } from '../../ports/audit-report.js';
import { anchorFileOf, readAnchors } from './chain-anchor.js';
import type { ChainedTable } from './chain.js';
import { ACTIONS } from './console-migrations.js';
import type { SqlEngine } from './driver.js';
import { FEEDBACK } from './feedback-log.js';
import { openDatabase } from './open-database.js';
import { RECORDS } from './record-migrations.js';
import { verifyChain } from './verify-chain.js';

/** Checks the log of questions of a data folder. `noted` heads were kept elsewhere. Reads only; null where there is none and never was. */
export function auditRecords(file: string, noted: readonly ChainHead[] = [], options: { engine?: SqlEngine } = {}): ChainReport | null {
  return auditFile(file, [RECORDS, FEEDBACK], noted, options);
}

/** Checks what moderators did. Reads only; null where there is none and never was. */
export function auditActions(file: string, noted: readonly ChainHead[] = [], options: { engine?: SqlEngine } = {}): ChainReport | null {
  return auditFile(file, [ACTIONS], noted, options);
}

function auditFile(file: string, tables: readonly [ChainedTable, ...ChainedTable[]], noted: readonly ChainHead[], { engine }: { engine?: SqlEngine }): ChainReport | null {
  const name = tables[0].table;
  const broken = (reason: string): ChainReport => ({ name, file, links: 0, rows: 0, erased: 0, head: null, unanchored: 0, problem: { link: null, sequence: null, reason } });
  const anchors = readAnchors(file);
  if (!existsSync(file)) return anchors === null && noted.length === 0 ? null : broken(`the database is missing, and ${noted.length > 0 ? 'a head that was noted' : anchorFileOf(file)} knows of it`);
  try {
    const database = openDatabase(file, { readOnly: true, isMapped: true, ...(engine === undefined ? {} : { engine }) });
    try {
      if (database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'chain'").get() === undefined) {
        return broken(anchors === null ? 'an older program wrote it and there is no chain yet: start the service once, which makes one' : 'the chain is missing');
      }
      const report = { name, file, ...verifyChain(database, tables, anchors === null ? null : [...anchors.heads, ...noted]) };
      return anchors?.isBroken === true && report.problem === null ? { ...report, problem: { link: null, sequence: null, reason: 'a line of the anchor file was changed' } } : report;
    } finally {
      database.close();
    }
  } catch (error) {
    return broken(`the database cannot be read (${error instanceof Error ? error.message : String(error)}): put a backup in its place`);
  }
}
