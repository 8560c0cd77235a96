import type { Span } from '../language/sentences.js';
import { tagWords } from '../language/tokens.js';

/** Common surnames that are seldom anything else in running text. */
const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许邓冯韩曹彭萧蔡潘袁董余苏吕魏蒋杜丁沈姜范傅钟卢汪戴崔任陆廖姚谭韦贾邹熊孟秦阎薛侯雷龙段郝孔邵史毛顾赖武康贺严尹钱施洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐葛柴伍覃骆官冀尚臧褚娄甘柯佘卓裴阮霍焦巴祝单';
/** What may stand right behind a name. */
const AFTER = '一是在说提担任表示的作当介绍主持出参代呢吗要求和与及、，,。?? 也还都有对给来去讲会现曾被把就到';
/** Offices and roles, as alternatives of a pattern. */
export const OFFICES = '书记|市长|省长|县长|区长|镇长|部长|局长|厅长|处长|科长|院长|校长|行长|主席|主任|委员|代表|会长|秘书长|总理|检察长|组长|董事长|总经理|经理|记者|负责人|主持人|召集人|教授|专家';
/** What stands beside a name as an office does, without being one. */
const TITLES = `${OFFICES}|同志|作者|编剧|导演|演员|歌手|作家|画家|皇帝|国王|总统|将军`;
const DOES = '表示|介绍|要求|强调|指出|认为|主持|出席|参加|讲话|汇报|建议|批示|代表|作|说|谈|称|率|一行|同志|宣布|担任|接受|带队';
/** Surnames that are common words too: taken for names only beside an office. */
const AMBIGUOUS_SURNAMES = '高方曾江田石白金叶程戚游尤华卫涂祁简翁邱苗谷申凌包冷沙左吉佟冼党付丘仇古宫成易晏边鲍关连常向万';
const NAME = `[${SURNAMES}${AMBIGUOUS_SURNAMES}][\\u4e00-\\u9fff]{1,2}`;
/** A name beside an office, or one that does something only people do. */
const PERSON = new RegExp(`(?:${TITLES})[\\s:：、]*(${NAME}|[\\u4e00-\\u9fff]{2,3}(?=表示|介绍|要求|主持|代表|等|[，。、）)\\s]|$))|(${NAME})(?=${DOES}|(?:副)?(?:${TITLES}))|(?<=补选|选举|任命|推选|增补|免去|选出)([\\u4e00-\\u9fff]{2,3})(?=为|的|担任|任|等)|(?:汇报人|责任人|主讲人|分享人)[:：\\s]*([\\u4e00-\\u9fffA-Za-z·]{2,})`, 'g');

/** Spans of named people in printed text; a name stands beside an office or does what people do. */
export function findPersons(text: string): Span[] {
  return [...text.matchAll(PERSON)].flatMap((match) => {
    const name = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
    if (/^(?:专访|批示|接受|出席|采访|见面|常务|党组|副|团|们|代表|要求)/.test(name)) return [];
    return NO_NAME.test(name) ? [] : [{ start: match.index, end: match.index + match[0].length }];
  });
}

/** What may stand where a name does and is none. */
const NO_NAME = /^(?:团|们|会|的|和|作|所|一|人|名|大会|会议|都|发言|讨论|审议|提出|候选|名单|提交|接受|要|应|将|同志|座谈|等|及|及其|以上|联名|建议|议案)|(?:代表|委员|名单|会议|大会|工作)$/;

const OFFICE = /^(?:书记|市长|省长|县长|区长|部长|局长|厅长|院长|主席|副主席|主任|委员|代表|会长|总理|同志|先生|女士)/;

/** Person names in a folded question: a surname with one or two characters that no dictionary word explains. */
export function findNames(folded: string): string[] {
  const names: string[] = [];
  const words = new Set<string>();
  const borders = new Set<number>([0]);
  let at = 0;
  for (const { word, tag } of tagWords(folded)) {
    at += word.length;
    borders.add(at);
    if (tag !== 'x' && !tag.startsWith("nr") && word.length > 1) words.add(word);
  }
  for (let index = 0; index < folded.length; index++) {
    if (!SURNAMES.includes(folded[index] as string)) continue;
    const lengths = AFTER.includes(folded[index + 2] ?? ' ') ? [2, 3] : [3, 2];
    const name = lengths.map((length) => folded.slice(index, index + length)).find((candidate) => borders.has(index + candidate.length) && isName(candidate, folded, index, words));
    if (name === undefined) continue;
    names.push(name);
    index += name.length - 1;
  }
  for (const match of folded.matchAll(QUARTER)) if (borders.has(match.index)) names.push(match[0]);
  return names;
}

/** Quarters and villages by their ending: dictionaries know few of them. */
const QUARTER = /[\u4e00-\u9fff]{2,4}(?:街道|社区|(?<![城乡集市业])镇|(?<![农乡渔全])村)(?!委|民|干部|办)/g;

function isName(candidate: string, folded: string, at: number, words: ReadonlySet<string>): boolean {
  if (!/^[\u4e00-\u9fff]{2,3}$/.test(candidate) || words.has(candidate)) return false;
  if (/[\u4e00-\u9fff]/.test(folded[at - 1] ?? '') && !/[书长席任员表理记由请让是和与、问跟]/.test(folded[at - 1] ?? '')) return false;
  const rest = folded.slice(at + candidate.length);
  // A longer word that begins inside the candidate explains it away (张家口市 is no 张家口).
  const isSplitWord = candidate.length === 3 && [...words].some((word) => word.length > 2 && folded.startsWith(word, at));
  return !isSplitWord && (rest === '' || AFTER.includes(rest[0] as string) || OFFICE.test(rest));
}
