import { dirname } from 'node:path';
import type { ConsoleEntry, ConsoleSession } from '../../ports/console-entry.js';
import type { CuratedAnswers } from '../../ports/curated-answers.js';
import type { ModeratorAction, ModeratorActions } from '../../ports/moderator-actions.js';
import { clearDiskError } from '../disk/clear-disk-error.js';
import { makeWritableFolder } from '../disk/writable-folder.js';
import { anchorHead } from './chain-anchor.js';
import { openChain } from './chain.js';
import { ACTIONS, migrateConsole } from './console-migrations.js';
import { curatedAnswersOf } from './curated-answers.js';
import type { SqlDatabase, SqlEngine, SqlRow } from './driver.js';
import { openDurableFile } from './open-durable-file.js';

/** What the console keeps: who may enter, and what moderators did. */
export interface ConsoleFile {
  entry: ConsoleEntry;
  actions: ModeratorActions;
  curated: CuratedAnswers;
  close(): void;
}

/**
 * Opens the console's file of a data folder, making it (and the folder) when it is missing. Throws ClearError when it cannot be made
 * or written, is no database, or was written by a newer program.
 */
export function openConsoleFile(file: string, options: { engine?: SqlEngine } = {}): ConsoleFile {
  const dataFolder = dirname(file);
  makeWritableFolder(dataFolder);
  const database = openDurably(file, options);
  return { entry: entryOf(database), actions: actionsOf(database, file), curated: curatedAnswersOf(database), close: () => { database.close(); } };
}

function entryOf(database: SqlDatabase): ConsoleEntry {
  const insertLink = database.prepare('INSERT INTO links VALUES (?, ?, ?)');
  const linkBy = database.prepare('SELECT * FROM links WHERE digest = ?');
  const takeLink = database.prepare('DELETE FROM links WHERE digest = ? RETURNING *');
  const insertSession = database.prepare('INSERT INTO sessions VALUES (?, ?, ?, ?, ?)');
  const sessionBy = database.prepare('SELECT * FROM sessions WHERE digest = ?');
  const touch = database.prepare('UPDATE sessions SET last_seen_ms = ? WHERE digest = ?');
  const dropSession = database.prepare('DELETE FROM sessions WHERE digest = ?');
  const dropSessionsOf = database.prepare('DELETE FROM sessions WHERE person_id = ? RETURNING digest');
  const dropLinksOf = database.prepare('DELETE FROM links WHERE person_id = ?');
  const oldLinks = database.prepare('DELETE FROM links WHERE expires_at_ms < ?');
  const oldSessions = database.prepare('DELETE FROM sessions WHERE started_at_ms < ?');
  const linkOf = (row: SqlRow | undefined) => (row === undefined ? null : { personId: row.person_id as string, expiresAtMs: row.expires_at_ms as number });
  return {
    saveLink: (digest, { personId, expiresAtMs }) => { insertLink.run(digest, personId, expiresAtMs); },
    findLink: (digest) => linkOf(linkBy.get(digest)),
    spendLink: (digest) => linkOf(takeLink.all(digest)[0]),
    saveSession: (digest, { personId, startedAtMs, lastSeenMs, agentDigest }) => { insertSession.run(digest, personId, startedAtMs, lastSeenMs, agentDigest); },
    findSession: (digest) => sessionOf(sessionBy.get(digest)),
    touchSession: (digest, lastSeenMs) => { touch.run(lastSeenMs, digest); },
    endSession: (digest) => { dropSession.run(digest); },
    endAllOf: (personId) =>
      database.transaction(() => {
        dropLinksOf.run(personId);
        return dropSessionsOf.all(personId).length;
      }),
    removeOld: (nowMs, sessionsStartedBeforeMs) => {
      oldLinks.run(nowMs);
      oldSessions.run(sessionsStartedBeforeMs);
    },
  };
}

function actionsOf(database: SqlDatabase, file: string): ModeratorActions {
  const chain = openChain(database, ACTIONS);
  const insert = database.prepare('INSERT INTO actions VALUES (NULL, ?, ?, ?, ?, ?) RETURNING sequence');
  const after = database.prepare('SELECT * FROM actions WHERE sequence > ? ORDER BY sequence');
  return {
    append({ atUtc, personId, action, subject, detail }) {
      try {
        const { sequence, head } = database.transaction(() => {
          const added = insert.all(atUtc, personId, action, subject, JSON.stringify(detail))[0]?.sequence as number;
          return { sequence: added, head: chain.addRow(added) };
        });
        anchorHead(file, head);
        return sequence;
      } catch (error) {
        throw clearDiskError(error, dirname(file), 'written');
      }
    },
    after: (sequence) => after.all(sequence).map(actionOf),
  };
}

function sessionOf(row: SqlRow | undefined): ConsoleSession | null {
  if (row === undefined) return null;
  return { personId: row.person_id as string, startedAtMs: row.started_at_ms as number, lastSeenMs: row.last_seen_ms as number, agentDigest: row.agent_digest as string };
}

function actionOf(row: SqlRow): ModeratorAction {
  return {
    sequence: row.sequence as number,
    atUtc: row.at_utc as string,
    personId: row.person_id as string,
    action: row.action as string,
    subject: row.subject as string,
    detail: JSON.parse(row.detail_json as string) as ModeratorAction['detail'],
  };
}

function openDurably(file: string, { engine }: { engine?: SqlEngine }): SqlDatabase {
  return openDurableFile(file, `The console's file ${JSON.stringify(file)} is not a readable SQLite database; put a backup in its place, or move it away to start a new one.`, (database) => {
    database.exec('PRAGMA secure_delete = ON');
    const isNewlyChained = migrateConsole(database, file);
    const head = isNewlyChained ? openChain(database, ACTIONS).head() : null;
    if (head !== null) anchorHead(file, head);
  }, engine);
}
