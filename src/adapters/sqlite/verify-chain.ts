import type { ChainHead, ChainProblem, ChainReport } from '../../ports/audit-report.js';
import { contentHash, GENESIS, linkHash, selectChained, type ChainedTable } from './chain.js';
import type { SqlDatabase, SqlRow } from './driver.js';

const PAGE = 500;

/**
 * Checks a chain, its rows and its anchors against each other: edits, removals, insertions, moves and a tail that was cut off, of rows
 * and of links. Reads page by page, so that memory does not grow with the log.
 */
export function verifyChain(database: SqlDatabase, chained: ChainedTable, anchors: readonly ChainHead[] | null): Omit<ChainReport, 'name' | 'file'> {
  const walk = walkLinks(database, anchors ?? []);
  const links = walk.expected.length;
  const { problem: content, rows } = compareRows(database, chained, walk);
  const newest = Math.max(0, ...lastOf(anchors ?? []));
  const missing: ChainProblem | null = anchors === null && links > 0 ? { link: null, sequence: null, reason: 'the anchor file is missing: put it back from a backup' } : null;
  const head = walk.expected.length === 0 ? null : walk.head;
  return { links, rows, erased: walk.erased.size, head, unanchored: Math.max(0, links - newest), problem: earlier(earlier(content, walk.problem), missing) };
}

interface Walk {
  /** By link, from 1: the row it stands for and its hash; null for an erasure. */
  expected: ({ sequence: number; hash: string } | null)[];
  erased: Set<number>;
  head: ChainHead;
  problem: ChainProblem | null;
}

/** The links alone: each follows the one before, and the anchors agree. */
function walkLinks(database: SqlDatabase, anchors: readonly ChainHead[]): Walk {
  const page = database.prepare('SELECT * FROM chain WHERE link > ? ORDER BY link LIMIT ?');
  const anchored = new Map<number, string>();
  const walk: Walk = { expected: [], erased: new Set(), head: { link: 0, hash: GENESIS }, problem: null };
  const report = (link: number, sequence: number | null, reason: string): void => { walk.problem ??= { link, sequence, reason }; };
  for (const { link, hash } of anchors) {
    if ((anchored.get(link) ?? hash) !== hash) report(link, null, 'two anchors disagree about it');
    anchored.set(link, hash);
  }
  // An anchor is reported at its place, not before what is wrong earlier.
  const early = walk.problem;
  walk.problem = null;
  let lastSequence = 0;
  for (let rows = page.all(0, PAGE); rows.length > 0; rows = page.all(walk.head.link, PAGE)) {
    for (const row of rows) {
      const [link, kind, subject] = [row.link as number, row.kind as string, row.subject as number | null];
      if (link !== walk.head.link + 1) report(walk.head.link + 1, null, 'this link is missing');
      const expectedHash = linkHash(walk.head.hash, { link, kind, subject, detail: row.detail as string, contentHash: row.content_hash as string });
      if (expectedHash !== row.hash) report(link, subject, 'the link was changed, or one before it was');
      if (anchored.has(link) && anchored.get(link) !== row.hash) report(link, subject, 'the anchor outside the database says otherwise');
      if (kind === 'content' && subject !== null && subject > lastSequence) {
        walk.expected.push({ sequence: subject, hash: row.content_hash as string });
        lastSequence = subject;
      } else {
        if (kind !== 'erasure' || !readErasure(row, walk.erased, lastSequence)) report(link, subject, 'the link is of no known kind');
        walk.expected.push(null);
      }
      walk.head = { link, hash: row.hash as string };
    }
  }
  const beyond = Math.max(0, ...lastOf(anchors));
  if (beyond > walk.head.link) report(walk.head.link + 1, null, `the chain ends here, and the anchor knows ${beyond} links: its tail was cut off`);
  walk.problem = earlier(walk.problem, early);
  return walk;
}

/** The rows against their links, in the order of both. */
function compareRows(database: SqlDatabase, chained: ChainedTable, { expected, erased }: Walk): { problem: ChainProblem | null; rows: number } {
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
  for (const [index, wanted] of expected.entries()) {
    if (wanted === null) continue;
    const bad = (sequence: number, reason: string) => ({ problem: { link: index + 1, sequence, reason }, rows: compared });
    const row = next();
    const sequence = row === undefined ? Infinity : (row.sequence as number);
    if (sequence < wanted.sequence) return bad(sequence, 'the row was put in beside the chain');
    if (erased.has(wanted.sequence)) {
      if (sequence === wanted.sequence) return bad(sequence, 'the row was erased by declaration and is there');
      continue;
    }
    if (row === undefined || sequence > wanted.sequence) return bad(wanted.sequence, 'the row is gone and no erasure declares it');
    if (contentHash(row, chained.columns) !== wanted.hash) return bad(sequence, 'the row was changed');
    at++;
    compared++;
  }
  const surplus = next();
  return { problem: surplus === undefined ? null : { link: expected.length + 1, sequence: surplus.sequence as number, reason: 'the row was put in beside the chain' }, rows: compared };
}

/** Adds the sequences that an erasure declares; false where it cannot be read, or names rows that were not chained before it. */
function readErasure(row: SqlRow, erased: Set<number>, lastSequence: number): boolean {
  try {
    const { ranges } = JSON.parse(row.detail as string) as { ranges: [number, number][] };
    if (!ranges.every(([first, last]) => first >= 1 && last <= lastSequence)) return false;
    for (const [first, last] of ranges) for (let sequence = first; sequence <= last; sequence++) erased.add(sequence);
    return true;
  } catch {
    return false;
  }
}

function earlier(one: ChainProblem | null, other: ChainProblem | null): ChainProblem | null {
  if (one === null || other === null) return one ?? other;
  return (other.link ?? Infinity) < (one.link ?? Infinity) ? other : one;
}

/** The newest link of the anchors, as a list of none or one: lists of 100,000 are too long to be arguments. */
function lastOf(anchors: readonly ChainHead[]): number[] {
  return anchors.length === 0 ? [] : [anchors.reduce((most, { link }) => Math.max(most, link), 0)];
}
