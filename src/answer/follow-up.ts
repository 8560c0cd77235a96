import type { Answer, Question } from '../domain/answer.js';
import type { Generation } from '../ports/generation.js';
import { viewOf } from './cite.js';
import { completeQuestion } from './complete-question.js';
import { lacking } from './conversation/crux.js';
import type { Completed } from './conversation/look-ups.js';
import { askNeighbourDay } from './conversation/neighbour-day.js';
import { corpusMap } from './corpus-map.js';
import type { Found } from './find-evidence.js';
import { NEAREST, refused } from './finish-answer.js';
import type { Way } from './search-and-compose.js';
import { languageOf } from './translate/question-language.js';

/** How far passages of the articles cited a moment ago are ahead when more is asked of their matter, in points of the ranking score. */
const GOES_ON = 0.8;

/** A question completed from the conversation, with the articles that the answer it goes on from cited. */
export interface FollowUp extends Completed {
  language: 'zh' | 'en';
  articleIds: ReadonlySet<string>;
  passageIds: ReadonlySet<string>;
  /** What was cited, where more than that is asked for (还去了哪里); else empty. */
  said: string[];
}

/** 还去了哪里, 另外有谁: not what was said already. 还是, 还原, 还款 are other words. */
const MORE = /还(?!有[呢吗]|[是原要没不本债贷款能可得])|另外|除此之外|其他(?:的)?|别的|\b(?:else|other|another|also)\b/i;

/** Completes a question; `ask` gives the answer to an earlier one, completed. */
export async function readFollowUp(question: Question, ask: (earlier: string) => Promise<Answer>, generation: () => Promise<Generation>): Promise<FollowUp> {
  const completed = await completeQuestion(question, {
    answerOf: async (earlier) => {
      const { status, answer } = await ask(earlier);
      return status.startsWith('answered') ? answer : null;
    },
    neighbourDay: async (earlier, shift) => {
      const { corpus } = await generation();
      return askNeighbourDay(earlier, shift, corpusMap(corpus), corpus.headers);
    },
  });
  const cited = completed.goesOnFrom === '' ? [] : (await ask(completed.goesOnFrom)).citations;
  const said = MORE.test(question.question) ? cited.map(({ quote }) => quote) : [];
  return { ...completed, language: languageOf(question.question), articleIds: new Set(cited.map(({ articleId }) => articleId)), passageIds: new Set(cited.map(({ passageId }) => passageId)), said };
}

/** What was found, with the articles spoken of first and with the words that the follow-up brought. */
function goOn(found: Found, { articleIds, brought, said, language }: FollowUp): Found {
  const ranked = found.ranked.map((candidate) => (articleIds.has(candidate.passage.articleId) ? { ...candidate, score: candidate.score + GOES_ON } : candidate));
  return { ...found, ranked: ranked.sort((a, b) => b.score - a.score), intent: { ...found.intent, brought, said, language } };
}

/** The question as typed, asked only of the passages cited a moment ago; null when it goes on from none. */
async function askedOfCited(question: Question, { passageIds, brought, said, language }: FollowUp, found: Found, find: (text: string) => Promise<Found>): Promise<Found | null> {
  const ranked = found.ranked.filter(({ passage }) => passageIds.has(passage.passageId));
  if (ranked.length === 0) return null;
  const alone = await find(question.question);
  return { ...alone, ranked, intent: { ...alone.intent, brought, said, language } };
}

/** What the conversation adds to the search for a follow-up. */
export function ofConversation(question: Question, followUp: FollowUp): Way {
  if (question.history.length === 0) return { adjust: (found) => found, askAgain: () => Promise.resolve(null) };
  return { adjust: (found) => goOn(found, followUp), askAgain: (found, find) => askedOfCited(question, followUp, found, find) };
}

/** The answer, or a refusal where no citation speaks of what an elliptic question named: it would be the old answer again. */
export function onlyOfCrux(answer: Answer, question: Question, { crux, language }: FollowUp, found: Found): Answer {
  const unsaid = answer.citations.length === 0 ? [] : lacking(crux, found.intent.words, answer.citations);
  return unsaid.length === 0 ? answer : refused(question, 'refused_not_in_passages', unsaid.join('、'), found.ranked.slice(0, NEAREST).map(({ passage }) => viewOf(passage)), language);
}
