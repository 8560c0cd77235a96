import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { ClearError } from '../../domain/errors.js';
import { LOCK_FILE } from './generation-files.js';
import { processStart } from './process-start.js';

const lockShape = z.object({ pid: z.number().int().positive(), processStart: z.string().nullable(), token: z.string(), startedAtUtc: z.string() });
type LockHolder = z.infer<typeof lockShape>;

/** Tokens of the locks that this process holds: after a restart in a container another process may have had its very pid. */
const heldHere = new Set<string>();

/**
 * Takes the build lock of a data folder; returns what gives it back. The lock of a process that died is taken over.
 * Throws ClearError when a living process holds it.
 */
export function takeBuildLock(dataFolder: string): () => void {
  const file = join(resolve(dataFolder), LOCK_FILE);
  const token = randomBytes(8).toString('hex');
  const own = `${file}.${token}`;
  const holder: LockHolder = { pid: process.pid, processStart: processStart(process.pid), token, startedAtUtc: new Date().toISOString() };
  // Written under a name of its own and then linked: nobody ever reads a half-written lock.
  writeFileSync(own, JSON.stringify(holder));
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      if (hasLinked(own, file)) {
        heldHere.add(token);
        removeForgottenNames(dataFolder);
        return () => { release(file, token); };
      }
      refuseLivingHolder(file, dataFolder);
      removeDeadLock(file, own);
    }
  } finally {
    rmSync(own, { force: true });
  }
  throw new ClearError(`Another process takes the build lock of ${JSON.stringify(dataFolder)} at this moment; wait until its ingest is done and try again.`);
}

/** Names under which a process that was killed on its way to the lock had prepared; a living one is done within moments. */
function removeForgottenNames(dataFolder: string): void {
  for (const name of readdirSync(dataFolder)) {
    if (!/^build\.lock\.[0-9a-f]{16}(\.dead)?$/u.test(name)) continue;
    const path = join(dataFolder, name);
    const status = statSync(path, { throwIfNoEntry: false });
    if (status !== undefined && Date.now() - status.mtimeMs > 60_000) rmSync(path, { force: true });
  }
}

function hasLinked(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function refuseLivingHolder(file: string, dataFolder: string): void {
  const holder = readHolder(file);
  if (holder === null || !isAlive(holder)) return;
  throw new ClearError(
    `Process ${holder.pid} is building the index of ${JSON.stringify(dataFolder)} since ${holder.startedAtUtc}; wait until it is done, or end it and try again.`,
  );
}

/** Moved aside before it is removed: of two processes that see the same dead lock only one gets it. */
function removeDeadLock(file: string, own: string): void {
  const aside = `${own}.dead`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  // Between the look and the move somebody else may have taken over: then this is a living lock and goes back.
  if (moved !== null && isAlive(moved)) hasLinked(aside, file);
  rmSync(aside, { force: true });
}

function readHolder(file: string): LockHolder | null {
  try {
    return lockShape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

function isAlive(holder: LockHolder): boolean {
  if (holder.pid === process.pid) return heldHere.has(holder.token);
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return processStart(holder.pid) === holder.processStart;
}

function release(file: string, token: string): void {
  heldHere.delete(token);
  if (readHolder(file)?.token === token) rmSync(file, { force: true });
}
