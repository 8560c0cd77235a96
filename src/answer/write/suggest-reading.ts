import type { Answer, Question } from '../../domain/answer.js';
import { fold } from '../../language/fold.js';
import type { Rehearse } from '../refusal/suggest-questions.js';
import type { Thesaurus } from '../thesaurus.js';
import { askForQuestions } from './ask-for-questions.js';
import type { Writer } from './call-model.js';
import { readEvidence, squeezeSpace } from './proof/evidence-text.js';
import { foreignWord } from './proof/prove-words.js';
import type { Written } from './write-answer.js';

const MEANT = { zh: '您想问的是不是：', en: 'Did you mean:' } as const;
const MOST_READINGS = 3;

/**
 * Offers whole questions to somebody whose follow-up, or question about several matters, found nothing: the model words them, each is asked of the record, and only one
 * that is answered, in words of the conversation or of the record, is shown. The refusal stays a refusal: whoever asked decides.
 */
export async function suggestReading(question: Question, refusal: Answer, language: 'zh' | 'en', writer: Writer, thesaurus: Thesaurus, rehearse: Rehearse): Promise<Written> {
  const earlier = question.history.map((item) => item.question);
  const isFollowUp = earlier.length > 0;
  const { questions, model } = await askForQuestions(isFollowUp ? 'reading' : 'parts', isFollowUp ? { earlier, question: question.question } : { question: question.question, answer: '' }, language, question.asker ?? null, writer);
  const said = squeezeSpace(fold([...earlier, question.question].join('\n')));
  const offers: string[] = [];
  for (const reading of questions) {
    if (offers.length === MOST_READINGS || reading === question.question) continue;
    const found = await rehearse(reading);
    if (found.status === 'answered' && foreignWord(squeezeSpace(fold(reading)), [], said, readEvidence(found.citations), thesaurus) === null) offers.push(reading);
  }
  const outcome = offers.length > 0 || !model.outcome.startsWith('written') ? model.outcome : 'no reading is answered';
  return { answer: offers.length === 0 ? null : { ...refusal, answer: [refusal.answer, MEANT[language], ...offers.map((offer) => `· ${offer}`)].join('\n') }, draft: '', statements: [], model: { ...model, outcome } };
}
