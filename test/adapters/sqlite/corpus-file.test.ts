import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCorpusFile } from '../../../src/adapters/sqlite/corpus-file.js';
import { createCorpusWriter } from '../../../src/adapters/sqlite/corpus-writer.js';
import { openDatabase } from '../../../src/adapters/sqlite/open-database.js';
import { ClearError } from '../../../src/domain/errors.js';
import type { IndexedDocument } from '../../../src/ports/generation.js';
import { sampleDocument, sampleDocuments } from '../sample-documents.js';
import { temporaryFolder } from '../temporary-folder.js';
import { engines } from './engines.js';

const documents = [...sampleDocuments(20), sampleDocument('空.md', []), sampleDocument('无段.md', [[], ['只有一段']])];

describe.each(engines)('%s', (engine) => {
  function write(wanted: readonly IndexedDocument[]): string {
    const file = join(temporaryFolder(), 'corpus.sqlite');
    const writer = createCorpusWriter(file, engine);
    for (const document of wanted) writer.add(document);
    writer.finish();
    return file;
  }

  test('gives back every passage, header and article as they went in', () => {
    const corpus = openCorpusFile(write(documents), engine);
    const articles = documents.flatMap((document) => document.articles);
    const facts = documents.flatMap((document) => document.facts);
    const passages = documents.flatMap((document) => document.passages);
    expect(articles).toEqual(corpus.headers.map((header) => expect.objectContaining(header) as unknown));
    expect(corpus.headers).toHaveLength(articles.length);
    expect(corpus.passageCount).toBe(passages.length);
    const rows = passages.map((_, row) => passages.length - 1 - row);
    for (const [place, stored] of corpus.passages(rows).entries()) {
      const { row, header, ...passage } = stored;
      expect(row).toBe(rows[place]);
      expect(passage).toEqual(passages[row]);
      expect(header).toBe(corpus.headers[corpus.articleOfRow(row)]);
      expect(corpus.passageById(passage.passageId)).toEqual(stored);
    }
    let next = 0;
    articles.forEach((article, ordinal) => {
      const { first, end } = corpus.rowsOfArticle(ordinal);
      expect(first).toBe(next);
      expect(end - first).toBe(passages.filter(({ articleId }) => articleId === article.articleId).length);
      next = end;
      expect(corpus.article(ordinal)).toEqual(article);
      expect(corpus.facts(ordinal)).toEqual(facts[ordinal]);
    });
    corpus.close();
  });

  test('a passage that is read again is the same object, in the order asked, and beside rows that are new', () => {
    const corpus = openCorpusFile(write(documents), engine);
    const [second, first] = corpus.passages([1, 0]);
    const again = corpus.passages([0, 2, 1, 0]);
    expect(again.map(({ row }) => row)).toEqual([0, 2, 1, 0]);
    expect([again[0], again[2], again[3]].map((passage, place) => passage === [first, second, first][place])).toEqual([true, true, true]);
    expect(() => corpus.passages([0, corpus.passageCount])).toThrow(RangeError);
    corpus.close();
  });

  test('tells where documents stand, and takes runs of them over in another order', () => {
    const file = write(documents);
    const corpus = openCorpusFile(file, engine);
    expect(corpus.runOf('不在')).toBeNull();
    expect(corpus.knownDocuments()).toEqual(
      documents.map(({ documentId, file: source, digest, articles, passages }) => ({ documentId, file: source, digest, articles: articles.length, passages: passages.length })),
    );
    const [first, second, last] = [documents[4]!, documents[5]!, documents[1]!];
    const added = sampleDocument('新.md', [['新的一段']]);
    const target = join(temporaryFolder(), 'corpus.sqlite');
    const writer = createCorpusWriter(target, engine);
    const run = { ...corpus.runOf(first.documentId)!, endDocument: 6, endArticle: corpus.runOf(second.documentId)!.endArticle, endRow: corpus.runOf(second.documentId)!.endRow };
    writer.carryOver(file, run);
    writer.add(added);
    writer.carryOver(file, corpus.runOf(last.documentId)!);
    expect(() => { writer.carryOver(file, run); }).toThrow('give every document an id of its own');
    writer.abort();
    const again = createCorpusWriter(`${target}.2`, engine);
    again.carryOver(file, run);
    again.add(added);
    again.carryOver(file, corpus.runOf(last.documentId)!);
    again.finish();
    const [copied, whole] = [openCorpusFile(`${target}.2`, engine), openCorpusFile(write([first, second, added, last]), engine)];
    const all = (each: typeof copied): unknown => [each.headers, each.passages(Array.from({ length: each.passageCount }, (_, row) => row)), each.headers.map((_, ordinal) => [each.article(ordinal), each.facts(ordinal)]), each.knownDocuments()];
    expect(all(copied)).toEqual(all(whole));
    for (const each of [corpus, copied, whole]) each.close();
  });

  test('remembers files, what was left out of them, and their documents in order', () => {
    const file = join(temporaryFolder(), 'corpus.sqlite');
    const writer = createCorpusWriter(file, engine);
    for (const document of sampleDocuments(3)) writer.add({ ...document, sourceFile: '/a/archive.zip' });
    const archive = { path: '/a/archive.zip', file: 'archive.zip', bytes: 12, sha256: 'ab', reader: 'r-1', isComplete: true, skipped: [{ file: 'archive.zip/x.doc', reason: 'Save it as .docx.' }] };
    const damaged = { path: '/a/b.pdf', file: 'b.pdf', bytes: 0, sha256: '', reader: 'r-1', isComplete: false, skipped: [] };
    writer.addFile(archive);
    writer.addFile(damaged);
    writer.finish();
    const corpus = openCorpusFile(file, engine);
    expect(corpus.knownFiles()).toEqual([{ ...archive, documentIds: sampleDocuments(3).map(({ documentId }) => documentId) }, { ...damaged, documentIds: [] }]);
    corpus.close();
  });

  test('says which rows and ordinals there are when asked for others', () => {
    const corpus = openCorpusFile(write(sampleDocuments(1)), engine);
    expect(corpus.passageById('不在')).toBeNull();
    for (const row of [-1, 3, 1.5, Number.NaN]) {
      expect(() => corpus.passages([row])).toThrow('outside 0 to 2');
      expect(() => corpus.articleOfRow(row)).toThrow('outside 0 to 2');
    }
    for (const ordinal of [-1, 2]) {
      expect(() => corpus.article(ordinal)).toThrow('outside 0 to 1');
      expect(() => corpus.rowsOfArticle(ordinal)).toThrow('outside 0 to 1');
    }
    corpus.close();
  });

  test('the same document twice is refused in one sentence', () => {
    expect(() => write([...sampleDocuments(1), ...sampleDocuments(1)])).toThrow(ClearError);
    expect(() => write([...sampleDocuments(1), ...sampleDocuments(1)])).toThrow('give every document an id of its own');
  });

  test('passages that do not follow their articles are refused', () => {
    const document = sampleDocument('a', [['一'], ['二']]);
    expect(() => write([{ ...document, passages: [...document.passages].reverse() }])).toThrow('does not follow the order of its articles');
  });

  test('a database of another kind or version is refused', () => {
    const file = join(temporaryFolder(), 'corpus.sqlite');
    const database = openDatabase(file, { engine });
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(() => openCorpusFile(file, engine)).toThrow('schema version is 99 and this program reads version 3');
  });
});
