import { findDates } from '../../language/dates.js';
import { fold, visibleText } from '../../language/fold.js';
import { findMeetings } from '../../language/meetings.js';
import { tagWords } from '../../language/tokens.js';
import { markNames } from './mark-names.js';
import { GLUE, NOUN_LIKE, RATE_HEAD, VERB_LIKE } from './word-classes.js';
import type { Role, Word } from './word.js';

const NUMERAL = '[〇零一二两三四五六七八九十百\\d]{1,4}';
const QUOTED = /["“][^"”]{2,120}["”]|《[^》]{2,120}》/g;
const RELATIVE_DATE = /(?:今|去|前|明|后|上一|下一|前一|后一|次|翌|第二)年(?!内|龄)|再?往[前后]的?一年|上半年|下半年|[一二三四]季度|(?<![\d年])\d{1,2}月份?(?!\d|\s*\d*[日号])|(?<!\d)\d{1,2}[日号](?!线|楼)/g;
/** 第四次会议, 四次会议; a count (开了三次会议) is no session. */
/** 人大五次会议: the organ belongs to its session. */
const ORGAN_SESSION = new RegExp(`(?<!届)[市省县区]?(?:政协|人大)第?${NUMERAL}次(?:全体)?(?:会议|全会|大会)`, 'g');
const SHORT_SESSION = new RegExp(`第?${NUMERAL}届(?:政协|人大|市委|县委|区委|省委)|第${NUMERAL}[次届](?:全体)?(?:会议|全会|例会|大会)?|(?<![了过共开第上下前后这那本每首\\d])[一二三四五六七八九十]{1,3}次(?:全体)?(?:会议|全会)`, 'g');
const ORDINAL = new RegExp(`第${NUMERAL}(?:个|件|条|项|点|位|步|份|类|大(?!会)|(?=[，,、：:?？呢是]|$))`, 'g');
/** Nouns that the segmenter takes apart. */
const ONE_NOUN = /占比|总投资|遗留问题|预期目标|党组会|专题党课|赞成票|反对票|分组讨论|(?:汇报|主讲|报告|主持|召集|负责|参会|与会|出席)人员?/g;
const UNIT = '(?:个百分点|百分点|万公顷|公顷|公里|平方公里|万亩|亿元|万元|人次|方面|[件个次人位名篇份家条场期天年项类种票例户所座点亩吨元倍台套辆处批部册岁级口支组间栋棵只张本段轮成])';
/** Question words with their measure word or their noun of time and place. */
const ASKED = new RegExp(
  `多少${UNIT}?|(?<![十好])几(?:个?月份?几?[日号]?|[日号]|${UNIT})|几成|百分之几|什么(?:时候|时间|地方|样子?|职务|职位|身份|日期|原因|结论)?|何(?:时|地|处|人|职)|哪(?:一)?(?:些|几?个|几?位|几?家|几?天|几?年|里|儿|几?类|几?种|几?项|几?方面|几?条|几?次|几?场|几?届|月|省|市|县|国)?|谁|为什么|为何|为啥|啥(?:时候)?|怎么样?|怎样|如何|多(?:大|高|长|久|远|快)|是否|有没有|是不是`,
  'g',
);

interface Span {
  start: number;
  end: number;
  role: Role;
}

/** Cuts a question into words and says what each does. The texts of the words joined give the question. */
export function readQuestion(question: string): Word[] {
  const text = visibleText(question);
  const folded = fold(text);
  const spans: Span[] = [];
  const take = (role: Role, found: Iterable<{ start: number; end: number }>): void => {
    for (const { start, end } of found) if (!spans.some((span) => span.start < end && start < span.end)) spans.push({ start, end, role });
  };
  take('quote', matches(QUOTED, text));
  take('date', findDates(text));
  take('session', matches(ORGAN_SESSION, folded));
  take('session', [...findMeetings(text)].map(({ start, end }) => ({ start: /[市省县区]/.test(folded[start - 1] ?? '') ? start - 1 : start, end })));
  take('date', matches(RELATIVE_DATE, folded));
  take('session', matches(SHORT_SESSION, folded));
  take('ordinal', matches(ORDINAL, folded));
  take('noun', matches(ONE_NOUN, folded));
  take('asked', matches(ASKED, folded));
  spans.sort((a, b) => a.start - b.start);
  const words: Word[] = [];
  let at = 0;
  for (const span of [...spans, { start: text.length, end: text.length, role: 'glue' as const }]) {
    words.push(...tagStretch(text.slice(at, span.start), folded.slice(at, span.start)));
    if (span.end > span.start) words.push({ text: text.slice(span.start, span.end), folded: folded.slice(span.start, span.end), tag: '', role: span.role });
    at = span.end;
  }
  return markNames(absorbAskedNoun(settleVerbs(words)));
}

function* matches(pattern: RegExp, text: string): Iterable<{ start: number; end: number }> {
  for (const match of text.matchAll(pattern)) yield { start: match.index, end: match.index + match[0].length };
}

function tagStretch(text: string, folded: string): Word[] {
  let at = 0;
  const words: Word[] = [];
  for (const { word, tag } of tagWords(folded).flatMap(splitWord)) {
    words.push({ text: text.slice(at, at + word.length), folded: word, tag, role: roleOf(word, tag) });
    at += word.length;
  }
  return words;
}

/** The segmenter glues particles to words it does not know (类有, 提了), and a place to the body that sits there (山西省政府). */
function splitWord({ word, tag }: { word: string; tag: string }): { word: string; tag: string }[] {
  const place = tag === 'nt' ? /^([\u3400-\u9fff]{2,}?(?:省|市|县|自治区))([\u3400-\u9fff]{2,})$/.exec(word) : null;
  if (place?.[1] !== undefined && place[2] !== undefined) return [{ word: place[1], tag: 'ns' }, { word: place[2], tag: 'n' }];
  const end = tag === 'x' ? /^([\u3400-\u9fff]{1,3})([有是了过的])$/.exec(word) : null;
  if (end?.[1] !== undefined && end[2] !== undefined) return [{ word: end[1], tag: /[了过]/.test(end[2]) ? 'v' : 'n' }, { word: end[2], tag: 'uj' }];
  return [{ word, tag }];
}

function roleOf(word: string, tag: string): Role {
  if (word === '通过') return 'verb';
  if (GLUE.test(word.trim()) || word.trim() === '') return 'glue';
  if (/^(?:全国|全省|全市|全县|全区|全州)$/.test(word)) return 'place';
  if (tag.startsWith("ns") && word.length > 1 && !/^(?:城镇|农村|新建|城市|中国|乡镇|市区|城区)$/.test(word)) return 'place';
  if (NOUN_LIKE.test(word) || RATE_HEAD.test(word)) return 'noun';
  if (VERB_LIKE.test(word) || /^v(?!n)/.test(tag)) return 'verb';
  if (/^(?:u[jlgzdv]|p|c|d|y|e$|r|f|w)/.test(tag) || (tag === 'x' && !/[\p{L}\p{N}]/u.test(word))) return /[\p{L}\p{N}]{2,}/u.test(word) && tag.startsWith('d') ? 'noun' : 'glue';
  return 'noun';
}

/** Verbs of one character that records use of what was done. */
const DEED = /[收提开作做讲说去到来发办抓带投建有写批立定查问看给让请派选任免审听评改增减占达超缺剩差需用花含包属归叫算设拨补交付签]/;

/** What only the neighbour tells: 来朔州调研 (motion, stays with its place), 讨论了, 评审“…” (verbs that may be nouns elsewhere). */
function settleVerbs(words: readonly Word[]): Word[] {
  return words.map((word, index) => {
    const next = words[index + 1];
    if (/^(?:来|到|赴|去|前往)$/.test(word.folded) && next?.role === 'place') return { ...word, role: 'glue' as const };
    // 栖|川北|站: a place the segmenter takes apart, not something done.
    const isSide = (side: Word | undefined): boolean => side?.role === 'place' || side?.role === 'noun';
    if (word.role === 'verb' && /^[^了过\s]$/.test(word.folded) && !DEED.test(word.folded) && isSide(next) && (index === 0 || isSide(words[index - 1])) && (next?.role === 'place' || words[index - 1]?.role === 'place')) return { ...word, role: 'noun' as const };
    if (word.role === 'noun' && word.folded.length === 1 && (next?.folded === '了' || next?.folded === '过')) return { ...word, role: 'verb' as const };
    const isVerb = NOUN_LIKE.test(word.folded) && (next?.folded === '了' || next?.folded === '过' || (/^(?:讨论|审查|申请|评审|考核|服务|汇报|新建|改建|扩建)$/.test(word.folded) && (next?.role === 'quote' || next?.role === 'asked')));
    // 赤字率: the segmenter knows 率 as a verb.
    if (word.folded === '率' && words[index - 1]?.role === 'noun') return { ...word, role: 'noun' as const };
    // 李家湾村的搬迁: what stands behind 的 is a thing.
    if (word.role === 'verb' && words[index - 1]?.folded === '的' && next !== undefined && next.role !== 'glue') return { ...word, role: 'noun' as const };
    return isVerb && word.folded !== '增长' ? { ...word, role: 'verb' as const } : word;
  });
}

/** 哪位书记, 什么职务, 哪个外省城市: the noun says what kind of thing is asked for. After 哪些 and 多少件 it is the matter itself. */
function absorbAskedNoun(words: readonly Word[]): Word[] {
  const result: Word[] = [];
  for (const word of words) {
    const last = result.at(-1);
    const asks = last?.role === 'asked' && /(?:^什么|^啥|哪个|哪位|哪家|哪类|哪种|哪一?次|哪一?场|哪)/.test(last.folded) && !/哪些|哪几|时候|时间|地方|哪里|哪儿|哪天|哪年/.test(last.folded);
    if (last !== undefined && asks && (word.role === 'noun' || word.role === 'place')) result[result.length - 1] = { ...last, text: last.text + word.text, folded: last.folded + word.folded };
    else result.push(word);
  }
  return result;
}

/** The words joined as typed. */
export function textOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join('');
}
