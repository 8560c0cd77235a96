import type { AnswerPorts } from '../../../src/answer/answer-question.js';
import { RANKING_FEATURES, RANKING_WEIGHTS } from '../../../src/answer/ranking-weights.js';
import { SENTENCE_FEATURES, type SentenceFeature } from '../../../src/answer/compose/sentence-features.js';
import { SENTENCE_WEIGHTS } from '../../../src/answer/compose/sentence-weights.js';
import { buildThesaurus } from '../../../src/answer/thesaurus.js';
import { createLexicalBuilder } from '../../../src/adapters/lexical/lexical-builder.js';
import { lexicalParts } from '../../../src/adapters/lexical/lexical-parts.js';
import { openLexical } from '../../../src/adapters/lexical/open-lexical.js';
import type { QuestionRow } from '../../../src/evaluate/question-row.js';
import { indexTerms } from '../../../src/language/tokens.js';
import type { Generation, LexicalIndex } from '../../../src/ports/generation.js';

/** The product with one part taken out: other ports, or other questions. The product itself has no such switches. */
export interface Without {
  part: string;
  /** The ports without the part. */
  ports?: (answering: AnswerPorts, generation: Generation) => AnswerPorts;
  /** The row as it is asked without the part; null where the part has no say in it. */
  row?: (row: QuestionRow) => QuestionRow | null;
}

/** Sentence features that say much the same are taken out together; a feature in none of them goes alone. */
const SENTENCE_GROUPS: Readonly<Record<string, readonly string[]>> = {
  'words of the question': ['words', 'wordsAround'],
  'terms of the question': ['terms', 'termsBefore', 'termsAfter', 'termsAround'],
  'value asked for': ['value', 'noValue'],
  'place and length': ['isFirst', 'isLast', 'logLength'],
};

export function parts(): Without[] {
  return [
    { part: 'header in the indexed passage', ports: (answering, generation) => withGeneration(answering, { ...generation, lexical: indexWithoutHeaders(generation) }) },
    { part: 'dates and sessions as terms', ports: (answering, generation) => withGeneration(answering, { ...generation, lexical: withoutTerms(generation.lexical, /^[dmyk]:/u) }) },
    { part: 'thesaurus', ports: (answering) => ({ ...answering, thesaurus: buildThesaurus({ entries: [], same: [] }) }) },
    { part: 'vector candidates', ports: (answering, generation) => withGeneration(answering, { ...generation, vectors: { kind: 'exact', search: () => [] } }) },
    { part: 'structure of lines (topics, agendas, numbered lists)', ports: (answering, generation) => withGeneration(answering, withoutLines(generation)) },
    { part: 'conversation', row: (row) => (row.history.length === 0 ? null : { ...row, history: [] }) },
    { part: 'translation of English and pinyin', row: untranslatable },
    ...RANKING_FEATURES.map((feature) => ({
      part: `ranking: ${feature}`,
      ports: (answering: AnswerPorts) => ({ ...answering, weights: { ranking: { ...RANKING_WEIGHTS, [feature]: 0 }, sentence: SENTENCE_WEIGHTS } }),
    })),
    ...sentenceGroups().map(([name, features]) => ({
      part: `sentence: ${name}`,
      ports: (answering: AnswerPorts) => ({ ...answering, weights: { ranking: RANKING_WEIGHTS, sentence: { ...SENTENCE_WEIGHTS, ...Object.fromEntries(features.map((feature) => [feature, 0])) } } }),
    })),
  ];
}

/** Every sentence feature in exactly one group. */
export function sentenceGroups(): [string, SentenceFeature[]][] {
  const grouped = Object.entries(SENTENCE_GROUPS).map(([name, features]): [string, SentenceFeature[]] => [name, SENTENCE_FEATURES.filter((feature) => features.includes(feature))]);
  const alone = SENTENCE_FEATURES.filter((feature) => !grouped.some(([, features]) => features.includes(feature)));
  return [...grouped.filter(([, features]) => features.length > 0), ...alone.map((feature): [string, SentenceFeature[]] => [feature, [feature]])];
}

function withGeneration(answering: AnswerPorts, generation: Generation): AnswerPorts {
  return { ...answering, generation: () => Promise.resolve(generation) };
}

function indexWithoutHeaders({ corpus }: Generation): LexicalIndex {
  const builder = createLexicalBuilder();
  const rows = Array.from({ length: corpus.passageCount }, (_, row) => row);
  for (const { text } of corpus.passages(rows)) builder.add(indexTerms(text));
  const bytes = Buffer.concat(lexicalParts(builder.finish()));
  return openLexical(new Uint8Array(bytes).buffer);
}

function withoutTerms(lexical: LexicalIndex, pattern: RegExp): LexicalIndex {
  return { ...lexical, search: (terms, limit, also) => lexical.search(terms.filter(({ term }) => !pattern.test(term)), limit, also) };
}

/** Articles in one long line: offsets stay what they were, and there is no outline left to read. */
function withoutLines(generation: Generation): Generation {
  const { corpus } = generation;
  const article = (ordinal: number): ReturnType<typeof corpus.article> => {
    const found = corpus.article(ordinal);
    return { ...found, text: found.text.replaceAll('\n', ' ') };
  };
  return { ...generation, corpus: { ...corpus, passageCount: corpus.passageCount, headers: corpus.headers, article } };
}

/** A question without Chinese, so marked that no translation knows its words. */
function untranslatable(row: QuestionRow): QuestionRow | null {
  if (/[\u3400-\u9fff]/u.test(row.question) || !/[a-z]/iu.test(row.question)) return null;
  return { ...row, question: `问：${row.question.replace(/\p{Script=Latin}+/gu, '$&_')}` };
}
