import type { Article, Passage } from '../../domain/corpus.js';
import type { ArticleFacts } from '../../domain/facts.js';
import type { KnownFile } from '../../ports/generation.js';
import { ClearError } from '../../domain/errors.js';
import { createCorpusCarrier, type CorpusCarrier, type DocumentRun } from './corpus-carrier.js';
import { articleValues, factsValues, linesJson, passageValues } from './corpus-rows.js';
import { corpusSchema, corpusSchemaVersion } from './corpus-schema.js';
import type { SqlEngine } from './driver.js';
import { openDatabase } from './open-database.js';

/** What is stored of one document: its articles and all their passages, in order. */
export interface CorpusDocument {
  documentId: string;
  file: string;
  sourceFile: string;
  digest: string;
  articles: readonly Article[];
  /** Runs parallel to `articles`. */
  facts: readonly ArticleFacts[];
  passages: readonly Passage[];
}

/** Fills a new `corpus.sqlite`; nothing of it is durable before the file is synced by the caller. */
export interface CorpusWriter {
  readonly counts: { documents: number; articles: number; passages: number };
  /** Throws ClearError when a document or passage of that id is in already. */
  add(document: CorpusDocument): void;
  /** Takes a run of documents over from another finished `corpus.sqlite`, always the same one, without reading it into memory. */
  carryOver(previousFile: string, run: DocumentRun): void;
  addFile(file: Omit<KnownFile, 'documentIds'>): void;
  /** Commits and closes; the file is complete afterwards. */
  finish(): void;
  /** Closes without committing. */
  abort(): void;
}

/** Creates `file`, which must not exist. One transaction from here to `finish`; memory stays small however much is added. */
export function createCorpusWriter(file: string, engine?: SqlEngine): CorpusWriter {
  const database = openDatabase(file, engine === undefined ? {} : { engine });
  // A build that is cut off is thrown away whole, so SQLite need not protect it step by step.
  database.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA user_version = ${corpusSchemaVersion}; BEGIN; ${corpusSchema}`);
  const insertDocument = database.prepare('INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const insertFile = database.prepare('INSERT INTO source_files VALUES (?, ?, ?, ?, ?, ?, ?)');
  const insertArticle = database.prepare('INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const insertText = database.prepare('INSERT INTO article_texts VALUES (?, ?, ?)');
  const insertFacts = database.prepare('INSERT INTO article_facts VALUES (?, ?, ?)');
  const insertPassage = database.prepare('INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const counts = { documents: 0, articles: 0, passages: 0 };
  let carrier: CorpusCarrier | null = null;
  const refuseTwice = (error: unknown, what: string): unknown =>
    error instanceof Error && error.message.includes('UNIQUE constraint failed') ? new ClearError(`${what} has an id that was added before; give every document an id of its own.`, 1, { cause: error }) : error;

  return {
    counts,
    add({ documentId, file: source, sourceFile, digest, articles, facts, passages }) {
      const firstArticle = counts.articles;
      try {
        let taken = 0;
        for (const [place, article] of articles.entries()) {
          const firstRow = counts.passages;
          for (let passage = passages[taken]; passage?.articleId === article.articleId; passage = passages[++taken]) {
            insertPassage.run(...passageValues(passage, counts.passages++, counts.articles));
          }
          insertArticle.run(...articleValues(article, counts.articles, firstRow, counts.passages));
          const values = factsValues(facts[place]);
          if (values !== null) insertFacts.run(counts.articles, ...values);
          insertText.run(counts.articles++, article.text, linesJson(article));
        }
        const stray = passages[taken];
        if (stray !== undefined) throw new Error(`Passage ${stray.passageId} of ${documentId} does not follow the order of its articles`);
        insertDocument.run(counts.documents++, documentId, source, sourceFile, digest, firstArticle, counts.articles, passages.length);
      } catch (error) {
        throw refuseTwice(error, `Document ${JSON.stringify(documentId)} from ${JSON.stringify(source)}`);
      }
    },
    carryOver(previousFile, run) {
      carrier ??= createCorpusCarrier(database, previousFile);
      try {
        carrier.copy(run, counts);
      } catch (error) {
        throw refuseTwice(error, 'A document that was taken over');
      }
      counts.documents += run.endDocument - run.firstDocument;
      counts.articles += run.endArticle - run.firstArticle;
      counts.passages += run.endRow - run.firstRow;
    },
    addFile({ path, file, bytes, sha256, reader, isComplete, skipped }) {
      insertFile.run(path, file, bytes, sha256, reader, isComplete ? 1 : 0, JSON.stringify(skipped.map((each) => [each.file, each.reason])));
    },
    finish() {
      database.exec('COMMIT');
      database.close();
      carrier?.end();
    },
    abort() {
      database.close();
      carrier?.end();
    },
  };
}

