import { join } from 'node:path';
import { auditActions, auditRecords } from './adapters/sqlite/audit-file.js';
import type { Config } from './config.js';
import type { ChainHead, ChainReport } from './ports/audit-report.js';
import { CONSOLE_FILE, LOG_FILE } from './wiring.js';

/** Checks every chain of a data folder; those that were never begun are left out. Reads only. */
export function auditDataFolder({ dataFolder }: Pick<Config, 'dataFolder'>, heads: readonly (ChainHead & { name: string })[] = []): ChainReport[] {
  const of = (wanted: string): ChainHead[] => heads.filter(({ name }) => name === wanted);
  return [auditRecords(join(dataFolder, LOG_FILE), of('records')), auditActions(join(dataFolder, CONSOLE_FILE), of('actions'))].filter((report) => report !== null);
}
