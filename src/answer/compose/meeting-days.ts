import { findDates, type DateMention } from '../../language/dates.js';
import { findMeetings, organOf } from '../../language/meetings.js';
import { splitClauses, splitSentences, type Span } from '../../language/sentences.js';
import type { CorpusReader } from '../../ports/generation.js';
import { gapsOfPassage, type WeighedWord } from '../evidence.js';
import type { Intent } from '../intent.js';
import type { Ranked } from '../rank.js';
import type { Scope } from '../scope.js';
import { draftOf, type Draft } from './draft.js';

const MAX_PASSAGES = 20;
/** Words that only say that a meeting took place: they need no evidence of their own. */
const TOOK_PLACE = /^(?:召开|举行|举办|闭幕|开幕|开始|结束|会期|历时|开会|开|开到|政协|人大|市政协|市人大|主席团|常委会|全会|大会|例会|会|会议|届|市|省|天|几天|从|到)$/;
const HELD = /会议时间|时间[:：]|日期[:：]|举行|召开|开幕|闭幕|开始|结束|(?<!截)至.{0,8}日/;

/** Answers on which days a session met from the sentence that says so; null where more is asked than that. */
export function composeMeetingDays(intent: Intent, words: readonly WeighedWord[], scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): Draft | null {
  if (intent.type !== 'when' || (intent.meetings.length === 0 && organOf(intent.folded) === null && scope.body === null)) return null;
  if (words.some(({ text, importance }) => importance >= 0.5 && !TOOK_PLACE.test(text))) return null;
  const passages = ranked.slice(0, MAX_PASSAGES).map(({ passage }) => passage).filter((passage) => gapsOfPassage(intent, passage, corpus).length === 0 && (scope.body === null || scope.body.name === passage.header.body));
  const told = passages.flatMap((passage, position) => daysTold(passage.text, corpus.articleOfRow(passage.row), passage.start, position));
  // Who names no session means the last one of that organ; what a ranking by words finds may be anything it ever wrote.
  const best = (told.length > 0 || intent.meetings.length > 0 || intent.dates.length > 0 ? told : lastSession(intent, corpus)).sort((a, b) => b.worth - a.worth)[0];
  if (best === undefined) return null;
  const cuts = [{ article: best.article, ...best.span }];
  const lead = best.days === null ? null : leadOf(intent, best.days);
  return lead === null ? draftOf(cuts) : { kind: 'cuts', cuts, verdict: null, lead: lead.text, computed: lead.values };
}

/** A sentence that says on which days a meeting met; the first and the last of them where both are told. */
interface Told {
  article: number;
  span: Span;
  worth: number;
  days: { first: Day; last: Day } | null;
}

type Day = Pick<DateMention, 'year' | 'month' | 'day'>;

/** `at` is where the text stands in its article. */
function daysTold(whole: string, article: number, at: number, position: number): Told[] {
  return splitSentences(whole).flatMap((sentence): Told[] => {
      const text = whole.slice(sentence.start, sentence.end);
      const dates = findDates(text).filter(({ day }) => day !== null);
      if (dates.length === 0 || !HELD.test(text)) return [];
      const opening = dates.findIndex(({ end }) => /^\s*[至到\-—~]/.test(text.slice(end)));
      const clauses = splitClauses(whole, sentence);
      const closing = clauses.findLastIndex(({ start, end }) => HELD.test(whole.slice(start, end)) || findDates(whole.slice(start, end)).length > 0);
      const first = dates[opening];
      const last = first === undefined ? null : lastDay(text, first);
      const days = opening < 0 || first === undefined || last === null ? null : { first, last };
      return [{ article, span: { start: at + sentence.start, end: at + (clauses[closing]?.end ?? sentence.end) }, worth: (opening >= 0 ? 1 : 0) - 0.04 * position, days }];
  });
}

/** The day that a span runs up to; its month and year are those of the first where it names none. */
function lastDay(text: string, first: DateMention): Day | null {
  const [, month, day] = /^\s*[至到\-—~]\s*(?:\d{4}年)?(?:(\d{1,2})月)?(\d{1,2})日/.exec(text.slice(first.end)) ?? [];
  return day === undefined ? null : { year: first.year, month: month === undefined ? first.month : Number(month), day: Number(day) };
}

/** What the records of the organ's sessions say, the latest session first. */
function lastSession({ folded }: Intent, corpus: CorpusReader): Told[] {
  const organ = organOf(folded);
  const ofOrgan = corpus.headers.flatMap((header, article) => (findMeetings(`${header.meeting} ${header.title}`).some((meeting) => meeting.organ === organ && meeting.session !== null) ? [{ article, date: header.date ?? '' }] : []));
  const latest = ofOrgan.sort((a, b) => b.date.localeCompare(a.date)).filter(({ date }, _, [newest]) => date === newest?.date);
  return latest.flatMap(({ article }, position) => daysTold(corpus.article(article).text, article, 0, position)).filter(({ days }) => days !== null);
}

/** The day of opening or closing, or how many days it took, where just that is asked; null otherwise. */
function leadOf({ folded, language }: Intent, { first, last }: { first: Day; last: Day }): { text: string; values: string[] } | null {
  const year = last.year ?? first.year;
  const zh = language === 'zh';
  const said = ({ month, day }: Day): string => (zh ? `${year === null ? '' : `${String(year)}年`}${String(month)}月${String(day)}日` : `${year === null ? '' : `${String(year)}-`}${pad(month)}-${pad(day)}`);
  if (/(?:开了?|历时|持续)(?:几|多少)天|会期/.test(folded)) {
    const count = Math.round((Date.UTC(2000, (last.month ?? 1) - 1, last.day ?? 1) - Date.UTC(2000, (first.month ?? 1) - 1, first.day ?? 1)) / 86_400_000) + 1;
    return count < 1 ? null : { text: zh ? `计算得出：会期${String(count)}天。\n` : `Computed: ${String(count)} days.\n`, values: [String(count)] };
  }
  if (/闭幕|结束/.test(folded)) return { text: zh ? `闭幕日：${said(last)}。\n` : `Last day: ${said(last)}.\n`, values: [said(last)] };
  return /开幕|开始/.test(folded) ? { text: zh ? `开幕日：${said(first)}。\n` : `First day: ${said(first)}.\n`, values: [said(first)] } : null;
}

function pad(value: number | null): string {
  return String(value ?? 0).padStart(2, '0');
}
