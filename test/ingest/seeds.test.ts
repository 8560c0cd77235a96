import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileSource } from '../../src/adapters/files/file-source.js';
import { readAll } from '../../src/ports/document-source.js';
import { splitLongText } from '../../src/adapters/langchain/split-long-text.js';
import { prepareDocument, type PreparedDocument } from '../../src/ingest/prepare-document.js';

const folder = fileURLToPath(new URL('../../../shared/seeds', import.meta.url));

/** Two real pages that lie beside the project on the machines of its makers; nothing of their text is kept here. */
describe.skipIf(!existsSync(folder))('two real newspaper pages (skipped where ../shared/seeds is absent)', () => {
  const pages: PreparedDocument[] = [];
  beforeAll(async () => {
    for await (const item of readAll(fileSource(), [folder])) if (item.kind === 'document') pages.push(await prepareDocument(item.document, splitLongText));
  });

  it('finds every article with its kind and day', () => {
    expect(pages.map(({ articles }) => articles.map(({ kind, date }) => `${kind} ${date ?? '-'}`))).toEqual([
      ['resolution 2025-02-20', 'news 2025-02-20', 'news 2025-02-19', 'news 2025-02-20', 'news 2025-02-20', 'news 2025-02-20', 'news 2025-02-20', 'news -', 'resolution 2025-02-20', 'resolution 2025-02-20', 'report 2025-02-20', 'news -'],
      ['report 2024-02-26', 'news 2024-03-12', 'announcement 2024-03-12', 'notice -'],
    ]);
  });

  it('names organ and session of the documents of the session', () => {
    const [first, second] = pages;
    expect(first?.articles[0]).toMatchObject({ body: '政协第七届朔州市委员会', meeting: '政协第七届朔州市委员会第四次会议' });
    // The page prints 市七届人大…; its organs bear the town of the page since other towns may stand in the same corpus.
    expect(first?.articles[5]).toMatchObject({ body: '朔州市七届人大五次会议主席团', meeting: '朔州市七届人大五次会议' });
    expect(second?.articles[0]).toMatchObject({ body: '政协第七届朔州市委员会', meeting: '政协第七届朔州市委员会第三次会议' });
  });

  it('leaves no sentence open that goes on elsewhere, and no paragraph twice', () => {
    for (const { text } of pages.flatMap(({ articles }) => articles)) {
      const paragraphs = text.split('\n').filter((paragraph) => paragraph.length >= 40);
      expect(new Set(paragraphs).size).toBe(paragraphs.length);
    }
    const open = pages.flatMap(({ articles }) => articles).flatMap(({ text }) => text.split('\n').filter((line) => line.length > 60 && !/[。！!？：)）”]$/.test(line)));
    // One resolution ends in mid-sentence in print.
    expect(open).toHaveLength(1);
  });

  it('masks the private notice and keeps the office telephone', () => {
    const articles = pages[1]?.articles ?? [];
    expect(articles[3]?.text.match(/＊+/g)?.map(({ length }) => length)).toEqual([3, 3, 10]);
    expect(articles[2]?.text).not.toContain('＊');
  });
});
