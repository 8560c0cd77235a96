import type { ChainHead, ChainProblem, ChainReport } from '../../ports/audit-report.js';
import { contentHash, GENESIS, linkHash, selectChained, type ChainedTable } from './chain.js';
import type { SqlDatabase, SqlRow } from './driver.js';

const PAGE = 500;
const NOTHING: Part = { expected: [], erased: new Set() };

/**
 * Checks a chain, its rows and its anchors against each other: edits, removals, insertions, moves and a tail that was cut off, of rows
 * and of links. Reads page by page, so that memory does not grow with the log.
 */
export function verifyChain(database: SqlDatabase, tables: readonly ChainedTable[], anchors: readonly ChainHead[] | null): Omit<ChainReport, 'name' | 'file'> {
  const { parts, ...walk } = walkLinks(database, tables, anchors ?? []);
  const compared = tables.map((chained) => compareRows(database, chained, parts.get(chained.kind) ?? NOTHING));
  const content = compared.reduce<ChainProblem | null>((first, { problem }) => earlier(first, problem), null);
  const { links } = walk;
  const newest = Math.max(0, ...lastOf(anchors ?? []));
  const missing: ChainProblem | null = anchors === null && links > 0 ? { link: null, sequence: null, reason: 'the anchor file is missing: put it back from a backup' } : null;
  const rows = compared.reduce((sum, { rows: count }) => sum + count, 0);
  const erased = [...parts.values()].reduce((sum, part) => sum + part.erased.size, 0);
  const head = links === 0 ? null : walk.head;
  return { links, rows, erased, head, unanchored: Math.max(0, links - newest), problem: earlier(earlier(content, walk.problem), missing) };
}

/** What the links say of one table. */
interface Part {
  /** Rising by link and by sequence. */
  expected: { link: number; sequence: number; hash: string }[];
  erased: Set<number>;
}
interface Walk {
  parts: Map<string, Part>;
  links: number;
  head: ChainHead;
  problem: ChainProblem | null;
}

/** The links alone: each follows the one before, and the anchors agree. */
function walkLinks(database: SqlDatabase, tables: readonly ChainedTable[], anchors: readonly ChainHead[]): Walk {
  const page = database.prepare('SELECT * FROM chain WHERE link > ? ORDER BY link LIMIT ?');
  const anchored = new Map<number, string>();
  const walk: Walk = { parts: new Map(tables.map(({ kind }) => [kind, { expected: [], erased: new Set() }])), links: 0, head: { link: 0, hash: GENESIS }, problem: null };
  const report = (link: number, sequence: number | null, reason: string): void => { walk.problem ??= { link, sequence, reason }; };
  for (const { link, hash } of anchors) {
    if ((anchored.get(link) ?? hash) !== hash) report(link, null, 'two anchors disagree about it');
    anchored.set(link, hash);
  }
  // An anchor is reported at its place, not before what is wrong earlier.
  const early = walk.problem;
  walk.problem = null;
  for (let rows = page.all(0, PAGE); rows.length > 0; rows = page.all(walk.head.link, PAGE)) {
    for (const row of rows) {
      const [link, kind, subject] = [row.link as number, row.kind as string, row.subject as number | null];
      if (link !== walk.head.link + 1) report(walk.head.link + 1, null, 'this link is missing');
      const expectedHash = linkHash(walk.head.hash, { link, kind, subject, detail: row.detail as string, contentHash: row.content_hash as string });
      if (expectedHash !== row.hash) report(link, subject, 'the link was changed, or one before it was');
      if (anchored.has(link) && anchored.get(link) !== row.hash) report(link, subject, 'the anchor outside the database says otherwise');
      const part = walk.parts.get(kind);
      if (part !== undefined && subject !== null && subject > lastSequenceOf(part)) part.expected.push({ link: walk.links + 1, sequence: subject, hash: row.content_hash as string });
      else if (kind !== 'erasure' || !readErasure(row, walk.parts)) report(link, subject, 'the link is of no known kind');
      walk.links++;
      walk.head = { link, hash: row.hash as string };
    }
  }
  const beyond = Math.max(0, ...lastOf(anchors));
  if (beyond > walk.head.link) report(walk.head.link + 1, null, `the chain ends here, and the anchor knows ${beyond} links: its tail was cut off`);
  walk.problem = earlier(walk.problem, early);
  return walk;
}

/** The rows against their links, in the order of both. */
function compareRows(database: SqlDatabase, chained: ChainedTable, { expected, erased }: Part): { problem: ChainProblem | null; rows: number } {
  const page = database.prepare(`${selectChained(chained)} WHERE sequence > ? ORDER BY sequence LIMIT ?`);
  let compared = 0;
  let buffered: SqlRow[] = page.all(-Number.MAX_SAFE_INTEGER, PAGE);
  let at = 0;
  const next = (): SqlRow | undefined => {
    if (at === buffered.length && buffered.length > 0) {
      buffered = page.all(buffered.at(-1)?.sequence ?? 0, PAGE);
      at = 0;
    }
    return buffered[at];
  };
  for (const wanted of expected) {
    const bad = (sequence: number, reason: string) => ({ problem: { link: wanted.link, sequence, reason }, rows: compared });
    const row = next();
    const sequence = row === undefined ? Infinity : (row.sequence as number);
    if (sequence < wanted.sequence) return bad(sequence, 'the row was put in beside the chain');
    if (erased.has(wanted.sequence)) {
      if (sequence === wanted.sequence) return bad(sequence, 'the row was erased by declaration and is there');
      continue;
    }
    if (row === undefined || sequence > wanted.sequence) return bad(wanted.sequence, 'the row is gone and no erasure declares it');
    if (contentHash(row) !== wanted.hash) return bad(sequence, 'the row was changed');
    at++;
    compared++;
  }
  const surplus = next();
  return { problem: surplus === undefined ? null : { link: (expected.at(-1)?.link ?? 0) + 1, sequence: surplus.sequence as number, reason: 'the row was put in beside the chain' }, rows: compared };
}

/** Adds the sequences that an erasure declares; false where it cannot be read, or names rows that were not chained before it. */
function readErasure(row: SqlRow, parts: ReadonlyMap<string, Part>): boolean {
  try {
    const { ranges, of = 'content' } = JSON.parse(row.detail as string) as { ranges: [number, number][]; of?: string };
    const part = parts.get(of);
    if (part === undefined || !ranges.every(([first, last]) => first >= 1 && last <= lastSequenceOf(part))) return false;
    for (const [first, last] of ranges) for (let sequence = first; sequence <= last; sequence++) part.erased.add(sequence);
    return true;
  } catch {
    return false;
  }
}

function lastSequenceOf({ expected }: Part): number {
  return expected.at(-1)?.sequence ?? 0;
}

function earlier(one: ChainProblem | null, other: ChainProblem | null): ChainProblem | null {
  if (one === null || other === null) return one ?? other;
  return (other.link ?? Infinity) < (one.link ?? Infinity) ? other : one;
}

/** The newest link of the anchors, as a list of none or one: lists of 100,000 are too long to be arguments. */
function lastOf(anchors: readonly ChainHead[]): number[] {
  return anchors.length === 0 ? [] : [anchors.reduce((most, { link }) => Math.max(most, link), 0)];
}
