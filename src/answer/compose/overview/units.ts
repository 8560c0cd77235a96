import { findDates } from '../../../language/dates.js';
import { findFigures } from '../../../language/figures.js';
import { findMeetings } from '../../../language/meetings.js';
import { squeeze } from '../../../language/likeness.js';
import { splitClauses, splitSentences, type Span } from '../../../language/sentences.js';

/** What a part of a record tells of a meeting. */
export const ROLES = ['when', 'host', 'decided', 'heard', 'figures', 'demanded', 'told'] as const;
export type Role = (typeof ROLES)[number];

/** A sentence, or a lead-in with its list, that can stand in an overview by itself. */
export interface Unit extends Span {
  article: number;
  role: Role;
  /** How much it says, about 0 to 8. */
  worth: number;
}

/** A longer sentence is cut to its first clauses, a longer list left out. */
const MAX_SENTENCE = 130;
const MAX_LIST = 215;
const BULLET = /^[-+*•·●]\s/;
/** 会议主题：…, 1. 新人介绍：…: a line that needs no full stop. */
const LABELLED = /^(?:[-+*•·●]\s*)?(?:本次)?[\u3400-\u9fff]{2,8}[:：]\s*\S/;
const NUMBERED = /^\d{1,2}[.、．]\s*\S/;
const HELD = /举行|召开|开幕|闭幕|会议时间|开始.{0,16}结束|历时|会期|成立|开了|开会|会议时间/;
const HOST = /主持|出席|地点|参会人|与会人|到会/;
const DECIDED = /(?:表决|审议|一致|讨论|会议|大会|全会|委员会|日|并|听取和)通过|通过(?:了|关于|《|“|各项|政治|以下|决议)|批准|决定|表决|同意|议定|形成.{0,40}(?:报告|决议|意见)|发布|印发|选举产生|当选|补选|宣布|商定|达成/;
/** Phrases of homage that open every paper and tell nothing of it. */
const FORMULA = /为指导|学习贯彻|贯彻落实|重要讲话|重要指示|领导下|精气神/;
const TOTAL = /共|收到|总|合计|立案|完成|达到?/;
const HEARD = /听取|审议|审查|讨论|审阅|协商|分享/;
const DEMANDED = /要求|强调|指出|号召|认为|希望|建议/;
/** Lines about the record, not of it. */
const ABOUT_RECORD = /^(?:来源|时间|发布|记者|编辑|责任编辑|作者|本记录|版面|报道(?:的记者|由|写)|这篇报道|专访(?:的题目|刊)|\d{4}-\d{2}-\d{2}|[(（].{0,40}(?:通过|记者|报道组)[)）]$)|待核|^各位(?:代表|委员|同志)|请予审议|^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^，,；;。]{2,30}。?$/;

/** Units of an article in order; headings, bylines and unfinished lines are left out. */
export function readUnits(article: number, text: string, title: string): Unit[] {
  const sentences = splitSentences(text);
  const squeezedTitle = squeeze(title);
  const units: Unit[] = [];
  let first = true;
  for (let index = 0; index < sentences.length; index++) {
    const span = sentences[index] as Span;
    let printed = text.slice(span.start, span.end);
    const isLine = LABELLED.test(printed) || NUMBERED.test(printed);
    if (printed.startsWith('#') || (BULLET.test(printed) && !isLine) || /^[(（#a-zA-Z]/.test(printed) || ABOUT_RECORD.test(printed) || squeezedTitle.includes(squeeze(printed))) continue;
    let { start, end } = span;
    if (/[:：]$/.test(printed)) {
      const last = lastItem(text, sentences, index);
      // An announcement without its list says nothing.
      if (last === index || (sentences[last]?.end ?? 0) - span.start > MAX_LIST) continue;
      end = sentences[last]?.end ?? end;
      index = last;
    } else if (!isLine && !/[。！？!?；;]["”』）)]?$/.test(printed)) continue;
    else ({ start, end } = shortened(text, span));
    const isList = /[:：]$/.test(printed);
    printed = text.slice(start, end);
    const role = roleOf(printed);
    units.push({ article, start, end, role, worth: worthOf(printed, role) + (first ? 0.5 : 0) + (isList ? 1 : 0) + (isLine && role === 'told' ? 1.5 : 0) });
    first = false;
  }
  return units;
}

function lastItem(text: string, sentences: readonly Span[], lead: number): number {
  let last = lead;
  const isItem = (printed: string): boolean => BULLET.test(printed) || NUMBERED.test(printed);
  while (last + 1 < sentences.length && isItem(text.slice(sentences[last + 1]?.start, sentences[last + 1]?.end))) last++;
  return last;
}

function roleOf(printed: string): Role {
  if (HELD.test(printed) && findDates(printed).some(({ day }) => day !== null)) return 'when';
  if (DECIDED.test(printed)) return 'decided';
  if (/要求|强调|号召/.test(printed)) return 'demanded';
  if (HOST.test(printed) && !TOTAL.test(printed)) return 'host';
  if (HEARD.test(printed) && !/收到|立案|\d+(?:件|条|篇)/.test(printed)) return 'heard';
  if (countsOf(printed) >= 1 && !/认为|指出/.test(printed)) return 'figures';
  if (HOST.test(printed)) return 'host';
  return DEMANDED.test(printed) ? 'demanded' : 'told';
}

const WORTH: Readonly<Record<Role, number>> = { when: 5, decided: 4, host: 4, heard: 2.5, figures: 3.3, demanded: 1.5, told: 1 };

function worthOf(printed: string, role: Role): number {
  // What was adopted or decided for good outweighs what was only dealt with.
  const finals = role === 'decided' ? (printed.match(/(?:通过|批准|决定)(?!的)/g)?.length ?? 0) : 0;
  return WORTH[role] + (finals > 0 ? 1 : 0) + 0.4 * Math.min(2, finals) + 0.3 * Math.min(3, countsOf(printed)) - 0.004 * printed.length - (FORMULA.test(printed) ? 1.5 : 0) + (role === 'figures' && TOTAL.test(printed) ? 0.6 : 0);
}

function countsOf(printed: string): number {
  const sessions = findMeetings(printed);
  return findFigures(printed).filter(({ unit, value, start, end }) => !sessions.some((session) => session.start < end && start < session.end) && value > 1 && unit !== '' && unit !== '届' && unit !== '级' && unit !== '号').length;
}

/** A sentence, or of a longer one its first or its last clauses, whichever count more. */
function shortened(text: string, span: Span): Span {
  if (span.end - span.start <= MAX_SENTENCE) return span;
  const clauses = splitClauses(text, span);
  const [first, last] = [clauses[0] ?? span, clauses.at(-1) ?? span];
  const head = { start: span.start, end: clauses.findLast(({ end }) => end - span.start <= MAX_SENTENCE)?.end ?? first.end };
  const tail = { start: clauses.find(({ start }) => span.end - start <= MAX_SENTENCE)?.start ?? last.start, end: span.end };
  const counts = ({ start, end }: Span): number => countsOf(text.slice(start, end));
  if (counts(tail) > counts(head) && tail.end - tail.start <= MAX_SENTENCE) return tail;
  return { start: head.start, end: /[，,；;、]/.test(text[head.end - 1] ?? '') ? head.end - 1 : head.end };
}
