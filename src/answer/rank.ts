import { fold } from '../language/fold.js';
import { findDates } from '../language/dates.js';
import { findFigures } from '../language/figures.js';
import { bigramShare, squeeze } from '../language/likeness.js';
import { corpusMap } from './corpus-map.js';
import { coverage, gapsOfPassage, headerLine, type WeighedWord } from './evidence.js';
import type { Intent } from './intent.js';
import type { Candidate } from './retrieve.js';
import type { Scope } from './scope.js';
import type { CorpusReader } from '../ports/generation.js';

export interface Ranked extends Candidate {
  score: number;
}

/** Weights of the evidence features. */
export const RANKING_WEIGHTS = { lexical: 1, vector: 0.1, coverage: 0.8, inScope: 0.6, gap: -0.35, quoted: 0.8, answerType: 0.15, titleNamed: 0.7, bodyNamed: 0.3, length: -0.03, names: 0.6, recency: 0.15 };

/** Candidates by falling evidence. */
export function rank(intent: Intent, words: readonly WeighedWord[], scope: Scope, candidates: readonly Candidate[], corpus: CorpusReader): Ranked[] {
  const weights = RANKING_WEIGHTS;
  const question = squeeze(intent.folded);
  const quotes = intent.quoted.map(squeeze).filter((quote) => quote.length >= 2);
  const names = words.filter(({ isName }) => isName);
  return candidates
    .map((candidate) => {
      const { passage } = candidate;
      const folded = fold(passage.text);
      const header = headerLine(passage.header);
      const squeezed = squeeze(folded) + squeeze(header) + squeeze(fold(passage.heading));
      const quoted = quotes.length === 0 ? 0 : Math.max(...quotes.map((quote) => bigramShare(quote, squeezed)));
      const score =
        weights.lexical * candidate.lexicalScore +
        weights.vector * candidate.vectorScore +
        weights.coverage * coverage(words, [{ folded, factor: 1 }, { folded: header, factor: 0.8 }, { folded: fold(passage.heading), factor: 0.9 }]) +
        (scope.articles?.has(corpus.articleOfRow(passage.row)) === true ? weights.inScope : 0) +
        weights.gap * gapsOfPassage(intent, passage, corpus).length +
        weights.quoted * (quoted > 0.9 ? 1 : 0.5 * quoted) +
        weights.answerType * (holdsType(intent, passage.text) ? 1 : 0) +
        weights.titleNamed * titleNamed(question, passage.header.title) +
        weights.bodyNamed * (scope.body !== null && scope.body.name === passage.header.body ? 1 : 0) +
        weights.names * (names.length === 0 ? 0 : coverage(names, [{ folded, factor: 1 }, { folded: header, factor: 1 }])) +
        weights.recency * recency(intent, passage.header.date, corpus) +
        weights.length * Math.log(1 + passage.text.length / 100);
      return { ...candidate, score };
    })
    .sort((a, b) => b.score - a.score || a.passage.row - b.passage.row);
}

/** 0 for the oldest article to 1 for the newest; 0 for all where the question says which time or session it means. */
function recency(intent: Intent, date: string | null, corpus: CorpusReader): number {
  const { firstDate, lastDate } = corpusMap(corpus);
  if (intent.dates.length > 0 || intent.meetings.length > 0 || date === null || firstDate === null || lastDate === null || firstDate === lastDate) return 0;
  return (Date.parse(date) - Date.parse(firstDate)) / (Date.parse(lastDate) - Date.parse(firstDate));
}

/** Whether the text holds a value of the asked kind at all. */
function holdsType(intent: Intent, text: string): boolean {
  if (intent.type === 'how_many' || intent.type === 'share') return findFigures(text).length > 0;
  return intent.type === 'when' ? findDates(text).length > 0 : true;
}

/** 1 when the question names the article's whole title, falling to 0 at half of it. */
function titleNamed(question: string, title: string): number {
  const squeezed = squeeze(fold(title));
  return squeezed.length < 4 ? 0 : Math.max(0, 2 * bigramShare(squeezed, question) - 1);
}
