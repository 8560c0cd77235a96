import type { Embedder } from '../ports/embedder.js';
import type { Generation } from '../ports/generation.js';
import { corpusMap } from './corpus-map.js';
import { weighWords, type WeighedWord } from './evidence.js';
import type { Intent } from './intent.js';
import { rank, type Ranked } from './rank.js';
import { RANKING_WEIGHTS, type RankingWeights } from './ranking-weights.js';
import { queryTerms, retrieve } from './retrieve.js';
import { scopeOf, withoutNames, type Scope } from './scope.js';
import { termMatch, type TermMatch } from './term-match.js';
import type { Thesaurus } from './thesaurus.js';
import { corpusNames } from './translate/corpus-names.js';
import { languageOf } from './translate/question-language.js';
import { translateQuestion } from './translate/translate-question.js';
import { understand } from './understand.js';

/** What was understood of a question and what was found for it. */
export interface Found {
  intent: Intent;
  words: WeighedWord[];
  match: TermMatch;
  scope: Scope;
  ranked: Ranked[];
}

/** understand → scope → retrieve → rank, for one stand-alone question. */
export async function findEvidence(standaloneQuestion: string, generation: Generation, thesaurus: Thesaurus, embedder: Embedder, weights: RankingWeights = RANKING_WEIGHTS): Promise<Found> {
  const asked = translateQuestion(standaloneQuestion, corpusNames(generation));
  const understood = { ...understand(asked, thesaurus, corpusMap(generation.corpus).places), language: languageOf(standaloneQuestion) };
  const scope = scopeOf(understood, generation.corpus);
  const candidates = await retrieve(understood, scope, generation, embedder);
  const intent = withoutNames(understood, scope);
  const words = weighWords(intent.words, generation.lexical, generation.corpus.passageCount);
  return { intent, words, match: termMatch(queryTerms(understood, generation), generation), scope, ranked: rank(intent, words, scope, candidates, generation.corpus, weights) };
}
