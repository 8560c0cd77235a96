import type { Generation } from '../../ports/generation.js';
import type { Draft } from '../compose/draft.js';
import type { Found } from '../find-evidence.js';
import { refusalReply } from '../reply.js';
import { explainRefusal } from './explain-refusal.js';
import { sayFact } from './say-fact.js';
import { exampleQuestions, questionsAnswered, type Rehearse } from './suggest-questions.js';

/** Articles whose questions are tried, out of the first passages. */
const MAX_ARTICLES = 2;
const MAX_PASSAGES = 6;
const MIN_OFFERS = 2;
const MAX_OFFERS = 3;
const OFFER = { zh: '可以这样问：', en: 'You could ask:' } as const;

/** What a refused citizen reads: what is not on record, and questions that the nearest record does answer. `known` is the reason where the caller has it already. */
export async function composeRefusal(known: string | null, found: Found, draft: Draft, generation: Generation, rehearse: Rehearse): Promise<string> {
  const { language } = found.intent;
  const reason = known ?? (draft.kind === 'refusal' ? sayFact(explainRefusal(found, draft.missing, generation), language) : refusalReply('refused_not_grounded', '', language));
  const offers = await offersNear(found, generation, rehearse);
  return offers.length === 0 ? reason : [reason, OFFER[language], ...offers.map((offer) => `· ${offer}`)].join('\n');
}

/** Questions of the nearest articles; of the whole corpus where those give none. */
async function offersNear(found: Found, generation: Generation, rehearse: Rehearse): Promise<string[]> {
  const { articles: meant } = found.scope;
  const near = found.ranked.slice(0, MAX_PASSAGES).map(({ passage }) => generation.corpus.articleOfRow(passage.row));
  // The meeting that the question names first, where it is on record.
  const articles = [...new Set([...(meant === null ? [] : [...meant].slice(0, MAX_ARTICLES)), ...near])];
  const offers = new Set<string>();
  for (const article of articles.slice(0, MAX_ARTICLES)) {
    for (const offer of await questionsAnswered(article, generation, rehearse)) offers.add(offer);
    if (offers.size >= MIN_OFFERS) return [...offers].slice(0, MAX_OFFERS);
  }
  for (const example of await exampleQuestions(generation, rehearse)) offers.add(example);
  return [...offers].slice(0, MAX_OFFERS);
}
