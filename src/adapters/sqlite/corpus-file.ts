import type { Article, ArticleHeader } from '../../domain/corpus.js';
import type { CorpusReader, KnownDocument, KnownFile, StoredPassage } from '../../ports/generation.js';
import { NO_FACTS } from '../../domain/facts.js';
import { factsOfRow, headerOfRow, knownDocumentOf, knownFileOf, linesOfJson, passageOfRow } from './corpus-rows.js';
import { corpusSchemaVersion } from './corpus-schema.js';
import type { DocumentRun } from './corpus-carrier.js';
import type { SqlEngine, SqlRow } from './driver.js';
import { openDatabase } from './open-database.js';
import { keepRecent } from './recent.js';

/** An open `corpus.sqlite`: the reader of the port, and what a build takes over from it. */
export interface CorpusFile extends CorpusReader {
  readonly engine: SqlEngine;
  knownDocuments(): KnownDocument[];
  knownFiles(): KnownFile[];
  /** Where a document stands, or null when it is unknown. */
  runOf(documentId: string): DocumentRun | null;
  close(): void;
}

/** Whole articles are asked for again and again while one answer is composed, and seldom afterwards. */
const keptArticles = 64;
/** Questions come again and again to the same passages. One is 0.6 µs from here and 18 µs from the database, and about 1 KB. */
const keptPassages = 4_096;

/**
 * Opens a finished `corpus.sqlite` for reading. Headers and the place of every passage are held in memory (about 500 bytes
 * an article, 4 bytes a passage); texts are read when asked for, and those asked for last are kept. Throws when the file is no such database.
 */
export function openCorpusFile(file: string, engine?: SqlEngine): CorpusFile {
  const database = openDatabase(file, { readOnly: true, isMapped: true, ...(engine === undefined ? {} : { engine }) });
  try {
    const version = database.prepare('PRAGMA user_version').get()?.user_version;
    if (version !== corpusSchemaVersion) throw new Error(`its schema version is ${String(version)} and this program reads version ${corpusSchemaVersion}`);
    return reader();
  } catch (error) {
    database.close();
    throw error;
  }

  function reader(): CorpusFile {
    const articleRows = database.prepare('SELECT * FROM articles ORDER BY article_ordinal').all();
    const headers: readonly ArticleHeader[] = articleRows.map(headerOfRow);
    const bounds = Uint32Array.from([0, ...articleRows.map((row) => row.end_row as number)]);
    const passageCount = bounds[headers.length] ?? 0;
    const articleOfRow = new Uint32Array(passageCount);
    for (let ordinal = 0; ordinal < headers.length; ordinal++) articleOfRow.fill(ordinal, bounds[ordinal], bounds[ordinal + 1]);
    const passagesByRow = database.prepare('SELECT * FROM passages WHERE row IN (SELECT value FROM json_each(?))');
    const passageById = database.prepare('SELECT * FROM passages WHERE passage_id = ?');
    const textOfArticle = database.prepare('SELECT text, lines_json FROM article_texts WHERE article_ordinal = ?');
    const factsOfArticle = database.prepare('SELECT people_json, figures_json FROM article_facts WHERE article_ordinal = ?');
    let runs: Map<string, DocumentRun> | null = null;
    const recentArticles = keepRecent<number, Article>(keptArticles);
    const recentPassages = keepRecent<number, StoredPassage>(keptPassages);

    function headerAt(ordinal: number): ArticleHeader {
      const header = headers[ordinal];
      if (header === undefined) throw new RangeError(`Article ordinal ${ordinal} is outside 0 to ${headers.length - 1}`);
      return header;
    }

    /** First row of an article; of the ordinal one past the last article: one past the last row. */
    const firstRowOf = (ordinal: number): number => bounds[ordinal] ?? passageCount;

    function stored(row: SqlRow): StoredPassage {
      const header = headerAt(row.article_ordinal as number);
      return { ...passageOfRow(row, header.articleId), row: row.row as number, header };
    }

    function article(ordinal: number): Article {
      let found = recentArticles.get(ordinal);
      if (found === undefined) {
        const header = headerAt(ordinal);
        const row = textOfArticle.get(ordinal);
        found = withLines({ ...header, text: row?.text as string }, row?.lines_json as string);
        recentArticles.keep(ordinal, found);
      }
      return found;
    }

    /** All at once: whoever asks for one asks for nearly all of them. */
    function readRuns(): Map<string, DocumentRun> {
      const rows = database.prepare('SELECT document_id, document_ordinal, first_article, end_article FROM documents').all();
      return new Map(
        rows.map((row) => {
          const [ordinal, firstArticle, endArticle] = [row.document_ordinal as number, row.first_article as number, row.end_article as number];
          return [row.document_id as string, { firstDocument: ordinal, endDocument: ordinal + 1, firstArticle, endArticle, firstRow: firstRowOf(firstArticle), endRow: firstRowOf(endArticle) }];
        }),
      );
    }

    return {
      engine: database.engine,
      passageCount,
      headers,
      articleOfRow(row) {
        const ordinal = articleOfRow[row];
        if (ordinal === undefined) throw new RangeError(`Passage row ${row} is outside 0 to ${passageCount - 1}`);
        return ordinal;
      },
      rowsOfArticle(ordinal) {
        headerAt(ordinal);
        return { first: firstRowOf(ordinal), end: firstRowOf(ordinal + 1) };
      },
      passages(rows) {
        const there = rows.map((row) => recentPassages.get(row));
        // In one go: a statement a row takes twice as long.
        const read = new Map(passagesByRow.all(JSON.stringify(rows.filter((_, place) => there[place] === undefined))).map((row) => [row.row as number, stored(row)]));
        for (const [row, passage] of read) recentPassages.keep(row, passage);
        return rows.map((row, place) => {
          const passage = there[place] ?? read.get(row);
          if (passage === undefined) throw new RangeError(`Passage row ${row} is outside 0 to ${passageCount - 1}`);
          return passage;
        });
      },
      passageById(passageId) {
        const row = passageById.get(passageId);
        return row === undefined ? null : stored(row);
      },
      article,
      facts(ordinal) {
        headerAt(ordinal);
        const row = factsOfArticle.get(ordinal);
        return row === undefined ? NO_FACTS : factsOfRow(row);
      },
      knownDocuments: () => database.prepare('SELECT * FROM documents ORDER BY document_ordinal').all().map(knownDocumentOf),
      knownFiles: () => {
        const ids = new Map<string, string[]>();
        for (const row of database.prepare('SELECT document_id, source_file FROM documents ORDER BY document_ordinal').all()) {
          const own = ids.get(row.source_file as string);
          if (own === undefined) ids.set(row.source_file as string, [row.document_id as string]);
          else own.push(row.document_id as string);
        }
        return database.prepare('SELECT * FROM source_files').all().map((row) => knownFileOf(row, ids.get(row.path as string) ?? []));
      },
      runOf: (documentId) => (runs ??= readRuns()).get(documentId) ?? null,
      close: () => { database.close(); },
    };
  }
}

/** An article whose line marks are read when somebody asks for them: few do. */
function withLines(article: Omit<Article, 'lines'>, json: string): Article {
  let lines: Article['lines'] | null = null;
  return {
    ...article,
    get lines() {
      return (lines ??= linesOfJson(json));
    },
  };
}
