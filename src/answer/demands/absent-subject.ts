import { fold } from '../../language/fold.js';
import { isListed, tagWords } from '../../language/tokens.js';
import { CATEGORY } from '../answer-type.js';
import { presence, type WeighedWord } from '../evidence.js';
import type { AnswerType, Intent } from '../intent.js';
import { MANNER } from './manner.js';

/** Types that ask something of one thing. */
const OF_A_THING: ReadonlySet<AnswerType> = new Set<AnswerType>(['who', 'when', 'where', 'how_many', 'share', 'open', 'yes_no', 'office', 'presenter']);
/** Where the asking begins: what stands before is what it is asked of. */
const ASKING = /由谁|是谁|归谁|谁|几[点号时月]|周几|星期几|什么|啥|何时|哪|多[少久大长高远]|几[个名位天次本台条家]|每[天周月年次度吨人]|怎么|怎样|如何|吗/;
/** Who holds an office is looked for by demands of its own. */
const OFFICE = /(?:[省市县区镇乡村局厅院校行会处科]长|主席|书记|主任|委员长|总理|校长)$/;
/** Whom something is for is told by whoever asks, and seldom by the record: 游客坐船, 娃儿开学; 主持人 asks who presides. */
const PEOPLE = /(?:[人客儿者民户友娃]|孩子|家长|户口)$/;
/** Places and houses, which the dictionary takes for verbs and family names now and then (超市, 幼儿园). */
const HOUSE = /[店馆厅场站院所园池行校室楼塔桥城]$|[超夜集菜]市$/;
/** What 在哪里 and 什么时候 ask for by themselves: a record that tells it need not call it so. */
const ASKED_ITSELF: Partial<Record<AnswerType, RegExp>> = { where: /(?:[生产]地|所在地|发源地|起源地|居住地|地址|地点|位置|方位)$/, when: /(?:时间段?|时段|日期|年份|年月|生日|忌日)$/ };
const LEAST = 0.5;

/**
 * The thing of which something is asked, where nothing of the articles that an answer stands on speaks of it; null where they do. The first
 * thing that is named counts: the 首班车 of a 地铁 is none of a bus, while a 电讯 about 绿化 may well be what the record calls otherwise.
 * `articles` is folded.
 */
export function absentSubject({ folded, type, language, askedNoun, compounds, quoted }: Intent, words: readonly WeighedWord[], articles: string): string | null {
  if (!OF_A_THING.has(type) || language === 'en') return null;
  // 食堂的开放时间 asks without any word of asking.
  const head = folded.slice(0, ASKING.exec(folded)?.index ?? (/的/.exec(folded)?.index));
  const things = words.filter((word) => isNamed(word.text, head) && word.text !== askedNoun && ASKED_ITSELF[type]?.test(word.text) !== true && isThing(word)).sort((a, b) => head.indexOf(a.text) - head.indexOf(b.text));
  const [subject] = things;
  if (subject !== undefined) return isSpokenOf(subject, articles) || compounds.some((compound) => compound.includes(subject.text) && isMisprinted(compound, subject.text, articles)) ? null : subject.text;
  // What is named in quotation marks is what is asked about, whatever it is said to have done.
  if (quoted.some((name) => articles.includes(fold(name)))) return null;
  const telling = words.filter(({ text, importance, isName }) => importance >= LEAST && !isName && !OFFICE.test(text) && !PEOPLE.test(text) && tagWords(text)[0]?.tag !== 'x');
  return telling[0] !== undefined && !words.some((word) => isSpokenOf(word, articles)) ? telling[0].text : null;
}

/** What a number stands before is its measure, glued to its neighbour: 29路头班车. */
function isNamed(word: string, head: string): boolean {
  const at = head.indexOf(word);
  return at >= 0 && !/\d/.test(head.charAt(at - 1));
}

/** 市人大 is spoken of in 市七届人大, a 头班车 where there is a 首班车. */
function isSpokenOf(word: WeighedWord, articles: string): boolean {
  return presence(word, articles) >= LEAST || (/^[省市县区镇乡村]..+/.test(word.text) && articles.includes(word.text.slice(1))) || (word.text.length === 3 && isListed(word.text.slice(1)) && articles.includes(word.text.slice(1)));
}

/** Whether the compound that a word begins stands there but for one character, which recognition may have misread. */
function isMisprinted(compound: string, word: string, articles: string): boolean {
  const printed = compound.slice(compound.indexOf(word)).slice(0, word.length + 3);
  if (printed.length < 4) return false;
  return [...printed].some((_, index) => {
    const [before, after] = [printed.slice(0, index), printed.slice(index + 1)];
    for (let at = articles.indexOf(before); at >= 0 && at < articles.length; at = articles.indexOf(before, at + 1)) if (articles.startsWith(after, at + before.length + 1)) return true;
    return false;
  });
}

function isThing({ text, importance, isName }: WeighedWord): boolean {
  if (importance < LEAST || text.length < 2 || isName || MANNER.test(text) || CATEGORY.test(text) || OFFICE.test(text) || PEOPLE.test(text) || /^(?:.里|现任|前任|历任|新任|原任)$/.test(text) || !/^[\u3400-\u9fff]+$/.test(text)) return false;
  const [first, ...more] = tagWords(text);
  if (first === undefined || more.length > 0) return false;
  return HOUSE.test(text) || (importance >= 0.8 && /^(?:n(?!r)|vn|j|l|s)/.test(first.tag) && !(first.tag === 's' && /[上下边内外]$/.test(text)));
}
