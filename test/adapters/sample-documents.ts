import { NO_FACTS, type ArticleFacts } from '../../src/domain/facts.js';
import type { Article, Passage } from '../../src/domain/corpus.js';
import { articleIdOf, passageIdOf, sha256 } from '../../src/domain/ids.js';
import type { IndexedDocument } from '../../src/ports/generation.js';

export const dimension = 16;
export const settings = { embeddingModel: 'sample-16', dimension, textVersion: 'sample-1' };

/** A document of one article for each list of passages; everything about it follows from its id and texts. */
export function sampleDocument(documentId: string, articleTexts: readonly (readonly string[])[]): IndexedDocument {
  const articles: Article[] = [];
  const passages: Passage[] = [];
  articleTexts.forEach((texts, ordinal) => {
    const articleId = articleIdOf(documentId, ordinal);
    const lines: Article['lines'] = [];
    let offset = 0;
    texts.forEach((text, place) => {
      const line = ordinal * 100 + place + 1;
      lines.push({ offset, line, page: place % 2 === 0 ? null : place });
      passages.push({
        passageId: passageIdOf(articleId, place, text),
        articleId,
        ordinal: place,
        start: offset,
        end: offset + text.length,
        text,
        heading: place === 0 ? '' : '一、议题 / 二、结论',
        place: { file: documentId, page: place % 2 === 0 ? null : place, startLine: line, endLine: line },
      });
      offset += text.length;
    });
    articles.push({
      articleId,
      documentId,
      ordinal,
      title: `关于${documentId}的决定`,
      body: ordinal % 2 === 0 ? '市人民代表大会' : '',
      meeting: '第三次会议',
      date: ordinal % 2 === 0 ? '2025-02-20' : null,
      kind: 'resolution',
      source: '',
      file: documentId,
      text: texts.join(''),
      lines,
    });
  });
  return {
    documentId,
    file: documentId,
    sourceFile: documentId,
    digest: sha256(JSON.stringify(articleTexts)),
    articles,
    facts: articles.map(({ ordinal, date }) => (ordinal % 2 === 0 ? sampleFacts(documentId, date) : NO_FACTS)),
    passages,
    terms: passages.map(({ text }) => termsOf(text)),
    vectors: passages.map(({ text }) => sampleVector(text)),
  };
}

function sampleFacts(documentId: string, asOf: string | null): ArticleFacts {
  return {
    people: [{ name: '周明远', office: '市长', state: 'holds', asOf, line: 3 }],
    figures: [{ printed: '约3%—5%', value: 3, upTo: 5, unit: '%', bound: 'about', subject: `${documentId}的增长`, change: 'growth', kind: 'target', period: '2025', line: null }],
  };
}

/** Characters and bigrams. */
export function termsOf(text: string): string[] {
  return [...text, ...Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2))];
}

/** A unit vector that depends on the text alone. */
export function sampleVector(text: string): Float32Array {
  const digest = Buffer.from(sha256(text), 'hex');
  const vector = Float32Array.from({ length: dimension }, (_, index) => digest[index]! - 127.5);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/** `count` documents with different texts; the same on every run. */
export function sampleDocuments(count: number): IndexedDocument[] {
  return Array.from({ length: count }, (_, index) =>
    sampleDocument(`会议/${index}.md`, [
      [`第${index}号决定：拨款${index * 7}万元修建学校。`, `由教育局负责，${index % 12 + 1}月底前完成。`],
      [`会议听取了第${index}号报告。`],
    ]),
  );
}
