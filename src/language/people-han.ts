import { areListed } from './people-lists.js';
import { ACT, COURTESY, INTRODUCES, OFFICE, surnameAt, TITLE } from './people-words.js';
import type { Span } from './sentences.js';
import { tagWords } from './tokens.js';

const HAN = /[\u3400-\u9fff]/;
interface Candidate extends Span {
  /** Evidence from what stands around it and from the name itself; see NEEDED. */
  score: number;
}

/** Evidence from which on a candidate is a name. */
const NEEDED = 2;
/** A name among names needs less of its own. */
const LISTED = 1.4;
const TITLE_BEFORE = new RegExp(`(?:${TITLE})(?:同志)?[\\s\\u3000:]*$`);
const LABEL_BEFORE = new RegExp(`(?:${TITLE}|参会人员?|出席人员|与会人员|参会者|主讲|出席|参会|主持|召集|记录|作者|姓名)(?:员|人)?\\s*(?:[-:]|是|(?:更换|变更|调整|改选|改|确定)?为|换成|改由|有:?|叫)\\s*$`);
const TITLE_AFTER = new RegExp(`^[\\s\\u3000]?(?:${OFFICE}|(?:人大|政协)?(?:代表(?!团|大会|性|们)|委员(?!会|们))|${COURTESY}|教授|院士|记者|老师|律师|博士|导演|法官)`);
const PAREN_TITLE_AFTER = new RegExp(`^[((]\\s*[^()()]{0,24}(?:${TITLE})\\s*[))]`);
const TITLED = new RegExp(TITLE);
const INTRO_BEFORE = new RegExp(`${INTRODUCES}(?:了)?$`);
/** 某某为副市长, 某某任局长. */
const BECOMES = new RegExp(`^(?:同志)?(?:为|任|担任|[^,。;]{0,10}当选为?|兼任|兼)[^,。;:、\\n]{0,20}?${OFFICE}`);
const ACT_AFTER = new RegExp(`^${ACT}`);
/** Closed words: a name before them may end there, and none holds them. */
const LIGHT_AFTER = /^(?:是|在|的|为|和|与|及|同|跟|到|去|来|将|已|也|被|把|曾|于|从|就|对|向|因|等|以|并|且|又|再|其|现|时任|则|亦|有|还|呢|吗|所|要|会|后|前|按|带|当|他|她|谁|什么|哪|几|多少)/;
/** Characters that stand in no given name, and those that end none: 贾以恒 is a name, 贾恒以 is not. */
const NEVER_INSIDE = /[副是的了着过在及被把将等也都就到没不个位年日时委局厅省市县区镇乡村]/;
const NEVER_LAST = /[和与为从向对以并且又其这那此会们要有]$/;
/** What opens a clause: nothing of a name can stand before it. */
const BORDER = /[^\u3400-\u9fffa-z0-9·]/;

/** Names of a surname and one or two characters in folded text, unordered. */
export function hanNames(folded: string): Span[] {
  const words = lazy(() => dictionaryWords(folded));
  const candidates: Candidate[] = [];
  for (let at = 0; at < folded.length; at++) {
    const surname = surnameAt(folded, at);
    if (surname === null) continue;
    const best = [2, 1].map((given) => candidateAt(folded, at, surname, given, words)).filter((candidate) => candidate !== null).sort((a, b) => b.score - a.score || b.end - a.end)[0];
    if (best !== undefined) candidates.push(best);
  }
  for (const { start, end, tag } of candidates.length > 0 || TITLED.test(folded) ? words() : []) {
    // Names whose surname is none of ours, as far as the segmenter tells them: 麻生太郎.
    if (!tag.startsWith('nr') || end - start < 2 || end - start > 5 || candidates.some((other) => other.start < end && start < other.end)) continue;
    const before = folded.slice(Math.max(0, start - 12), start);
    const name = folded.slice(start, end);
    if (!NO_NAME.test(name) && TITLE_BEFORE.test(before)) candidates.push({ start, end, score: contextScore(before, folded.slice(end, end + 30), true) + 0.4 });
  }
  const sure = candidates.filter(({ score }) => score >= NEEDED);
  const likely = candidates.filter(({ score }) => score >= LISTED);
  sure.push(...likely.filter((candidate) => candidate.score < NEEDED && likely.some((other) => other !== candidate && areListed(folded, other, candidate))));
  // What stands between names in a list is a name too: evidence runs along the list until nothing changes.
  for (let isGrowing = true; isGrowing; ) {
    const more = candidates.filter((candidate) => !sure.includes(candidate) && candidate.score >= NEEDED - LISTED && sure.some((other) => areListed(folded, other, candidate)));
    sure.push(...more);
    isGrowing = more.length > 0;
  }
  const chosen: Candidate[] = [];
  for (const candidate of sure.sort((a, b) => b.score - a.score)) if (!chosen.some((other) => other.start < candidate.end && candidate.start < other.end)) chosen.push(candidate);
  return chosen;
}

