import { createHash } from 'node:crypto';
import type { ChainHead } from '../../ports/audit-report.js';
import type { SqlDatabase, SqlRow } from './driver.js';

/** A table whose rows are chained: every column, in the order that is hashed, `sequence` first. Tables of one file share its chain. */
export interface ChainedTable {
  table: 'records' | 'actions' | 'feedback';
  /** What a link to a row of it is called. */
  kind: Exclude<LinkKind, 'erasure'>;
  columns: readonly string[];
}

/**
 * `content` stands for one row of the file's first table (`subject` is its sequence), `feedback` for one of that table; an `erasure`
 * declares which rows are gone (`detail` has their sequences as JSON ranges, and why). Each hash covers the hash before it, so that no link can be changed, moved or taken out alone.
 */
export type LinkKind = 'content' | 'feedback' | 'erasure';

/** The start of every chain. */
export const GENESIS = '0'.repeat(64);

export const CHAIN_SCHEMA = `CREATE TABLE chain (
    link INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    subject INTEGER,
    detail TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    hash TEXT NOT NULL
  );
  CREATE TRIGGER chain_stays BEFORE UPDATE ON chain BEGIN SELECT RAISE(ABORT, 'a link of the chain is not changed'); END;
  CREATE TRIGGER chain_lasts BEFORE DELETE ON chain BEGIN SELECT RAISE(ABORT, 'a link of the chain is not removed'); END;`;

/** Columns that hold numbers; all others are text. */
const NUMERIC: readonly string[] = ['sequence', 'duration_ms'];

/**
 * `SELECT … FROM` of what `contentHash` takes. Neighbouring texts come as one run of bytes, each with its type and length before it: one
 * engine ends a string at U+0000, so that what stands behind would go unseen, and a value for each of twenty columns costs half the time
 * of verifying a log.
 */
export function selectChained({ table, columns }: ChainedTable): string {
  const runs: string[][] = [[]];
  for (const column of columns) {
    if (NUMERIC.includes(column)) runs.push([column], []);
    // concat() leaves out what is NULL, and copies once what a chain of || would copy at every step.
    else runs.at(-1)?.push(`CASE WHEN ${column} IS NULL THEN 'null:4:null' ELSE 'text:' || OCTET_LENGTH(${column}) || ':' END, ${column}`);
  }
  const selected = runs.filter((run) => run.length > 0).map((run, index) => (NUMERIC.includes(run[0] ?? '') ? run.join('') : `CAST(CONCAT(${run.join(', ')}) AS BLOB) AS run${index}`));
  return `SELECT ${selected.join(', ')} FROM ${table}`;
}

/** SHA-256 (hex) of a selected row: each value with its type and length before it, so that no two rows have the same bytes. */
export function contentHash(row: SqlRow): string {
  const hash = createHash('sha256');
  for (const value of Object.values(row)) {
    if (!(value instanceof Uint8Array)) hash.update(`${value === null ? 'null' : typeof value}:${String(value).length}:${String(value)}`);
    else hash.update(value);
  }
  return hash.digest('hex');
}

/** The hash of a link (hex). */
export function linkHash(previous: string, { link, kind, subject, detail, contentHash }: { link: number; kind: string; subject: number | null; detail: string; contentHash: string }): string {
  return sha256(JSON.stringify([previous, link, kind, subject, detail, contentHash]));
}

/** Adds links to the chain of an open database; to be called inside the transaction that writes or removes the rows. */
export function openChain(database: SqlDatabase, chained: ChainedTable) {
  const { table, kind } = chained;
  const last = database.prepare('SELECT link, hash FROM chain ORDER BY link DESC LIMIT 1');
  const insert = database.prepare('INSERT INTO chain VALUES (?, ?, ?, ?, ?, ?)');
  // Hashed as it was stored: an engine may have changed a character that SQLite cannot hold.
  const stored = database.prepare(`${selectChained(chained)} WHERE sequence = ?`);

  function head(): ChainHead | null {
    const row = last.get();
    return row === undefined ? null : { link: row.link as number, hash: row.hash as string };
  }
  function add(kind: LinkKind, subject: number | null, detail: string, content: string): ChainHead {
    const before = head();
    const link = (before?.link ?? 0) + 1;
    const hash = linkHash(before?.hash ?? GENESIS, { link, kind, subject, detail, contentHash: content });
    insert.run(link, kind, subject, detail, content, hash);
    return { link, hash };
  }

  return {
    head,
    addRow(sequence: number): ChainHead {
      const row = stored.get(sequence);
      if (row === undefined) throw new Error(`row ${sequence} of ${table} is not there to be chained`);
      return add(kind, sequence, '', contentHash(row));
    },
    /** `sequences` rise. */
    addErasure: (sequences: readonly number[], reason: string, atUtc: string): ChainHead => add('erasure', null, JSON.stringify({ reason, atUtc, ranges: rangesOf(sequences), ...(kind === 'content' ? {} : { of: kind }) }), ''),
  };
}

/** `[1, 2, 3, 7]` is `[[1, 3], [7, 7]]`. */
function rangesOf(sequences: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const sequence of sequences) {
    const range = ranges.at(-1);
    if (range?.[1] === sequence - 1) range[1] = sequence;
    else ranges.push([sequence, sequence]);
  }
  return ranges;
}

function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
