import type { Article, Passage, RawDocument } from '../domain/corpus.js';
import type { ArticleFacts } from '../domain/facts.js';
import { sha256 } from '../domain/ids.js';
import { repairedText } from '../language/recognition-repairs.js';
import { indexTerms } from '../language/tokens.js';
import { corrected, correctionsDigest, type Corrections } from './corrections.js';
import { CUTTER_VERSION, cutPassages, longSentences, MAX_SENTENCE_CHARS } from './cut-passages.js';
import { describeArticles } from './describe-articles.js';
import { dropRepeats } from './drop-repeats.js';
import { correctedFacts } from './facts/corrected-facts.js';
import { drawFacts } from './facts/draw-facts.js';
import { headerText } from './passage-header.js';
import { printedLines } from './printed-lines.js';
import { repairParagraphs } from './repair-paragraphs.js';
import { screenPersonalData } from './screen-personal-data.js';
import { splitArticles } from './split-articles.js';

/** Cuts one overlong sentence into pieces of at most `maxChars` that hold its printed characters in order. */
export type SplitLongText = (text: string, maxChars: number) => Promise<string[]>;

/** A document ready to be embedded; `facts` runs parallel to `articles`, `terms` and `texts` to `passages`. */
export interface PreparedDocument {
  documentId: string;
  digest: string;
  articles: Article[];
  facts: ArticleFacts[];
  passages: Passage[];
  terms: string[][];
  /** What is searched and embedded: header and text, misreadings of recognition repaired. */
  texts: string[];
}

/** Repair, split, describe, correct, screen, draw out people and figures, cut: everything between reading and embedding. */
export async function prepareDocument(document: RawDocument, splitLongText: SplitLongText, corrections?: Corrections): Promise<PreparedDocument> {
  const articles = articlesOf(document).map((article) => screenPersonalData(corrected(article, corrections)));
  const facts = articles.map((article) => correctedFacts(drawFacts(article), article, corrections));
  const passages: Passage[] = [];
  const texts: string[] = [];
  for (const article of articles) {
    for (const passage of cutPassages(article, await findBreaks(article, splitLongText))) {
      passages.push(passage);
      texts.push(`${headerText(article, passage)}\n${repairedText(passage.text)}`);
    }
  }
  return { documentId: document.documentId, digest: fingerprint(document, corrections), articles, facts, passages, terms: texts.map(indexTerms), texts };
}

/** The articles of a document, described, as printed: not screened yet. */
export function articlesOf(document: RawDocument): Article[] {
  const paragraphs = dropRepeats(repairParagraphs(printedLines(document), document.format), document.format);
  return describeArticles(splitArticles(paragraphs, document.format), document);
}

/** Equal fingerprints mean that the same passages would come out; a changed cutter reads every document anew. */
export function fingerprint(document: RawDocument, corrections?: Corrections): string {
  return sha256([CUTTER_VERSION, document.documentId, document.file, String(document.firstLine), document.digest, correctionsDigest([document.documentId], corrections)].join('\n'));
}

/** Offsets at which overlong sentences may be cut; marks of punctuation stay with the words before them. */
async function findBreaks(article: Article, splitLongText: SplitLongText): Promise<number[]> {
  const breaks: number[] = [];
  for (const { start, end } of longSentences(article)) {
    let at = start;
    for (const piece of await splitLongText(article.text.slice(start, end), MAX_SENTENCE_CHARS)) {
      const found = article.text.indexOf(piece, at);
      if (found < 0 || found >= end) break;
      if (found > start) breaks.push(afterPunctuation(article.text, found));
      at = found + piece.length;
    }
  }
  return breaks;
}

function afterPunctuation(text: string, offset: number): number {
  let at = offset;
  while (/[，；、,;\s”’）)》]/.test(text[at] ?? '')) at++;
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at;
}