function candidateAt(folded: string, start: number, surname: { length: number; isPlain: boolean }, given: number, words: () => DictionaryWords): Candidate | null {
  let end = start + surname.length + given;
  const before = folded.slice(Math.max(0, start - 12), start);
  const isTitled = TITLE_BEFORE.test(before);
  // 王  晓: papers set short names as wide as long ones.
  if (given === 1 && /^[ \u3000]{1,2}[\u3400-\u9fff]/.test(folded.slice(start + surname.length)) && isSpaced(folded, start, surname.length, isTitled)) end = start + surname.length + (/^[ \u3000]+/.exec(folded.slice(start + surname.length))?.[0].length ?? 0) + 1;
  const name = folded.slice(start, end).replace(/[\s\u3000]/g, '');
  if (name.length !== surname.length + given || !/^[\u3400-\u9fff]+$/.test(name) || NEVER_INSIDE.test(name.slice(surname.length)) || (NEVER_LAST.test(name) && !(isTitled && ACT_AFTER.test(folded.slice(end))) && !(INTRO_BEFORE.test(before) && BECOMES.test(folded.slice(end, end + 30))))) return null;
  const after = folded.slice(end, end + 30);
  const context = contextScore(before, after, isTitled) + (start > 0 ? 0 : after.startsWith('(') ? 0.9 : 0.3);
  if (context + 3 < NEEDED - LISTED || NO_NAME.test(name)) return null;
  // Behind a verb (讨论某某市长) a name may begin as well as behind a comma.
  const wordBefore = isTitled || context > 1 ? undefined : words().find((word) => word.end === start && word.end - word.start > 1 && word.tag !== 'x');
  const behind = wordBefore === undefined ? 0 : /^(?:v|p|d|c)/.test(wordBefore.tag) ? 1.4 : TITLE_AFTER.test(after) || BECOMES.test(after) ? 1 : 0;
  // Whoever a title announces may do anything: 市政协委员某某某抛出.
  const acts = isTitled && !ACT_AFTER.test(after) && words().some((word) => word.start === end && word.end - end > 1 && word.tag.startsWith('v')) ? 1.2 : 0;
  const score = context + behind + acts + nameScore(start, end, name, surname, words(), isTitled && LIGHT_AFTER.test(after));
  return { start, end, score };
}

/** Whether a surname and the character behind the spaces are one name: a title stands before, or right behind it. */
function isSpaced(folded: string, start: number, length: number, isTitled: boolean): boolean {
  const rest = folded.slice(start + length).replace(/^[ \u3000]+/, '').slice(1, 20);
  return isTitled ? !HAN.test(rest[0] ?? '') : TITLE_AFTER.test(rest);
}

