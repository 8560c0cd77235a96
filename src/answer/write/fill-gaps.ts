import type { Answer, Citation } from '../../domain/answer.js';
import type { Rehearse } from '../refusal/suggest-questions.js';
import { askForQuestions } from './ask-for-questions.js';
import type { Writer } from './call-model.js';
import type { Rewording, Written } from './write-answer.js';

/**
 * Takes a question apart of which only a part was answered: the model names the parts, each is asked of the record and proved by
 * itself, and what is answered stands below, under the record it is from. What is missing stays named, and the status stays.
 */
export async function fillGaps({ question, answer, language, asker }: Rewording, writer: Writer, rehearse: Rehearse): Promise<Written> {
  const { questions, model } = await askForQuestions('parts', { question, answer: answer.answer.replace(/\s*\[\d+\]/gu, '') }, language, asker, writer);
  let filled = answer;
  for (const part of questions) {
    const found = await rehearse(part);
    if (found.status === 'answered' && found.verdict === null && found.citations.length > 0 && isNew(found, filled)) filled = joined(filled, found, language);
  }
  return { answer: filled === answer ? null : filled, draft: '', statements: [], model: filled === answer ? { ...model, outcome: model.outcome.startsWith('written') ? 'no part was answered' : model.outcome } : model };
}

/** Says something that the answer does not say yet. */
function isNew(found: Answer, answer: Answer): boolean {
  return found.citations.some(({ quote, passageId }) => !answer.answer.includes(quote) || !answer.citations.some((citation) => citation.passageId === passageId));
}

/** Both answers, the second with markers that go on from those of the first, under the name of its record: what a model calls it is not proved. */
function joined(answer: Answer, found: Answer, language: 'zh' | 'en'): Answer {
  const citations: Citation[] = [...answer.citations];
  const markers = new Map(
    found.citations.map((citation): [number, number] => {
      const known = citations.find(({ passageId }) => passageId === citation.passageId);
      const marker = known?.marker ?? citations.length + 1;
      if (known === undefined) citations.push({ ...citation, marker });
      return [citation.marker, marker];
    }),
  );
  const [first] = found.citations;
  const record = [first?.title ?? '', first?.date ?? ''].filter((part) => part !== '').join(language === 'zh' ? '，' : ', ');
  const text = found.answer.replace(/\[(\d+)\]/gu, (mark, number: string) => `[${String(markers.get(Number(number)) ?? mark)}]`);
  const dates = citations.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  return { ...answer, answer: `${answer.answer}\n${language === 'zh' ? `《${record}》：` : `${record}: `}${text}`, citations, asOf: dates.at(-1) ?? null };
}
