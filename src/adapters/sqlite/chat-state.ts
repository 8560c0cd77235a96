import { dirname } from 'node:path';
import type { ChatState, Kept } from '../../ports/chat-state.js';
import { clearDiskError } from '../disk/clear-disk-error.js';
import { makeWritableFolder } from '../disk/writable-folder.js';
import { migrateChats } from './chat-migrations.js';
import type { SqlDatabase, SqlEngine, SqlRow } from './driver.js';
import { openDurableFile } from './open-durable-file.js';

const DAY_MS = 86_400_000;
/** A turn serves follow-ups and "where does this come from"; past a day it serves nothing. */
const TURN_MS = DAY_MS;
const USES_MS = 3 * DAY_MS;
/** Rows removed with each new turn, so that no single moment pays for all. */
const REMOVED_AT_ONCE = 50;

/**
 * Opens the chat memory of a data folder, making it (and the folder) when it is missing. Throws ClearError when the file cannot be
 * made or written, is no database, or was written by a newer program. `nowMs` is replaced in tests.
 */
export function openChatState(file: string, { engine, nowMs = Date.now }: { engine?: SqlEngine; nowMs?: () => number } = {}): ChatState {
  const dataFolder = dirname(file);
  makeWritableFolder(dataFolder);
  const database = openDurably(file, engine);
  const language = database.prepare('SELECT language FROM languages WHERE person = ?');
  const setLanguage = database.prepare('INSERT OR REPLACE INTO languages VALUES (?, ?)');
  const dropLanguage = database.prepare('DELETE FROM languages WHERE person = ?');
  const turns = database.prepare('SELECT answer_id, at_ms FROM turns WHERE conversation = ? AND at_ms >= ? ORDER BY sequence');
  const addTurn = database.prepare('INSERT OR REPLACE INTO turns VALUES (NULL, ?, ?, ?, ?)');
  const surplus = database.prepare('DELETE FROM turns WHERE conversation = ? AND sequence NOT IN (SELECT sequence FROM turns WHERE conversation = ? ORDER BY sequence DESC LIMIT ?)');
  const oldTurns = database.prepare('DELETE FROM turns WHERE sequence IN (SELECT sequence FROM turns WHERE at_ms < ? LIMIT ?)');
  const oldKept = database.prepare('DELETE FROM kept WHERE (kind, id) IN (SELECT kind, id FROM kept WHERE until_ms < ? LIMIT ?)');
  const keep = database.prepare('INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?)');
  const kept = database.prepare('SELECT value_json, person, until_ms FROM kept WHERE kind = ? AND id = ? AND (until_ms IS NULL OR until_ms >= ?)');
  const drop = database.prepare('DELETE FROM kept WHERE kind = ? AND id = ?');
  const count = database.prepare('INSERT INTO uses VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1 RETURNING count');
  const counted = database.prepare('SELECT count FROM uses WHERE what = ? AND day = ?');
  const oldUses = database.prepare('DELETE FROM uses WHERE day < ?');
  const ofPerson = database.prepare('SELECT (SELECT COUNT(*) FROM languages WHERE person = ?) + (SELECT COUNT(*) FROM turns WHERE person = ?) + (SELECT COUNT(*) FROM kept WHERE person = ?) AS entries');
  const forgetTurns = database.prepare('DELETE FROM turns WHERE person = ?');
  const forgetKept = database.prepare('DELETE FROM kept WHERE person = ?');

  function write<T>(work: () => T): T {
    try {
      return database.transaction(work);
    } catch (error) {
      throw clearDiskError(error, dataFolder, 'written');
    }
  }

  return {
    language: (person) => (language.get(person)?.language ?? null) as string | null,
    setLanguage(person, chosen) {
      write(() => {
        if (chosen === null) dropLanguage.run(person);
        else setLanguage.run(person, chosen);
      });
    },
    turns: (conversation, sinceMs) => turns.all(conversation, sinceMs).map((row) => ({ answerId: row.answer_id as string, atMs: row.at_ms as number })),
    addTurn(conversation, person, turn, most) {
      write(() => {
        addTurn.run(conversation, person, turn.answerId, Math.round(turn.atMs));
        surplus.run(conversation, conversation, most);
        oldTurns.run(nowMs() - TURN_MS, REMOVED_AT_ONCE);
        oldKept.run(nowMs(), REMOVED_AT_ONCE);
        oldUses.run(new Date(nowMs() - USES_MS).toISOString().slice(0, 10));
      });
    },
    keep(kind, id, { value, person, untilMs }) {
      write(() => { keep.run(kind, id, JSON.stringify(value), person, untilMs === null ? null : Math.round(untilMs)); });
    },
    kept: (kind, id) => keptOf(kept.get(kind, id, nowMs())),
    take: (kind, id) =>
      write(() => {
        const found = keptOf(kept.get(kind, id, nowMs()));
        if (found !== null) drop.run(kind, id);
        return found;
      }),
    countUse: (what, day) => write(() => (count.get(what, day)?.count ?? 0) as number),
    uses: (what, day) => (counted.get(what, day)?.count ?? 0) as number,
    countOf: (person) => (ofPerson.get(person, person, person)?.entries ?? 0) as number,
    forget(person) {
      write(() => {
        dropLanguage.run(person);
        forgetTurns.run(person);
        forgetKept.run(person);
      });
      // What was removed must not lie on in the write-ahead log.
      if (database.engine === 'native') database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
    },
    close: () => { database.close(); },
  };
}

function keptOf(row: SqlRow | undefined): Kept | null {
  return row === undefined ? null : { value: JSON.parse(row.value_json as string) as unknown, person: row.person as string | null, untilMs: row.until_ms as number | null };
}

function openDurably(file: string, engine: SqlEngine | undefined): SqlDatabase {
  return openDurableFile(file, `The chat memory ${JSON.stringify(file)} is not a readable SQLite database; move it away to start a new one.`, (database) => {
    // What a crash of the program must not lose is kept; a power cut may cost the last moments, which the record log has anyway.
    if (database.engine === 'native') database.exec('PRAGMA synchronous = NORMAL');
    database.exec('PRAGMA secure_delete = ON');
    migrateChats(database, file);
  }, engine);
}
