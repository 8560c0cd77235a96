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
import { wordsOfEnglishRecord } from './translate/english-records.js';
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
  const language = languageOf(standaloneQuestion);
  const translated = { ...understand(asked, thesaurus, corpusMap(generation.corpus).places), language };
  const understood = language === 'en' ? inEnglish(translated, standaloneQuestion, generation) : translated;
  const scope = scopeOf(understood, generation.corpus);
  const candidates = await retrieve(understood, scope, generation, embedder);
  const intent = withoutNames(understood, scope);
  const words = weighWords(intent.words, generation.lexical, generation.corpus.passageCount);
  return { intent, words, match: termMatch(queryTerms(understood, generation), generation), scope, ranked: rank(intent, words, scope, candidates, generation.corpus, weights) };
}

/** What is asked is read from the translation; of what, from the question itself where a record is in English. */
function inEnglish(translated: Intent, question: string, generation: Generation): Intent {
  const words = wordsOfEnglishRecord(question, generation);
  if (words === null) return translated;
  // Dates keep their place in the translation, which stays the text.
  const wordings = words.map(({ text }) => text).join(' ');
  return { ...translated, folded: `${translated.folded} ${wordings}`, words, compounds: [], askedNoun: null };
}
