import type { SqlDatabase } from './driver.js';
import { viaPrivateLink } from './wasm-lock.js';

/** Consecutive documents of a `corpus.sqlite`, and their articles and passage rows; ends are one past the last. */
export interface DocumentRun {
  firstDocument: number;
  endDocument: number;
  firstArticle: number;
  endArticle: number;
  firstRow: number;
  endRow: number;
}

/** Copies rows from one `corpus.sqlite` into another inside SQLite: a tenth of the time of reading and writing them here. */
export interface CorpusCarrier {
  /** `counts` says how many documents, articles and passages the new file holds already. */
  copy(run: DocumentRun, counts: { documents: number; articles: number; passages: number }): void;
  /** Call after the database was closed. */
  end(): void;
}

export function createCorpusCarrier(database: SqlDatabase, previousFile: string): CorpusCarrier {
  // The live generation: the lock of the WebAssembly engine must not stand in it, least of all after a kill.
  const link = database.engine === 'wasm' ? viaPrivateLink(previousFile) : null;
  database.prepare('ATTACH DATABASE ? AS previous').run(link?.path ?? previousFile);
  const documents = database.prepare(`INSERT INTO documents SELECT document_ordinal + ?, document_id, file, source_file, digest_sha256, first_article + ?, end_article + ?, passages
    FROM previous.documents WHERE document_ordinal >= ? AND document_ordinal < ? ORDER BY document_ordinal`);
  const articles = database.prepare(`INSERT INTO articles SELECT article_ordinal + ?, article_id, document_id, ordinal_in_document, title, body, meeting, date_iso, kind, source, file, first_row + ?, end_row + ?
    FROM previous.articles WHERE article_ordinal >= ? AND article_ordinal < ? ORDER BY article_ordinal`);
  const texts = database.prepare(`INSERT INTO article_texts SELECT article_ordinal + ?, text, lines_json
    FROM previous.article_texts WHERE article_ordinal >= ? AND article_ordinal < ? ORDER BY article_ordinal`);
  const facts = database.prepare(`INSERT INTO article_facts SELECT article_ordinal + ?, people_json, figures_json
    FROM previous.article_facts WHERE article_ordinal >= ? AND article_ordinal < ? ORDER BY article_ordinal`);
  const passages = database.prepare(`INSERT INTO passages SELECT row + ?, passage_id, article_ordinal + ?, ordinal_in_article, start_offset, end_offset, heading, text, place_file, place_page, place_start_line, place_end_line
    FROM previous.passages WHERE row >= ? AND row < ? ORDER BY row`);
  return {
    copy({ firstDocument, endDocument, firstArticle, endArticle, firstRow, endRow }, counts) {
      const articleShift = counts.articles - firstArticle;
      const rowShift = counts.passages - firstRow;
      documents.run(counts.documents - firstDocument, articleShift, articleShift, firstDocument, endDocument);
      articles.run(articleShift, rowShift, rowShift, firstArticle, endArticle);
      texts.run(articleShift, firstArticle, endArticle);
      facts.run(articleShift, firstArticle, endArticle);
      passages.run(rowShift, articleShift, firstRow, endRow);
    },
    end: () => { link?.remove(); },
  };
}
