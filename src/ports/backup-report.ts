import type { ChainReport } from './audit-report.js';

/** What became of a backup. */
export interface BackupReport {
  /** The backup that was made. */
  folder: string;
  files: number;
  bytes: number;
  /** Names of older backups that were removed. */
  removed: string[];
  /** Of the copy. */
  reports: ChainReport[];
  durationMs: number;
}

/** What became of putting one back. */
export interface RestoreReport {
  createdAtUtc: string;
  files: number;
  /** Of what was restored. */
  reports: ChainReport[];
  durationMs: number;
}
