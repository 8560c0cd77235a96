import type { Article } from '../domain/corpus.js';
import { findPersonalData, PERSONAL_DATA_MASK, type PersonalDataKind } from '../language/personal-data.js';

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊惠甄曲家封芮储靳汲邴松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公兰仝亓官闫岳付代郄苑肖';
const NAME = `(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|[${SURNAMES}])[\\u4e00-\\u9fff·]{1,3}?`;
const AFTER_NAME = '(?=不慎|不甚|不小心|遗失|丢失|遗落|将|因|于|持|的|之|与|和|及|现|声明|身份|户口|驾驶|出生|居民|[，,。、；;（(：:\\s]|证|男|女|系|夫妇|夫妻|\\d|$)';
const LOST_AND_FOUND = /遗失|丢失|挂失|招领|拾到|捡到|捡拾|寻人|寻物|走失|失主/;
/** An organ that declares a licence void names institutions, not private persons; an auction house is no organ. */
const ANNOUNCEMENT = /(?:公告|通告|公示|通知)$/;
const ORGAN = /政府|人大|政协|人民代表大会|委员会|法院|检察院|公安|监管|税务|分局|[局委厅署办]$|[局委厅署办](?=关于|公告|通告|公示|通知|重新)|银行|中心/;
const COMMERCIAL = /拍卖|招聘|转让|出租|招租|出售|征婚|招生/;
/** A declaration of loss that stands among other things, without a heading of its own. */
const LOST_LINE = /(?:遗失|丢失|被盗).{0,80}(?:作废|声明)|(?:声明|启事)[：:].{0,60}(?:遗失|丢失)/;
/** Whoever loses a paper is named by kinship, by a label, or as the first word of the sentence. */
const NAME_PATTERNS: readonly RegExp[] = [
  new RegExp(`(?:父亲|母亲|爸爸|妈妈|父|母|其子|其女|之子|之女|孩子|儿子|女儿|婴儿|丈夫|妻子|本人|姓名|失主|失者|联系人|持有人|持证人|当事人|户主|车主|业主|机主|寻找|同志)\\s*[:：为是]?\\s*(${NAME})${AFTER_NAME}`, 'g'),
  new RegExp(`(?:^|[\\n。；;、]|声明[：:]?|启事[：:]?)[\\s▲△●○■□◆◇★☆※·•*-]*(${NAME})(?=[（(，,、]|夫妇|夫妻|不慎|不甚|不小心|遗失|丢失|遗落|将|因|于?\\d|持有|的|之[子女])`, 'g'),
];
/** Certificates, plates, telephones: any run of letters and digits with at least five digits. */
const NUMBER = /(?<![\dA-Za-z])(?:[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼](?=[A-Z][A-Z0-9]{5}))?[A-Za-z]{0,6}[-—]?\d(?:[-—\s]?[\dA-Za-z]){4,}(?![\dA-Za-z])/g;
/** What is a person's even in an announcement of an organ; its telephones, mailboxes and addresses are its own. */
const ALWAYS_PRIVATE: ReadonlySet<PersonalDataKind> = new Set(['identity-card', 'bank-card', 'passport']);

/**
 * Masks what belongs to private persons before anything is stored or indexed. In lost-and-found notices that is
 * their names and every number of a paper or telephone; everywhere else the identifiers that `findPersonalData` finds in a
 * record, in official announcements only those that are never an office's. Office telephones and codes of institutions stay.
 */
export function screenPersonalData(article: Article): Article {
  const { text, title } = personalSpans(article);
  return { ...article, text: maskSpans(article.text, text), title: maskSpans(article.title, title) };
}

/** A run of characters that is masked, and why. */
export interface MaskedSpan {
  kind: PersonalDataKind;
  start: number;
  end: number;
}

/** What `screenPersonalData` masks, in text and title; spans may overlap. */
export function personalSpans(article: Article): { text: MaskedSpan[]; title: MaskedSpan[] } {
  const isOfficial = isFromOrgan(article);
  const isLost = article.kind === 'notice' && !isOfficial && LOST_AND_FOUND.test(article.text);
  const lostSpans = isLost ? [{ start: 0, end: article.text.length }] : isOfficial ? [] : lostLines(article.text);
  const names = lostSpans.flatMap(({ start, end }) => namesIn(article.text.slice(start, end)));
  return {
    text: [...generalSpans(article.text, isOfficial), ...nameSpans(article.text, names), ...lostSpans.flatMap((span) => numberSpans(article.text, span))],
    title: [...generalSpans(article.title, isOfficial), ...nameSpans(article.title, names)],
  };
}

function isFromOrgan({ kind, title, body, text }: Article): boolean {
  if (kind !== 'announcement' && !ANNOUNCEMENT.test(title)) return false;
  const signature = text.trimEnd().split('\n').slice(-3).map((line) => line.trim());
  return !COMMERCIAL.test(title) && [title, body, ...signature].some((line) => line.length <= 60 && ORGAN.test(line));
}

interface Span {
  start: number;
  end: number;
}

function generalSpans(text: string, isOfficial: boolean): MaskedSpan[] {
  return findPersonalData(text, { isRecord: true }).filter(({ kind }) => !isOfficial || ALWAYS_PRIVATE.has(kind));
}

function lostLines(text: string): Span[] {
  return [...text.matchAll(/[^\n]+/g)].filter((line) => LOST_LINE.test(line[0])).map((line) => spanOf(line));
}

function numberSpans(text: string, within: Span): MaskedSpan[] {
  const part = text.slice(within.start, within.end);
  return [...part.matchAll(NUMBER)].filter((match) => !isDay(match[0], part, match.index)).map((match) => ({ kind: 'certificate', ...spanOf(match, within.start) }));
}

function nameSpans(text: string, names: readonly string[]): MaskedSpan[] {
  const spans: MaskedSpan[] = [];
  for (const name of names) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) spans.push({ kind: 'name', start: at, end: at + name.length });
  }
  return spans;
}

function namesIn(text: string): string[] {
  return [...new Set(NAME_PATTERNS.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')))].filter((name) => name.length >= 2);
}

/** 2025年2月20日 and 2025-02-20 say when something was lost, not whose it was. */
function isDay(number: string, text: string, at: number): boolean {
  return /^(?:19|20)\d\d[-—](?:0?[1-9]|1[0-2])[-—](?:[12]\d|3[01]|0?[1-9])$/.test(number) || /^(?:年|月)/.test(text.slice(at + number.length));
}

function maskSpans(text: string, spans: readonly Span[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    masked += text.slice(at, from) + text.slice(from, end).replace(/\S/g, PERSONAL_DATA_MASK);
    at = end;
  }
  return masked + text.slice(at);
}

function spanOf(match: RegExpMatchArray, offset = 0): Span {
  const start = offset + (match.index ?? 0);
  return { start, end: start + match[0].length };
}
