import { findDates } from '../language/dates.js';
import { fold, visibleText } from '../language/fold.js';
import { findMeetings } from '../language/meetings.js';
import { findPeople } from '../language/people.js';
import { findQuarters } from '../language/quarters.js';
import { findPlaces, isNoPlace, type PlaceMention } from '../language/places.js';
import { isListed, tagWords } from '../language/tokens.js';
import { answerTypeOf, askedUnit, CATEGORY, QUESTION_PHRASES } from './answer-type.js';
import type { ContentWord, Intent } from './intent.js';
import type { Thesaurus } from './thesaurus.js';

/** 哪个会议室, 什么原因, 哪家支行: what the value is called. */
const ASKED_NOUN = /(?:哪(?:一)?(?:个|家|位|座|所|种|类|项|条|份|些|几个|两个|三个|几位|两位|几家|几项|几类)|什么(?!时候|时间|日子)|啥(?!时))([\u3400-\u9fff]{2,4}?)(?=[的是在了呢吗?，。、作做提说开谁]|$)/;
/** A quoted topic may quote in its turn (“明确“开源大会”的目的”); a title stands in 《》. */
const QUOTED = /“((?:[^“”]|“[^“”]*”){2,240})”|["「『]([^”"」』]{2,120})[”"」』]|《([^》]{2,120})》/g;

/** What is planned, set or hoped for, not what was reached. */
const WANTS_TARGET = /目标|预期|力争|打算|准备|要达到|定(?:了|在|为|的|得)?(?:是|到)?(?:多少|几|多高|什么|上限)|计划(?!单列)|拟按|安排(?:的是|了|在)?多少|(?:想|要|得)(?:让|把|将)?[\u3400-\u9fff]{0,8}(?:涨|增长|增加|提高|新增|控制|压|降|达到|完成|做到|稳定?在|保持)|(?:控制|压|稳定?|保持)(?:在|到).{0,4}(?:多少|几|什么)|上限|下限|target|goal/;

/** Reads from a stand-alone question what is asked, of which meeting, when, and in which words. `known` are bare names of places that the records bear. */
export function understand(question: string, thesaurus: Thesaurus, known: ReadonlySet<string> = new Set()): Intent {
  const text = visibleText(question);
  const folded = fold(text);
  const dates = findDates(text);
  const meetings = findMeetings(text);
  const quotes = readQuotes(text);
  const plain = blankSpans(folded, [...dates, ...meetings, ...quotes]);
  const places = placesIn(plain, known);
  // A place that no dictionary has would be glued to its neighbours.
  const outside = places.filter(({ name }) => known.has(name)).reduce((rest, { full }) => rest.replaceAll(full, ' '.repeat(full.length)), plain);
  const askedNoun = nounOf(ASKED_NOUN.exec(folded)?.[1] ?? '');
  return {
    text,
    folded,
    language: /[\u3400-\u9fff]/.test(text) ? 'zh' : 'en',
    type: answerTypeOf(quotes.length === 0 ? folded : blankSpans(folded, quotes)),
    unit: askedUnit(folded),
    dates,
    meetings,
    quoted: quotes.map(({ inner }) => inner),
    ...contentWords(outside, thesaurus, askedNoun),
    places: places.map(({ name }) => name),
    fullPlaces: places.map(({ full }) => full),
    askedNoun,
    wantsTarget: WANTS_TARGET.test(outside) && !/实际|最后(?:完成|达到|实现)|完成情况/.test(outside),
    brought: [],
    said: [],
  };
}

/** The nouns that a wording begins with (城市考察 → 城市, 县开 → 县); null where none stands there. */
function nounOf(wording: string): string | null {
  const words = tagWords(wording.replace(/^([省市县区镇乡村])[开办设建].*$/, '$1'));
  const verb = words.findIndex(({ tag }) => /^v(?!n)/.test(tag));
  const noun = (verb <= 0 ? words : words.slice(0, verb)).map(({ word }) => word).join('');
  return noun === '' ? null : noun;
}

/** Words that carry meaning, in order, each once, and the compounds they form. `folded` is a question with the parts already understood blanked out. */
export function contentWords(folded: string, thesaurus: Thesaurus, askedNoun: string | null = null): { words: ContentWord[]; compounds: string[] } {
  const found = new Map<string, ContentWord>();
  const compounds: string[] = [];
  const spoken = thesaurus.spokenIn(folded);
  for (const { say, write } of spoken) if (!GENERIC.test(say)) found.set(say, { text: say, importance: ASKS.test(say) ? 0.1 : 0.8, synonyms: [...write, ...thesaurus.sameAs(say)], isName: false });
  // A spoken phrase of several words stands for its official wording as a whole; a single word stays part of its compound.
  const phrases = spoken.filter(({ say }) => tagWords(say).length > 1);
  let rest = phrases.reduce((text, { say }) => blankPhrase(text, say), folded).replace(QUESTION_PHRASES, (phrase) => ' '.repeat(phrase.length));
  for (const name of [...findPeople(rest).map((person) => person.name), ...findQuarters(rest)]) {
    found.set(name, { text: name, importance: 1, synonyms: [], isName: true });
    rest = rest.replaceAll(name, ' '.repeat(name.length));
  }
  let run: { word: string; tag: string }[] = [];
  const closeRun = (): void => {
    // A verb belongs to a compound only between nouns: 城镇登记失业率, but not 收到提案.
    while (run[0] !== undefined && /^v(?!n)/.test(run[0].tag)) run.shift();
    while (/^v(?!n)/.test(run.at(-1)?.tag ?? '')) run.pop();
    // 提案数量 is counted where 提案 are.
    const compound = run.map(({ word }) => word).join('').replace(/(?<=[\u3400-\u9fff]{2})(?:数量|总数|总量)$/, '');
    if (run.length > 1) compounds.push(compound);
    run = [];
  };
  for (const { word, tag } of tagWords(rest).map(trimGuess).flatMap(splitOrgan)) {
    const importance = importanceOf(word, tag);
    if (importance < 0.3 || GENERIC.test(word) || isNameLike(word, tag) || /^[tmqfrd]/.test(tag)) closeRun();
    else run.push({ word, tag });
    if (importance > 0 && !found.has(word)) found.set(word, { text: word, importance: GENERIC.test(word) || (word === askedNoun && CATEGORY.test(word)) ? 0.1 : importance, synonyms: thesaurus.variants(word), isName: isNameLike(word, tag) });
  }
  closeRun();
  return { words: [...found.values()], compounds };
}

/** Spoken wordings that say what kind of answer is wanted, not of what. */
const ASKS = /^(?:怎么定的|定了什么|拍板|敲定|点头|通过了吗|批了吗|没通过|没批|谁讲的|谁说的|谁介绍|主讲|谁来了|完成了没|做到了吗|什么时候弄完|尾巴|没做完|没弄完|剩下的问题)$/;

/** Blanks a spoken phrase, and the measure word that one ending in 多少 leaves behind (增加了多少张床位). */
function blankPhrase(text: string, phrase: string): string {
  let result = text;
  for (let at = result.indexOf(phrase); at >= 0; at = result.indexOf(phrase, at + 1)) {
    const length = phrase.length + (phrase.endsWith('多少') && /^[张件个篇]/.test(result.slice(at + phrase.length)) ? 1 : 0);
    result = result.slice(0, at) + ' '.repeat(length) + result.slice(at + length);
  }
  return result;
}

/** The segmenter joins rare characters with their neighbours (营收要, 钱进去): what only speech puts there is cut off again. */
function trimGuess({ word, tag }: { word: string; tag: string }): { word: string; tag: string } {
  if (!/^[\u3400-\u9fff]{2,}$/.test(word) || isListed(word)) return { word, tag };
  if (LEVEL_AND_VERB.test(word)) return { word: word.charAt(0), tag: 'n' };
  const trimmed = word.replace(/^[要想该把给让去来到被得的]+(?=.)|(?<=.)(?:进去|出来|起来|下来|上来|下去|[要想的了着过去来上下给得])+$/g, '');
  // 规上 is no 规 with a particle behind it.
  return { word: trimmed.length === 1 && /[上下]$/.test(word) ? word : trimmed, tag };
}

/** 县开, 市办: a level and the verb behind it. */
const LEVEL_AND_VERB = /^[省市县区镇乡村][开办设建]$/;

/** 政协常委会 is two words: the organ and its part; records write them apart. */
function splitOrgan(token: { word: string; tag: string }): { word: string; tag: string }[] {
  const parts = /^([市省县区]?(?:政协|人大|市委|政府))(会议|大会|全会|常委会|常务委员会|主席团|党组|机关|办公室|委员|代表)$/.exec(token.word);
  return parts === null ? [token] : [{ word: parts[1] ?? '', tag: 'n' }, { word: parts[2] ?? '', tag: 'n' }];
}

function isNameLike(word: string, tag: string): boolean {
  return /^n[rtz]/.test(tag) || (tag === 'ns' && !isNoPlace(word)) || /^[a-z0-9]/.test(word);
}

/** Words that name a kind of value or a manner of speaking, not a matter. */
const GENERIC =
  /^(?:增速|增幅|涨幅|增长|增长率|目标|预期|预期目标|数量|总数|数|件数|人数|情况|方面|金额|幅度|水平|比例|比重|占比|份额|占|提出|包括|列出|涉及|达到|属于|类别|类型|计划|内容|会议|例会|会上|会|会期|会议时|开会|开|记录|资料|报告|工作报告|政府工作报告|稿子|文章|新闻|数字|具体|规定|要求|有关|相关|关于|问题|事|事情|东西|时候|时间|日期|日子|几天|地方|人|人物|名字|姓名|领导|领导同志|面积|总量|个|年|月|日|年度|当年|拟|拟按|安排|上作|今年|去年|前年|全年|国家|全国|全市|我市|本市|市里|当时|这时|大会|作|做|说|说法|讲|讲话|请|知道|了解|介绍|意见|建议|概括|一下|大概|主要|重点|任职|担任|职务|职位|身份|希望|觉得|认为|自己|那么|那会儿|那趟|那个|那家|那位|来着|两位|三种|第一|每|各|打算|搞|弄|干|拿到|得到|进行|开展|实行|没有|已经|其中|全部|全都|所有|外省|外地|外市|外县|外面|全省|全县|全区|全镇|我省|我县|本省|本县|本区|省里|县里|区里|镇上|上半年|下半年|前三季度|一季度|二季度|三季度|四季度|季度|年底|年初|年末|实际|到底|究竟|现在|现有|目前|如今|最终|最后|最新|最近|眼下|预计|大约|约|左右|换成|收到|收集|共计)$/;

/** Places of the question: named with their level, in the dictionary, or known from the records. */
function placesIn(folded: string, known: ReadonlySet<string>): PlaceMention[] {
  const found = findPlaces(folded);
  for (const name of known) {
    const at = folded.indexOf(name);
    if (at < 0 || found.some((place) => place.name === name || place.name.includes(name))) continue;
    const level = /^(?:省|市|县|区)(?![政委人])/.exec(folded.slice(at + name.length))?.[0] ?? '';
    found.push({ name, full: name + level });
  }
  return found;
}

/** Ways of doing and of counting that no record repeats. */
const MANNER = /^(?:一起|一块|一块儿|一同|一道|出来|起来|进去|进来|下来|上来|下去|上去|过来|过去|回来|出去|到底|究竟|真正|确实|其实|大概|差不多|大家|咱们|我们|你们|人家|那边|这边|那头|里头|里面|上头|当中|名义|样子|一年|一趟|那拨|一拨|拢共|统共|加起来|这些|那些|某些|现在|目前|如今|眼下|一直|曾经|专门|特别|比较|时候|可以|能够|应该|需要|想要|老家|家乡|那阵子|那阵|这阵子|那段|没人管|没人|管管|有人|别人)$/;

function importanceOf(word: string, tag: string): number {
  if (!/[\p{L}\p{N}]/u.test(word) || MANNER.test(word) || /^[一二两三四五六七八九十几][个项件条种类位]$/.test(word)) return 0;
  if (/^[a-z0-9][a-z0-9_.%+-]*$/.test(word)) return word.length > 1 || /\d/.test(word) ? 1 : 0;
  if (word.length < 2) return /^[nj]/.test(tag) ? 0.3 : tag === 'v' ? 0.25 : 0;
  if (/^(?:n|j|l|i|x|eng|s|vn|an)/.test(tag)) return 1;
  if (tag.startsWith('v')) return 0.6;
  return /^(?:a|b|t|m|z)/.test(tag) ? 0.5 : 0.2;
}

function readQuotes(text: string): { start: number; end: number; inner: string }[] {
  return [...text.matchAll(QUOTED)].map((match) => ({ start: match.index, end: match.index + match[0].length, inner: (match[1] ?? match[2] ?? match[3] ?? '').trim() }));
}

function blankSpans(text: string, spans: readonly { start: number; end: number }[]): string {
  let result = text;
  for (const { start, end } of spans) result = result.slice(0, start) + ' '.repeat(end - start) + result.slice(end);
  return result;
}
