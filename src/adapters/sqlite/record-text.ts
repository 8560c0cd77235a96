import { fold, visibleText } from '../../language/fold.js';
import type { SqlDatabase, SqlRow } from './driver.js';

/** Changes whenever the terms of a text change: an index made otherwise is made again when the log is opened. */
const TERMS_VERSION = 1;
/** Nobody asks or answers at such length; what stands behind is not found by its words. */
const LONGEST_TEXT = 20_000;
const LONGEST_QUERY = 500;
const RUN = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * The text index of questions and answers. Terms are pairs of neighbouring characters of what is left after folding, so that any piece of
 * Chinese (or of a word or a figure) is found as a phrase of its pairs, which a trigram index cannot do for a word of two characters.
 * It holds no text of its own, and what is removed from it is overwritten at once.
 */
export const TEXT_INDEX_SCHEMA = `CREATE VIRTUAL TABLE record_text USING fts5(terms, content='', tokenize='ascii', columnsize=0);
  INSERT INTO record_text (record_text, rank) VALUES ('secure-delete', 1);
  CREATE TABLE record_text_version (version INTEGER NOT NULL);
  INSERT INTO record_text_version VALUES (0);`;

/** Keeps the text index in step; each call belongs inside the transaction that writes or removes the records. */
export function openTextIndex(database: SqlDatabase) {
  const insert = database.prepare('INSERT INTO record_text (rowid, terms) VALUES (?, ?)');
  const remove = database.prepare("INSERT INTO record_text (record_text, rowid, terms) VALUES ('delete', ?, ?)");
  return {
    add(sequence: number, question: string, answer: string): void {
      insert.run(sequence, termsOf(question, answer));
    },
    /** Rows with `sequence`, `question` and `answer` as they are stored. */
    remove(rows: readonly SqlRow[]): void {
      for (const { sequence, question, answer } of rows) remove.run(sequence ?? null, termsOf(question as string, answer as string));
    },
  };
}

/** Makes the index of a log that has none, or one of other terms. */
export function refreshTextIndex(database: SqlDatabase): void {
  const version = database.prepare('SELECT version FROM record_text_version').get()?.version;
  if (version === TERMS_VERSION) return;
  database.transaction(() => {
    database.exec("INSERT INTO record_text (record_text) VALUES ('delete-all')");
    const index = openTextIndex(database);
    const page = database.prepare('SELECT sequence, question, answer FROM records WHERE sequence > ? ORDER BY sequence LIMIT 1000');
    let rows = page.all(0);
    while (rows.length > 0) {
      for (const { sequence, question, answer } of rows) index.add(sequence as number, question as string, answer as string);
      rows = page.all(rows.at(-1)?.sequence ?? 0);
    }
    database.exec(`UPDATE record_text_version SET version = ${TERMS_VERSION}`);
  });
}

/** The sequences of the records whose question or answer holds every piece of a text, rising; none for a text without letters and figures. */
export function searchText(database: SqlDatabase): (text: string) => number[] {
  // One row with a list costs a fifth of a row for each record.
  const search = database.prepare('SELECT json_group_array(rowid) AS found FROM record_text WHERE record_text MATCH ?');
  return (text) => {
    const match = matchOf(text);
    return match === null ? [] : (JSON.parse(search.get(match)?.found as string) as number[]);
  };
}

/** What stands behind MATCH for a text; null for one without letters and figures. */
export function matchOf(text: string): string | null {
  const phrases = runsOf(text.slice(0, LONGEST_QUERY)).map(phraseOf);
  return phrases.length === 0 ? null : phrases.join(' AND ');
}

function termsOf(question: string, answer: string): string {
  // The last character stands alone too: it begins no pair.
  return [question, answer].flatMap((text) => runsOf(text.slice(0, LONGEST_TEXT))).map((run) => [...pairsOf(run), [...run].at(-1)].join(' ')).join(' ');
}

function runsOf(text: string): string[] {
  return fold(visibleText(text)).match(RUN) ?? [];
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, index) => (characters[index] ?? '') + character);
}

/** Runs hold no quotation mark; the last character of a run ends every phrase, so none reaches into the next. */
function phraseOf(run: string): string {
  const pairs = pairsOf(run);
  return pairs.length === 0 ? `"${run}" *` : `"${pairs.join(' ')}"`;
}
