import { dirname } from 'node:path';
import type { ArrivedUpdate, OutgoingEnd, OutgoingKey, OutgoingMessageRow, OutgoingState, UpdatePool, UpdateStore, WaitingUpdate } from '../../ports/update-store.js';
import { clearDiskError } from '../disk/clear-disk-error.js';
import { makeWritableFolder } from '../disk/writable-folder.js';
import type { SqlDatabase, SqlEngine, SqlRow } from './driver.js';
import { createGroupCommit } from './group-commit.js';
import { openDurableFile } from './open-durable-file.js';
import { migrateUpdates } from './update-migrations.js';

export interface UpdateStoreOptions {
  engine?: SqlEngine;
  /** Milliseconds since 1970; replaced in tests. */
  nowMs?: () => number;
}

const DAY_MS = 86_400_000;
/** Telegram keeps an update for a day and may send it again until then; a week leaves room for clocks that are wrong. */
const REMEMBERED_MS = 7 * DAY_MS;
/** A message whose subject is known can be quoted and asked about for this long. */
const SUBJECT_MS = 400 * DAY_MS;
/** Rows removed with each arrival, so that no single moment pays for a week. */
const REMOVED_AT_ONCE = 200;
/** Nobody else writes this file: a lock that lasts longer is a fault, and the event loop must not stand still for it. */
const BUSY_MS = 250;

/**
 * Opens the store of a data folder, making it (and the folder) when it is missing. Throws ClearError when the file cannot be made
 * or written, is no database, or was written by a newer program.
 */
export function openUpdateStore(file: string, { engine, nowMs = Date.now }: UpdateStoreOptions = {}): UpdateStore {
  const dataFolder = dirname(file);
  makeWritableFolder(dataFolder);
  const database = openDurably(file, engine);
  const insert = database.prepare('INSERT OR IGNORE INTO updates VALUES (NULL, ?, ?, ?, ?, ?, NULL) RETURNING update_id');
  const payload = database.prepare('SELECT payload_json FROM updates WHERE update_id = ?');
  const finished = database.prepare('UPDATE updates SET payload_json = NULL, queue = NULL, finished_at_ms = ? WHERE update_id = ? AND finished_at_ms IS NULL');
  const waiting = database.prepare('SELECT update_id, queue, pool, accepted_at_ms FROM updates WHERE finished_at_ms IS NULL ORDER BY sequence');
  const oldUpdates = database.prepare('DELETE FROM updates WHERE sequence IN (SELECT sequence FROM updates WHERE finished_at_ms < ? LIMIT ?)');
  const outgoing = database.prepare('SELECT * FROM outgoing WHERE update_id = ? AND ordinal = ?');
  const insertOutgoing = database.prepare('INSERT INTO outgoing (update_id, ordinal, state, call_json, due_at_ms) VALUES (?, ?, ?, ?, ?)');
  const changed = database.prepare('UPDATE outgoing SET state = ?, due_at_ms = ? WHERE update_id = ? AND ordinal = ? AND ended_at_ms IS NULL');
  const ended = database.prepare('UPDATE outgoing SET state = ?, call_json = NULL, message_id = ?, message_key = ?, about = ?, ended_at_ms = ? WHERE update_id = ? AND ordinal = ?');
  const open = database.prepare('SELECT * FROM outgoing WHERE ended_at_ms IS NULL ORDER BY sequence');
  const subject = database.prepare('SELECT about FROM outgoing WHERE message_key = ?');
  const oldOutgoing = database.prepare('DELETE FROM outgoing WHERE sequence IN (SELECT sequence FROM outgoing WHERE ended_at_ms < ? AND (about IS NULL OR ended_at_ms < ?) LIMIT ?)');
  const commits = createGroupCommit(database);

  async function write<T>(work: () => T): Promise<T> {
    try {
      return await commits.write(work);
    } catch (error) {
      throw clearDiskError(error, dataFolder, 'written');
    }
  }

  function removeOld(): void {
    const weekAgo = nowMs() - REMEMBERED_MS;
    oldUpdates.run(weekAgo, REMOVED_AT_ONCE);
    oldOutgoing.run(weekAgo, nowMs() - SUBJECT_MS, REMOVED_AT_ONCE);
  }

  return {
    accept: (updates) =>
      write(() => {
        removeOld();
        const acceptedAtMs = nowMs();
        const isNew = (update: ArrivedUpdate): boolean => insert.get(update.updateId, update.queue, update.pool, update.payload, acceptedAtMs) !== undefined;
        return updates.filter(isNew).map(({ updateId, queue, pool }) => ({ updateId, queue, pool, acceptedAtMs }));
      }),
    unfinished: () => waiting.all().map(waitingOf),
    payloadOf: (updateId) => (payload.get(updateId)?.payload_json ?? null) as string | null,
    finish: (updateId) => write(() => { finished.run(nowMs(), updateId); }),
    addOutgoing: (row) =>
      write(() => {
        const there = outgoing.get(row.updateId, row.ordinal);
        if (there !== undefined) return { row: outgoingOf(there), isNew: false };
        insertOutgoing.run(row.updateId, row.ordinal, row.state, row.call, Math.round(row.dueAtMs));
        return { row: { ...row, messageId: null }, isNew: true };
      }),
    changeOutgoing: ({ updateId, ordinal }, { state, dueAtMs }) => write(() => { changed.run(state, Math.round(dueAtMs), updateId, ordinal); }),
    endOutgoing: ({ updateId, ordinal }: OutgoingKey, { state, messageId, messageKey, about }: OutgoingEnd) =>
      write(() => { ended.run(state, messageId, messageKey, about, nowMs(), updateId, ordinal); }),
    openOutgoing: () => open.all().map(outgoingOf),
    aboutMessage: (messageKey) => (subject.get(messageKey)?.about ?? null) as string | null,
    close() {
      commits.flush();
      database.close();
    },
  };
}

function openDurably(file: string, engine: SqlEngine | undefined): SqlDatabase {
  return openDurableFile(file, `The inbox ${JSON.stringify(file)} is not a readable SQLite database; move it away to start a new one (questions not answered yet are in it).`, (database) => {
    // What is removed is a citizen's words: it must not stay in the free pages of the file.
    database.exec('PRAGMA secure_delete = ON');
    migrateUpdates(database, file);
    database.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
  }, engine);
}

function waitingOf(row: SqlRow): WaitingUpdate {
  return { updateId: row.update_id as number, queue: row.queue as string, pool: row.pool as UpdatePool, acceptedAtMs: row.accepted_at_ms as number };
}

function outgoingOf(row: SqlRow): OutgoingMessageRow {
  return {
    updateId: row.update_id as number,
    ordinal: row.ordinal as number,
    state: row.state as OutgoingState,
    call: row.call_json as string | null,
    dueAtMs: row.due_at_ms as number,
    messageId: row.message_id as number | null,
  };
}
