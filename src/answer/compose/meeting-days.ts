import { findDates } from '../../language/dates.js';
import { organOf } from '../../language/meetings.js';
import { splitClauses, splitSentences, type Span } from '../../language/sentences.js';
import type { CorpusReader } from '../../ports/generation.js';
import { gapsOfPassage, type WeighedWord } from '../evidence.js';
import type { Intent } from '../intent.js';
import type { Ranked } from '../rank.js';
import type { Scope } from '../scope.js';
import { draftOf, type Draft } from './draft.js';

const MAX_PASSAGES = 20;
/** Words that only say that a meeting took place: they need no evidence of their own. */
const TOOK_PLACE = /^(?:召开|举行|举办|闭幕|开幕|开始|结束|会期|历时|开会|开|开到|政协|人大|市政协|市人大|主席团|常委会|全会|大会|例会|会|市|省)$/;
const HELD = /会议时间|时间[:：]|日期[:：]|举行|召开|开幕|闭幕|开始|结束|(?<!截)至.{0,8}日/;

/** Answers on which days a session met from the sentence that says so; null where more is asked than that. */
export function composeMeetingDays(intent: Intent, words: readonly WeighedWord[], scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): Draft | null {
  if (intent.type !== 'when' || (intent.meetings.length === 0 && organOf(intent.folded) === null && scope.body === null)) return null;
  if (words.some(({ text, importance }) => importance >= 0.5 && !TOOK_PLACE.test(text))) return null;
  const found: { article: number; span: Span; worth: number }[] = [];
  for (const [position, { passage }] of ranked.slice(0, MAX_PASSAGES).entries()) {
    if (gapsOfPassage(intent, passage, corpus).length > 0 || (scope.body !== null && scope.body.name !== passage.header.body)) continue;
    for (const sentence of splitSentences(passage.text)) {
      const text = passage.text.slice(sentence.start, sentence.end);
      const dates = findDates(text).filter(({ day }) => day !== null);
      if (dates.length === 0 || !HELD.test(text)) continue;
      const isSpan = dates.some(({ end }) => /^\s*[至到\-—~]/.test(text.slice(end)));
      const clauses = splitClauses(passage.text, sentence);
      const last = clauses.findLastIndex(({ start, end }) => HELD.test(passage.text.slice(start, end)) || findDates(passage.text.slice(start, end)).length > 0);
      const end = clauses[last]?.end ?? sentence.end;
      found.push({ article: corpus.articleOfRow(passage.row), span: { start: passage.start + sentence.start, end: passage.start + end }, worth: (isSpan ? 1 : 0) - 0.04 * position });
    }
  }
  const best = found.sort((a, b) => b.worth - a.worth)[0];
  return best === undefined ? null : draftOf([{ article: best.article, ...best.span }]);
}
