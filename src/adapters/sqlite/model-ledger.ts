import { dirname } from 'node:path';
import type { ModelCeilings, ModelLedger, ModelUse } from '../../ports/model-ledger.js';
import { clearDiskError } from '../disk/clear-disk-error.js';
import { makeWritableFolder } from '../disk/writable-folder.js';
import type { SqlDatabase, SqlEngine } from './driver.js';
import { migrateModel } from './model-migrations.js';
import { openDurableFile } from './open-durable-file.js';

const DAY_MS = 86_400_000;
/** A reply is kept this long: the record changes, and so does the model behind a name. */
const REPLY_MS = 7 * DAY_MS;
const USES_MS = 3 * DAY_MS;
const MOST_REPLIES = 5000;
/** Who the whole day is booked under; pseudonyms are longer. */
const ALL = '*';

/**
 * Opens the ledger of a data folder, making it when it is missing. Throws ClearError when the file cannot be made or written, is no
 * database, or was written by a newer program. `nowMs` is replaced in tests.
 */
export function openModelLedger(file: string, ceilings: ModelCeilings, { engine, nowMs = Date.now }: { engine?: SqlEngine; nowMs?: () => number } = {}): ModelLedger & { close(): void } {
  const dataFolder = dirname(file);
  makeWritableFolder(dataFolder);
  const database = openFile(file, engine);
  const used = database.prepare('SELECT calls, input_tokens, output_tokens FROM uses WHERE day = ? AND who = ?');
  const add = database.prepare('INSERT INTO uses VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET calls = calls + excluded.calls, input_tokens = max(0, input_tokens + excluded.input_tokens), output_tokens = max(0, output_tokens + excluded.output_tokens)');
  const oldUses = database.prepare('DELETE FROM uses WHERE day < ?');
  const reply = database.prepare('SELECT text FROM replies WHERE key = ? AND at_ms >= ?');
  const keep = database.prepare('INSERT OR REPLACE INTO replies VALUES (?, ?, ?)');
  const oldReplies = database.prepare('DELETE FROM replies WHERE at_ms < ? OR key NOT IN (SELECT key FROM replies ORDER BY at_ms DESC LIMIT ?)');

  const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  const usedBy = (who: string, day: string): ModelUse & { calls: number } => {
    const row = used.get(day, who);
    return { calls: Number(row?.calls ?? 0), inputTokens: Number(row?.input_tokens ?? 0), outputTokens: Number(row?.output_tokens ?? 0) };
  };
  const moneyOf = ({ inputTokens, outputTokens }: ModelUse): number => (inputTokens * ceilings.priceInput + outputTokens * ceilings.priceOutput) / 1e6;
  const fits = (who: string, day: string, most: ModelUse, tokens: number, money: number | null): boolean => {
    const before = usedBy(who, day);
    const after = { inputTokens: before.inputTokens + most.inputTokens, outputTokens: before.outputTokens + most.outputTokens };
    return after.inputTokens + after.outputTokens <= tokens && (money === null || moneyOf(after) <= money);
  };
  const write = <T>(work: () => T): T => {
    try {
      return database.transaction(work);
    } catch (error) {
      throw clearDiskError(error, dataFolder, 'written');
    }
  };

  return {
    reserve(asker, most) {
      const day = dayOf(nowMs());
      const people = asker === null ? [ALL] : [ALL, asker];
      const isBooked = write(() => {
        oldUses.run(dayOf(nowMs() - USES_MS));
        const isOpen = fits(ALL, day, most, ceilings.tokensPerDay, ceilings.moneyPerDay) && (asker === null || fits(asker, day, most, ceilings.tokensPerDayUser, ceilings.moneyPerDayUser));
        if (isOpen) for (const who of people) add.run(day, who, 1, most.inputTokens, most.outputTokens);
        return isOpen;
      });
      if (!isBooked) return null;
      return { settle: (real) => { write(() => { for (const who of people) add.run(day, who, 0, real.inputTokens - most.inputTokens, real.outputTokens - most.outputTokens); }); } };
    },
    reply: (key) => (reply.get(key, nowMs() - REPLY_MS)?.text ?? null) as string | null,
    keep: (key, text) => {
      write(() => {
        keep.run(key, text, nowMs());
        oldReplies.run(nowMs() - REPLY_MS, MOST_REPLIES);
      });
    },
    today: () => {
      const all = usedBy(ALL, dayOf(nowMs()));
      return { ...all, money: moneyOf(all) };
    },
    close: () => { database.close(); },
  };
}

function openFile(file: string, engine: SqlEngine | undefined): SqlDatabase {
  const unreadable = `The file of what the model was asked, ${JSON.stringify(file)}, is not a readable SQLite database; move it away to start a new one.`;
  return openDurableFile(file, unreadable, (database) => { migrateModel(database, file); }, engine);
}
