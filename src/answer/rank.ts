import { fold } from '../language/fold.js';
import { findDates } from '../language/dates.js';
import { findFigures } from '../language/figures.js';
import { bigramShare, squeeze } from '../language/likeness.js';
import { corpusMap } from './corpus-map.js';
import { coverage, gapsOfPassage, headerLine, type WeighedWord } from './evidence.js';
import type { Intent } from './intent.js';
import { RANKING_FEATURES, RANKING_WEIGHTS, type RankingFeature, type RankingWeights } from './ranking-weights.js';
import type { Candidate } from './retrieve.js';
import type { Scope } from './scope.js';
import type { CorpusReader } from '../ports/generation.js';

export interface Ranked extends Candidate {
  score: number;
}

/** Candidates by falling evidence. */
export function rank(intent: Intent, words: readonly WeighedWord[], scope: Scope, candidates: readonly Candidate[], corpus: CorpusReader, weights: RankingWeights = RANKING_WEIGHTS): Ranked[] {
  const featuresOf = rankingFeatures(intent, words, scope, corpus);
  return candidates
    .map((candidate) => {
      const features = featuresOf(candidate);
      return { ...candidate, score: RANKING_FEATURES.reduce((sum, feature) => sum + weights[feature] * features[feature], 0) };
    })
    .sort((a, b) => b.score - a.score || a.passage.row - b.passage.row);
}

/** What speaks for a passage as the place of the answer: a function that tells the features of each candidate of one question. */
export function rankingFeatures(intent: Intent, words: readonly WeighedWord[], scope: Scope, corpus: CorpusReader): (candidate: Candidate) => Record<RankingFeature, number> {
  const question = squeeze(intent.folded);
  const quotes = intent.quoted.map(squeeze).filter((quote) => quote.length >= 2);
  const names = words.filter(({ isName }) => isName);
  return ({ passage, lexicalScore, vectorScore }) => {
    const folded = fold(passage.text);
    const heading = fold(passage.heading);
    const header = headerLine(passage.header);
    const quoted = quotes.length === 0 ? 0 : shareOfQuotes(quotes, squeeze(folded) + squeeze(header) + squeeze(heading));
    return {
      lexical: lexicalScore,
      vector: vectorScore,
      coverage: coverage(words, [{ folded, factor: 1 }, { folded: header, factor: 0.8 }, { folded: heading, factor: 0.9 }]),
      inScope: scope.articles?.has(corpus.articleOfRow(passage.row)) === true ? 1 : 0,
      gap: gapsOfPassage(intent, passage, corpus).length,
      quoted: quoted > 0.9 ? 1 : 0.5 * quoted,
      answerType: holdsType(intent, passage.text) ? 1 : 0,
      titleNamed: titleNamed(question, passage.header.title),
      bodyNamed: scope.body !== null && scope.body.name === passage.header.body ? 1 : 0,
      length: Math.log(1 + passage.text.length / 100),
      names: names.length === 0 ? 0 : coverage(names, [{ folded, factor: 1 }, { folded: header, factor: 1 }]),
      recency: recency(intent, passage.header.date, corpus),
    };
  };
}

/** The best of the quotations, as a share of its bigrams. */
function shareOfQuotes(quotes: readonly string[], squeezed: string): number {
  return Math.max(...quotes.map((quote) => bigramShare(quote, squeezed)));
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