/** What follows a surname and is no given name. */
const NO_NAME = /^.(?:夫人|先生|女士|小姐|同志|书记|主席|市长|主任|局长|某|总|老|氏)$|^(?:向大家|顾客|顾问|高度|金融|融媒|包括|常委|方面|安排|周边|周围|黄河|马上|万元|张家|高级|温度|石油|白天|成立|边境|连接|文件|文化|文明|安全|强调|明确|平台|部署|严格|严肃|尚未|孔子|任务|任期|任职|任何|单位|党组|程序|曾任|时任|向来|常务|关于|项目|水平|田间|林业|江苏|江西|祝贺|全体|全市|全省|全国|全区|宗教|宣布|宣传|应当|解决|贺电|路线|陶瓷|雷达|金额|钱款|毛利|席位|车辆|艾滋|索引|左右|古代|司法|司机|官员|习惯|和谐)$/;

function contextScore(before: string, after: string, isTitled: boolean): number {
  const isBorder = before === '' || BORDER.test(before.at(-1) ?? '');
  let left = -1.6;
  if (LABEL_BEFORE.test(before)) left = 2.2;
  else if (isTitled) left = 1.9;
  else if (INTRO_BEFORE.test(before)) left = 0.9;
  else if (isBorder) left = 0.7;
  else if (/(?:和|与|及|是|为|的|在|将|对|以|说|把|用|同)$/.test(before)) left = 0.1;
  let right = -1.5;
  if (PAREN_TITLE_AFTER.test(after)) right = 1.8;
  else if (TITLE_AFTER.test(after)) right = 1.6;
  else if (BECOMES.test(after)) right = 1.6;
  else if (ACT_AFTER.test(after)) right = 0.9;
  else if (/^的(?:职务|身份|职位|职责|讲话|发言|建议|提案|报告|要求|批示|观点|意见|答复)/.test(after)) right = 1;
  else if (after === '' || BORDER.test(after[0] ?? '')) right = 0.4;
  else if (/^[a-z\d]/.test(after)) right = 0.2;
  else if (/^(?:等|为|任|的(?!确))/.test(after)) right = 0.5;
  else if (LIGHT_AFTER.test(after)) right = 0.3;
  // 某所的某某为副局长: whoever is to hold an office stands behind whose they are.
  return left + right + (left === 0.1 && BECOMES.test(after) ? 0.4 : 0);
}

function nameScore(start: number, end: number, name: string, surname: { length: number; isPlain: boolean }, words: DictionaryWords, isEnded: boolean): number {
  let score = (surname.isPlain ? 0.6 : 0) + (name.length > 2 ? 0.2 : -0.1);
  for (const word of words) {
    if (word.start >= end || word.end <= start) continue;
    const isSame = word.start === start && word.end === end;
    const isPerson = word.tag.startsWith('nr');
    if (isSame && isPerson) score += name.length > 2 ? 1.9 : 0.9;
    else if (isSame && word.tag === 'x') score += 0.5;
    else if (isSame) score -= /^n[sz]/.test(word.tag) && surname.isPlain && name.length === 2 ? 1.1 : 3;
    else if (word.tag === 'x' || isPerson) score -= word.start < start || word.end > end ? 0.5 : 0;
    // A dictionary word that reaches over the border explains the name away, one inside the given name does not.
    // Behind a title, and before a closed word (局长某德海因病), it is the segmenter that errs.
    else if (word.end - word.start > 1 && (word.start < start || word.end > end)) score -= isEnded && surname.isPlain && word.start > start && word.end === end + 1 ? 0.5 : 2.6;
    else if (word.start === start && word.end - word.start > surname.length) score -= surname.isPlain ? 0.8 : 1.7;
    else if (word.end - word.start > 1 && !surname.isPlain) score -= 0.9;
  }
  return score;
}

type DictionaryWords = readonly (Span & { tag: string })[];

function dictionaryWords(folded: string): DictionaryWords {
  let at = 0;
  return tagWords(folded).map(({ word, tag }) => {
    const start = at;
    at += word.length;
    return { start, end: at, tag };
  });
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
