import { findDates } from '../../language/dates.js';
import { fold } from '../../language/fold.js';
import type { Span } from '../../language/sentences.js';
import type { CorpusReader } from '../../ports/generation.js';
import { coverage, gapsOfPassage, headerLine, type WeighedWord } from '../evidence.js';
import type { Intent } from '../intent.js';
import type { Ranked } from '../rank.js';
import type { Scope } from '../scope.js';
import { draftOf, type Draft } from './draft.js';

/** Who gave a report stands above its salutation. */
const HEAD_LENGTH = 600;
/** A line of the head up to this length is quoted whole. */
const MAX_LINE = 70;
const ASKS_AUTHOR = /(?:谁|哪位|何人|什么人).{0,10}(?:作|做|宣读|念)(?:出)?(?:的|了|过)?.{0,10}报告|报告.{0,10}(?:谁|哪位|何人).{0,10}(?:作|做|宣读|念)|(?:作|做|念|宣读).{0,16}报告的(?:人|领导)?(?:是|叫)(?:谁|哪位|什么)?|报告的?人(?:是|叫)|who (?:delivered|gave|made|presented)/;
const ASKS_WRITER = /(?:哪位|哪个|哪名|什么)记者|记者.{0,6}(?:是)?(?:谁|哪位|叫)|(?:谁|哪位|哪个记者|哪名记者).{0,6}(?:采写|写|采访|报道|撰写)|作者是|采访.{0,20}记者/;
const BYLINE = /(?:本报记者|记者|通讯员|作者)[\s:：]*[\u4e00-\u9fff]{2,3}(?:[\s、][\u4e00-\u9fff]{2,3}){0,3}(?=[)）\s]|$)/m;
const ASKS_DAY = /(?:报告|讲话|决议|公报).{0,24}(?:哪一?天|什么日子|什么时候|啥时候|何时|几月几|几号|哪年哪月|日期|什么时间|具体时间|时间是)|(?:哪一?天|何时|什么时候|啥时候|几号|几月几[日号]).{0,16}(?:作|做|通过|发表|发布|宣读).{0,8}(?:报告|讲话|决议|公报)|when was .{0,60}(?:report|resolution)/;
const SIGNATURE = /(?:[\u4e00-\u9fff]{0,16}?)(?:总理|省长|市长|主席|县长|区长|主任|院长|检察长|秘书长|书记|会长)[\s\u3000]*[\u4e00-\u9fff·]{1,2}[\s\u3000]?[\u4e00-\u9fff·]{0,3}(?=[\s\u3000\d—\-–(（]|$)/gm;
const NAME_AFTER = /(?:总理|省长|市长|主席|县长|区长|主任|院长|检察长|秘书长|书记|会长)[\s\u3000]*([\u4e00-\u9fff·\s\u3000]{2,6})$/;

/** Answers who gave a report, or on which day, from its head; null when that is not asked or the head does not say. */
export function composeDelivery(intent: Intent, words: readonly WeighedWord[], scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): Draft | null {
  const asksAuthor = ASKS_AUTHOR.test(intent.folded);
  const asksWriter = ASKS_WRITER.test(intent.folded);
  const asksDay = intent.type === 'when' && ASKS_DAY.test(intent.folded);
  if (asksWriter) return composeByline(intent, words, ranked, corpus);
  if (!asksAuthor && !asksDay) return null;
  for (const article of reportsMeant(intent, words, scope, ranked, corpus)) {
    const { text } = corpus.article(article);
    const span = asksDay ? dayOf(headOf(text)) : signatureOf(headOf(text));
    if (span !== null) return draftOf([{ article, ...span }]);
  }
  return null;
}

function reportsMeant(intent: Intent, words: readonly WeighedWord[], scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): Set<number> {
  const articles = new Set<number>(scope.articles ?? []);
  if (scope.articles !== null) return articles;
  for (const { passage } of ranked.slice(0, 5)) {
    const isOfKind = /报告|讲话|致辞|决议|公报/.test(passage.header.title);
    const isTitled = coverage(words, [{ folded: headerLine(passage.header), factor: 1 }]) >= 0.6;
    if (isOfKind && isTitled && gapsOfPassage(intent, passage, corpus).length === 0) articles.add(corpus.articleOfRow(passage.row));
  }
  return articles;
}

/** Who wrote an article, from the byline in its head. */
function composeByline(intent: Intent, words: readonly WeighedWord[], ranked: readonly Ranked[], corpus: CorpusReader): Draft | null {
  for (const { passage } of ranked.slice(0, 4)) {
    if (gapsOfPassage(intent, passage, corpus).length > 0 || coverage(words, [{ folded: headerLine(passage.header) + fold(passage.text), factor: 1 }]) < 0.5) continue;
    const article = corpus.articleOfRow(passage.row);
    const match = BYLINE.exec(corpus.article(article).text.slice(0, HEAD_LENGTH));
    if (match !== null) return draftOf([{ article, start: match.index, end: match.index + match[0].length }]);
  }
  return null;
}

function signatureOf(head: string): Span | null {
  for (const match of head.matchAll(SIGNATURE)) {
    const name = NAME_AFTER.exec(match[0].trim())?.[1]?.replace(/[\s\u3000]/g, '') ?? '';
    if (name.length < 2 || name.length > 4) continue;
    return { start: match.index + (match[0].length - match[0].trimStart().length), end: match.index + match[0].trimEnd().length };
  }
  return null;
}

/** The line of the head with the day of the meeting; days of publication stand on lines of their own (来源, 时间). */
function dayOf(head: string): Span | null {
  const days = findDates(head).filter(({ day, year }) => day !== null && year !== null);
  const lines = days.map((date) => {
    const start = head.lastIndexOf('\n', date.start) + 1;
    const next = head.indexOf('\n', date.end);
    return { start, end: next < 0 ? head.length : next, date };
  });
  const best = lines.find(({ start, end }) => /会议|大会|通过/.test(head.slice(start, end))) ?? lines.find(({ start, end }) => !/来源|时间|发布|记者|阅读|\d:\d/.test(head.slice(start, end)));
  if (best === undefined) return null;
  return best.end - best.start <= MAX_LINE ? { start: best.start, end: best.end } : { start: best.date.start, end: best.date.end };
}

function headOf(text: string): string {
  const salutation = /各位(?:代表|委员|同志)/.exec(fold(text))?.index ?? HEAD_LENGTH;
  return text.slice(0, Math.min(HEAD_LENGTH, Math.max(salutation, 40)));
}
