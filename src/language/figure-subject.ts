import type { Figure } from './figures.js';
import { fold } from './fold.js';
import { tagWords } from './tokens.js';

/** What a figure of a sentence is of: how much (`level`), by how much it changed, or which part. */
export interface FigureSubject {
  /** As printed, without the words that only lead to the figure; empty where the sentence names none. */
  subject: string;
  change: 'level' | 'growth' | 'fall' | 'share';
}

const MARKS = /[,;。:、("'《》!?]/;
const BOUND = '(?:大?约|近|超过?|逾|突破|不低于|不少于|不超过|不高于|至少|最多|高于|低于|多达|高达|达到|达|为|是|了|在|：|:|\\s)*';
const RATE = '(?:(?:(?:比|较|与)[^,，。]{1,6}年(?:同期|末|底|相比)*|同比|环比|比上年(?:同期)?|较上年(?:同期)?|比去年(?:同期)?|较去年(?:同期)?|与上年相比|年均|实际|名义|预期|累计|平均|净|再|各|分别|均|将|要|力争|计划|预计|可)*)';
const GROWTH = new RegExp(`${RATE}(?:增长|增加|提高|上升|上涨|提升|增幅|增速|涨幅|递增|扩大|增)(?:速度|幅度|率)?(?:(?:的)?(?:预期)?目标)?${BOUND}$`);
const FALL = new RegExp(`${RATE}(?:下降|减少|降低|回落|下跌|下滑|降幅|压减|缩减|收窄|负增长|降)(?:率|幅度)?(?:(?:的)?(?:预期)?目标)?${BOUND}$`);
const SHARE = new RegExp(`(?:分别)?(?:所)?占(?!地|道|用|领|据)[^占]{0,16}?(?:比重|比例)?${BOUND}$`);
/** Verbs and link words between what is measured and its figure. */
const TAIL = new RegExp(`(?:(?:${RATE}(?:增长|增加|提高|上升|提升|扩大|下降|减少|降低|压减|缩短|回落|调整|降|升))?(?<![实应])(?:到|至)|控制在|稳定在|保持在|维持在|总计|合计|共计|共有?|达到|完成|实现|实际|预期|目标|力争|确保|预计|计划|分别|左右|均|各|有|从|由|即|已经?|将|要|拟|不少于|不低于|不超过)?${BOUND}$`);
/** What opens a clause and names nothing. */
const FRAME =
  /^(?:其中|在.{1,12}?[中里]|(?:19|20)\d\d年(?:度|底|末|以来)?|(?:十[一二三四五六]五)?"?(?:时期|期间|以来)|[一二三四1-4]季度|前三季度|[上下]半年|1?\d[-—至]1?\d月份?|1?\d月份|今年|去年|明年|上年|全年|当年|年内|年底前?|年末|年初(?:[确制]定|提出|下达)的|年初|本年度?|截至[^，,]{0,10}(?:底|末|日|年)|到[^，,]{0,8}[年底末]|目前|预计|力争|计划|拟|确保|我们|建议|.{0,6}期间|(?:会议)?以(?=赞成|反对|弃权)|(?:完成|实现)(?=[\u3400-\u9fff]{2})|主要(?:预期)?目标[是为]?|预期目标[是为]?|又|并|还|也|而|将|已经?|要|以及|和|及|与|使|把|由|从|对|共|累计|分别|新的一年|\s|[#*|>\-•·●]|[（(]?[一二三四五六七八九十\d]{1,2}[)）.、．]\s*)+/;
/** Behind a figure: it is that of a target. */
export const OF_TARGET = /^(?:左右|以上|以内|以下)?的?(?:预期|年度|年初|既定|全年|增长)*(?:目标|计划|任务|指标)/;
const NO_NOUN = /^(?:左右|以上|以下|以内|内|后|前|来|时间|方面|多|余|的|之|等)/;
/** 高于预期目标0.2个百分点 says something of what was named before. */
const COMPARED = /^(?:高于|低于|快于|慢于|好于|比|较)/;
const MAX_SUBJECT = 40;
const MAX_NOUN = 12;

/**
 * What the figure at `index` is of. `figures` are all figures of the sentence as printed, offsets those of `sentence`; `before` is what
 * the figure before it is of, which is carried on where this one has no words of its own (56亿元，增长5%).
 */
export function figureSubject(sentence: string, figures: readonly Figure[], index: number, before: FigureSubject): FigureSubject {
  const own = figures[index];
  if (own === undefined) return before;
  // Length and places are those of the printed sentence; traditional script is read like simplified.
  const folded = fold(sentence);
  const from = figures[index - 1]?.end ?? 0;
  const lead = folded.slice(from, own.start);
  const marks = [...lead].map((character, at) => (MARKS.test(character) ? at : -1)).filter((at) => at >= 0);
  // A colon right before the figure leads to it: 地区生产总值：1200亿元.
  const last = marks.findLast((at) => !/^[:\s]*$/.test(lead.slice(at)));
  const raw = lead.slice((last ?? -1) + 1);
  const listed = listedSubject(folded, figures, index);
  const change = changeOf(listed?.verb ?? raw);
  const label = listed?.name ?? withoutFrame(raw.replace(change === 'growth' ? GROWTH : change === 'fall' ? FALL : change === 'share' ? SHARE : TAIL, '').replace(TAIL, ''));
  const at = label === '' ? -1 : listed === null ? from + lead.lastIndexOf(label) : folded.indexOf(label);
  const printed = at < 0 ? '' : sentence.slice(at, at + label.length);
  // The noun that the figure before counts belongs to that one: 办理60件建议、立案30件.
  const noun = own.unit === '%' || own.unit === '百分点' ? '' : countedNoun(folded, own, figures[index + 1]?.start ?? sentence.length);
  const counted = sentence.slice(own.end, own.end + noun.length);
  // 增长5.2%，高于5%的目标: the target is of the same thing.
  if (COMPARED.test(label) && OF_TARGET.test(folded.slice(own.end))) return before;
  const named = printed === '' && noun === '' ? before.subject : COMPARED.test(label) ? `${before.subject}${printed}` : `${printed}${counted}`;
  return { subject: named.length > MAX_SUBJECT ? named.slice(-MAX_SUBJECT) : named, change };
}

function changeOf(lead: string): FigureSubject['change'] {
  return GROWTH.test(lead) ? 'growth' : FALL.test(lead) ? 'fall' : SHARE.test(lead) ? 'share' : 'level';
}

function withoutFrame(text: string): string {
  return text.trim().replace(FRAME, '').replace(/^的/, '').trim();
}

/** 进口、出口分别增长3%和5%: the first figure is of the first name, and one verb is said of all. */
function listedSubject(folded: string, figures: readonly Figure[], index: number): { name: string; verb: string } | null {
  const own = figures[index]?.start ?? 0;
  const from = folded.slice(0, own).lastIndexOf('分别');
  if (from < 0 || /[;。]/.test(folded.slice(from, own))) return null;
  const names = withoutFrame(/[^,;。:]*$/.exec(folded.slice(0, from))?.[0] ?? '').split(/[、和与及]/).filter((name) => name !== '');
  const first = figures.findIndex(({ start }) => start > from);
  const name = names[index - first];
  return names.length < 2 || name === undefined ? null : { name, verb: folded.slice(from, figures[first]?.start) };
}

/** The noun right behind a measure word: 35件提案, 12公里道路; behind a sum of money a verb may follow (2亿元建设…). */
function countedNoun(folded: string, { end, unit }: Figure, limit: number): string {
  const rest = /^[\u3400-\u9fff]{1,12}/.exec(folded.slice(end, Math.min(limit, end + MAX_NOUN)))?.[0] ?? '';
  if (rest === '' || NO_NOUN.test(rest)) return '';
  const isNoun = unit === '元' || end + rest.length >= limit ? /^(?:n|b|j|l|x|s$)/ : /^(?:n|vn|an|b|j|l|x|s$)/;
  let noun = '';
  for (const { word, tag } of tagWords(rest)) {
    if (!isNoun.test(tag)) break;
    noun += word;
  }
  return noun;
}
