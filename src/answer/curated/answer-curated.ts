import type { Answer, Citation, Question } from '../../domain/answer.js';
import { findDates } from '../../language/dates.js';
import { findFigures } from '../../language/figures.js';
import type { CuratedAnswer, CuratedAnswers } from '../../ports/curated-answers.js';
import type { CorpusReader, StoredPassage } from '../../ports/generation.js';
import { viewOf } from '../cite.js';
import { isLeadHeld } from '../verify.js';
import { questionKey } from '../../language/question-key.js';

/** A follow-up as short as this asks for something that only its conversation tells. */
const SHORTEST_ALONE = 8;

/** The curated answer to a question, or null: there is none, a passage of it changed (it rests until somebody looks at it), or the question hangs on its conversation. */
export function answerCurated(question: Question, curated: CuratedAnswers, corpus: CorpusReader): Answer | null {
  if (question.isStatement === true) return null;
  const key = questionKey(question.question);
  if (question.history.length > 0 && [...key].length < SHORTEST_ALONE) return null;
  const found = curated.find(key);
  if (found === null) return null;
  const passages = passagesOf(found, corpus);
  if (passages === null) return null;
  const citations = passages.map((passage, index): Citation => ({ ...viewOf(passage), marker: index + 1, quote: passage.text }));
  const dates = citations.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  return {
    id: question.id, question: question.question, status: 'answered', answer: found.answer, verdict: null,
    citations, nearest: [], engine: 'extract', asOf: dates.at(-1) ?? null, durationMs: 0,
  };
}

/** Its passages as they are indexed now; null when one is gone or its words changed. */
export function passagesOf({ passageIds }: Pick<CuratedAnswer, 'passageIds'>, corpus: CorpusReader): StoredPassage[] | null {
  const passages = passageIds.map((id) => corpus.passageById(id));
  return passages.every((passage) => passage !== null) ? passages : null;
}

/** Why an answer that somebody wrote must not go out, or null: every figure and date of it stands in a cited passage, every marker has its passage. */
export function faultOfCurated(answer: string, passages: readonly StoredPassage[]): 'empty' | 'no passage' | 'marker' | 'figure' | 'date' | null {
  const bare = answer.replace(/\[\d+\]/gu, ' ');
  if (bare.trim() === '') return 'empty';
  if (passages.length === 0) return 'no passage';
  const markers = [...answer.matchAll(/\[(\d+)\]/gu)].map((match) => Number(match[1]));
  if (markers.some((marker) => marker < 1 || marker > passages.length)) return 'marker';
  const sources = passages.map(({ text, header }) => `${header.title} ${header.date ?? ''} ${text}`);
  const dates = new Set(sources.flatMap((source) => findDates(source).map(({ iso }) => iso)));
  if (!findDates(bare).every(({ iso }) => dates.has(iso))) return 'date';
  // 六天 is a figure as well as 6天; 一 is a word like any other.
  const counted = sources.flatMap((source) => findFigures(source).map(({ value }) => value));
  if (!findFigures(bare).every(({ value }) => value <= 1 || counted.includes(value))) return 'figure';
  return isLeadHeld(bare, '', [...sources, ...[...dates].map((iso) => iso.split('-').map(Number).join(' '))]) ? null : 'figure';
}
