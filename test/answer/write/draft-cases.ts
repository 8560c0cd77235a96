import type { Answer, PassageView } from '../../../src/domain/answer.js';
import { findPeople } from '../../../src/language/people.js';
import { splitSentences } from '../../../src/language/sentences.js';
import type { DraftCase } from './mutations.js';

/** Share of a statement's character pairs from which on another passage may hold it too. */
const ALIKE = 0.5;

/** Right drafts made of one right answer: the sentence that it quotes, alone and behind the usual openings. `elsewhere` are passages of other answers. */
export function draftCases(answer: Answer, elsewhere: readonly PassageView[], people: readonly string[]): DraftCase[] {
  return answer.citations.flatMap((citation) => {
    const sentence = sentenceAround(citation.text, citation.quote);
    if (sentence === null) return [];
    const distractor = elsewhere.find((passage) => passage.documentId !== citation.documentId && sharedPairs(sentence, passage.text) < ALIKE);
    const given = [citation, ...(distractor === undefined ? [] : [distractor])];
    const openings = ['', `根据《${citation.title}》，`, citation.meeting === '' ? '据会议资料，' : `在${citation.meeting}上，`, ...(citation.date === null ? [] : [`${dayOf(citation.date)}的记录显示，`])];
    return openings.map((opening): DraftCase => ({ question: answer.question, statement: { text: `${opening}${sentence}`, passages: [1] }, given, people, person: personOf(sentence) }));
  });
}

/** Whole sentences only, of a length that somebody would send; a list or table row is none. */
function sentenceAround(text: string, quote: string): string | null {
  const at = text.indexOf(quote);
  const span = splitSentences(text).find(({ start, end }) => start <= at && at < end);
  const sentence = span === undefined ? '' : text.slice(span.start, span.end).replace(/^(?:#+|[-*]|\d+[.、])\s*/, '');
  return sentence.length < 8 || sentence.length > 120 || /[|#]|https?:|[：:]$/.test(sentence) ? null : sentence;
}

function personOf(sentence: string): string | null {
  return findPeople(sentence).find(({ name }) => /^[\u4e00-\u9fff]{2,3}$/.test(name))?.name ?? null;
}

function dayOf(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${year}年${String(Number(month))}月${String(Number(day))}日`;
}

function sharedPairs(part: string, whole: string): number {
  let held = 0;
  for (let at = 0; at + 2 <= part.length; at++) if (whole.includes(part.slice(at, at + 2))) held++;
  return held / Math.max(1, part.length - 1);
}
