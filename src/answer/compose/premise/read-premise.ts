import { findFigures } from '../../../language/figures.js';
import { findPeople } from '../../../language/people.js';
import type { Span } from '../../../language/sentences.js';
import type { Intent } from '../../intent.js';

/** 为什么没有通过…: what is asked for the reason of is taken for granted. */
const REASON_FRONT = /^(?:请问)?(?:为什么|为何|为啥|凭什么|怎么会|怎么就)(.{4,60}?)[?。]?$/;
const REASON_MIDDLE = /^(.{2,30}?)(?:为什么|为何|为啥|怎么会|怎么就)(.{2,40}?)[?。]?$/;
const REASON_BEHIND = /^(?:请问)?(.{4,60}?)(?:的)?(?:原因|理由|缘由)(?:是|有|在|何|都)/;
/** 某某当选主席后, 会议2031年召开的时候: what went before. */
const BEFORE = /^(?:请问)?(.{4,40}?)(?:的时候|之后|以后|之前|时候|期间|后|时)[,，]?(?=.{2,})/;
/** 收到的300件提案中, 300件提案里: the number a question counts in. */
const COUNTED = /([\u4e00-\u9fff].{0,40}?\d[\d.,万亿]*(?:件|个|项|条|名|位|人|篇|次|家|份|票|类|亿元|万元|元)[\u4e00-\u9fff]{1,10}?)(?:当中|里面|之中|中|里|分为|分成|都|分别)/;
const ASKS = /谁|什么|哪|多少|几|何|怎么|怎样|如何|为啥|吗|呢|[?]/;

/** What a question takes for granted: spans of its folded text, most telling first. None where it only asks. */
export function readPremises({ folded }: Intent): Span[] {
  const spans: Span[] = [];
  const add = (text: string | undefined, from: number): void => {
    if (text === undefined || ASKS.test(text)) return;
    const start = folded.indexOf(text, from);
    if (start >= 0 && !spans.some((span) => span.start === start && span.end === start + text.length)) spans.push({ start, end: start + text.length });
  };
  add(REASON_FRONT.exec(folded)?.[1], 0);
  add(REASON_BEHIND.exec(folded)?.[1], 0);
  const middle = REASON_MIDDLE.exec(folded);
  if (middle !== null && !ASKS.test(`${middle[1] ?? ''}${middle[2] ?? ''}`)) spans.push({ start: 0, end: middle.index + middle[0].replace(/[?。]$/, '').length });
  const clause = folded.search(/[,，]/);
  if (clause >= 6 && states(folded.slice(0, clause))) add(folded.slice(0, clause), 0);
  const before = BEFORE.exec(folded)?.[1];
  if (before !== undefined && states(before)) add(before, 0);
  add(COUNTED.exec(folded)?.[1], 0);
  return spans;
}

/** Something that can be compared: a figure or a person. */
function states(text: string): boolean {
  return findFigures(text).some(({ unit }) => unit !== '') || findPeople(text).length > 0;
}
