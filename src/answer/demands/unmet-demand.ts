import { findFigures } from '../../language/figures.js';
import { fold } from '../../language/fold.js';
import { findPeople } from '../../language/people.js';
import { periodsIn } from '../../language/periods.js';
import { tagWords } from '../../language/tokens.js';
import { CATEGORY } from '../answer-type.js';
import { presence, type WeighedWord } from '../evidence.js';
import type { Intent } from '../intent.js';
import { absentSubject } from './absent-subject.js';
import { MANNER } from './manner.js';
import { isVoteTold, voterIn } from './voter.js';

/** What an answer stands on: the sentences it quotes, the titles above them, and everything its articles say with their headers; all folded. */
export interface Grounds {
  said: string;
  titles: string;
  articles: string;
}

/** A word behind one of these is what happened, whatever the dictionary calls it. */
const MODAL = /[能会要可将已被得]$/;
const OFFICE = /(副)?(主席|主任|书记|市长|省长|县长|区长|镇长|局长|厅长|院长|校长|行长|会长|秘书长|检察长)(?:目前|现在)?(?:是谁|是哪|叫|姓|由谁|谁)/;
/** Events of a life that no record of a meeting tells by the way; each group says the same. */
const LIFE = [/出生|生日|诞生/, /毕业/, /入党/, /退休/, /当上|就任|上任|任职|担任|当选|任命|选举|补选|推选|增补|选为/, /去世|逝世/, /结婚/];
/** A part in a work or a firm that is asked after, and the words by which a record gives it. */
const ROLES: readonly (readonly [RegExp, RegExp])[] = [
  [/监理(?:单位|公司|方)?/, /监理/],
  [/(?:勘察|设计)(?:单位|公司|方|院)/, /勘察|设计/],
  [/(?:施工|承建|建设)(?:单位|公司|方)/, /施工|承建|建设|中标|实施|承包/],
  [/(?:运营|经营)(?:单位|公司|方)/, /运营|经营|管理/],
  [/老板|法定代表人|法人代表|董事长|总经理/, /老板|法定代表人|法人代表|董事长|经理|负责人|业主|创办|企业家/],
];
/** What came in, and what became of it: the one is not counted by the other. */
const CAME_IN = /收到|提交|征集|提出/;
const BECAME = /立案|办结|办复|并案|办理/;
const UNDONE = /退回|撤回|驳回|否决|撤销|撤案|取消|作废|延期|流产/;
const RATE = /增速|增长率|增幅|涨幅|降幅|失业率|比重|占比|比例|百分之/;

/**
 * A demand of the question that the answer chosen for it does not meet, in the words of the question; null when all are met. Composers
 * weigh words against each other; what is told here no weight makes up for: another period, another thing counted, another office.
 */
export function unmetDemand(intent: Intent, words: readonly WeighedWord[], grounds: Grounds): string | null {
  return unmetPeriod(intent, grounds) ?? unmetNumber(intent, grounds) ?? unmetCount(intent, words, grounds) ?? unmetPerson(intent, grounds) ?? unmetName(intent, words, grounds) ?? unmetSubject(intent, words, grounds) ?? unknownThing(intent, words) ?? absentSubject(intent, words, grounds.articles);
}

function unmetPeriod({ folded, type }: Intent, { said, titles }: Grounds): string | null {
  if (type !== 'how_many' && type !== 'share' && type !== 'compare') return null;
  const asked = periodsIn(folded);
  if (asked.length === 0) return null;
  // A sentence that names a year of its own speaks of that whole year, whatever the title says.
  const held = new Set([...periodsIn(said), ...(/\d{4}年/.test(said) ? [] : periodsIn(titles))]);
  return asked.every((period) => held.has(period)) ? null : (/上半年|下半年|[一二三四首前第\d]+个?季度|\d+\s*[-—至到~]\s*\d+月份?/.exec(folded)?.[0] ?? '');
}

/** 7号桥 is not 8号桥: where the quoted sentence numbers the same kind of thing otherwise, it speaks of another one. Days (3月5号) are none. */
function unmetNumber({ folded }: Intent, { said }: Grounds): string | null {
  for (const [label, number = '', thing = ''] of folded.matchAll(/(?<![月\d])(\d{1,4})号([\u4e00-\u9fff])/g)) {
    const told = [...said.matchAll(new RegExp(`(?<![月\\d])(\\d{1,4})号${thing}`, 'g'))].map((match) => Number(match[1]));
    if (told.length > 0 && !told.includes(Number(number))) return label;
  }
  return null;
}

/** A rate for a rate, the thing that is counted, and every noun the question describes it by. */
function unmetCount(intent: Intent, words: readonly WeighedWord[], { said, articles }: Grounds): string | null {
  if (intent.type !== 'how_many' && intent.type !== 'share') return null;
  if (/多少(?:[万亿]{0,2}元|钱)/.test(intent.folded) && !findFigures(said).some(({ unit }) => /元|块|钱|美元|币/.test(unit)) && !said.includes('元')) return words.find(isNoun)?.text ?? '';
  // What was given back or called off is counted apart from what came in.
  const undone = UNDONE.exec(intent.folded)?.[0];
  if (undone !== undefined && !said.includes(undone)) return undone;
  if (CAME_IN.test(intent.folded) && !BECAME.test(intent.folded) && BECAME.test(said) && !/收到|提交|征集|提出|共有|总数/.test(said)) return CAME_IN.exec(intent.folded)?.[0] ?? '';
  const rate = RATE.exec(intent.folded)?.[0];
  if (rate !== undefined && intent.unit === null && !findFigures(said).some(({ unit }) => /^(?:%|百分点|倍|成|‰)$/.test(unit)) && !/分之|一半|过半/.test(said)) return rate;
  const measure = /多少([\u4e00-\u9fff])(?=[?。!，,]|$)/.exec(intent.folded)?.[1];
  if (measure !== undefined && intent.unit === null && /[字页票席斤]/.test(measure) && !new RegExp(`[\\d一二三四五六七八九十百千万亿余多]${measure}`).test(said)) return `多少${measure}`;
  const counted = /(?:多少|几)[个名位件项篇家次份条场期座所台套户]([\u4e00-\u9fff]{2,4})/.exec(intent.folded)?.[1];
  const noun = counted === undefined ? undefined : words.find(({ text, importance }) => importance >= 0.8 && text.length >= 2 && counted.startsWith(text));
  if (noun !== undefined && isThing(noun) && presence(noun, said) < 0.5) return noun.text;
  const owner = unmetOwner(intent, words, said);
  if (owner !== null) return owner;
  return words.find((word) => isNoun(word) && !MANNER.test(word.text) && !MODAL.test(before(intent, word.text)) && presence(word, articles) < 0.5)?.text ?? null;
}

function unmetPerson({ folded, type }: Intent, { said }: Grounds): string | null {
  const office = type === 'who' ? OFFICE.exec(folded) : null;
  if (office !== null && !new RegExp(`${office[1] ?? '(?<!副)'}${office[2] ?? ''}(?!委员)`).test(said)) return `${office[1] ?? ''}${office[2] ?? ''}`;
  // How somebody voted is told of that person by name, or not at all.
  const voter = voterIn(folded);
  if (voter !== null && !isVoteTold(fold(voter), said)) return voter;
  const role = type === 'who' || /哪(?:一)?(?:家|个|些)|谁/.test(folded) ? ROLES.find(([asked, told]) => asked.test(folded) && !told.test(said)) : undefined;
  if (role !== undefined) return role[0].exec(folded)?.[0] ?? '';
  const event = type === 'when' ? LIFE.find((pattern) => pattern.test(folded)) : undefined;
  return event !== undefined && !event.test(said) ? (event.exec(folded)?.[0] ?? '') : null;
}

/** The kind of thing that 哪个 asks for, and the words that tell a meeting or an organ from others of its kind. */
function unmetName(intent: Intent, words: readonly WeighedWord[], { articles }: Grounds): string | null {
  const { folded, meetings, language } = intent;
  const asked = /哪(?:一)?(?:个|家|座|所|些|几个|几家|几座|几所|条)([\u4e00-\u9fff]{2,4})/.exec(folded)?.[1] ?? '';
  const kindBefore = /([\u4e00-\u9fff]{2,6})是哪(?:个|家|座|所|条)?[?？。]?$/.exec(folded)?.[1] ?? '';
  const kind = words.find((word) => word.isUnknown && isNoun(word) && !CATEGORY.test(word.text) && ((word.text.length >= 3 && asked.startsWith(word.text)) || kindBefore.endsWith(word.text)));
  if (kind !== undefined) return kind.text;
  // The words of an English question are translations: another word for the same meeting is likely there.
  const name = language === 'en' ? '' : (meetings.length === 0 ? (MEETING_NAME.exec(folded)?.[0] ?? '') : '') + intent.compounds.filter((compound) => ORGAN_END.test(compound)).join(' ');
  return words.find((word) => name.includes(word.text) && isNoun(word) && presence(word, articles) < 0.5 && !MANNER.test(word.text))?.text ?? null;
}

/** 规上企业目标是多少家: the noun right in front of the number asked for is what is counted. */
const COUNTED_BEFORE = /([\u4e00-\u9fff]{2,8})(?:的)?(?:目标|数量|总数|数)?(?:一共|总共|共|大约|到底|究竟)?(?:是|有|为|达到?|到)?(?:了)?(?:多少|几)(?:家|位|名|人|件|户|所|座|辆|篇)/;

function unmetOwner({ folded }: Intent, words: readonly WeighedWord[], said: string): string | null {
  const before = COUNTED_BEFORE.exec(folded)?.[1]?.replace(/(?:一共|总共|共计|共|大约|到底|究竟|是|有|为|的|目标|数量|总数)+$/, '');
  const noun = before === undefined ? undefined : words.find((word) => before.endsWith(word.text) && isThing(word) && !MANNER.test(word.text));
  return noun !== undefined && presence(noun, said) < 0.5 ? noun.text : null;
}

/** What a motion, a decision or a plan is about. */
const ABOUT = /关于([\u4e00-\u9fff]{2,20}?)的?(?:提案|议案|建议(?!多少)|决议|决定|通知|办法|条例|规定|方案|课题|议题)/;
/** Sayings of somebody that are asked for. */
const ASKS_SAYING = /(?:提|说|讲|谈|表示|要求|建议|认为|指出|强调|希望|介绍)(?:了|过|到|出|的)*(?:什么|哪些|啥|怎样的|几点|几条)/;
const SAYING = /提(?!请|名|交|案|供|高|升)|说|讲|谈|表示|要求|建议|认为|指出|强调|希望|介绍|称/;
const ASKS_COUNTRY = /哪(?:些|个|几个|[两三四五]个|国)?国家|哪国/;
const COUNTRY = /美国|英国|法国|德国|俄罗斯|日本|韩国|朝鲜|蒙古|印度|越南|老挝|泰国|缅甸|柬埔寨|马来西亚|新加坡|印尼|印度尼西亚|菲律宾|哈萨克斯坦|乌兹别克斯坦|巴基斯坦|伊朗|以色列|沙特|阿联酋|土耳其|埃及|南非|肯尼亚|尼日利亚|埃塞俄比亚|意大利|西班牙|葡萄牙|荷兰|比利时|瑞士|瑞典|挪威|芬兰|丹麦|波兰|匈牙利|捷克|奥地利|希腊|乌克兰|白俄罗斯|加拿大|墨西哥|巴西|阿根廷|智利|秘鲁|澳大利亚|新西兰|[\u4e00-\u9fff]{1,4}(?:共和国|王国|联邦)/;

/** What the question is about by its own form: the matter of a motion, the sayings of a person, countries. */
function unmetSubject({ folded, type }: Intent, words: readonly WeighedWord[], { said, articles }: Grounds): string | null {
  const about = ABOUT.exec(folded)?.[1];
  const matter = about === undefined ? undefined : words.find((word) => about.includes(word.text) && isThing(word) && presence(word, articles) < 0.5);
  if (matter !== undefined) return matter.text;
  if (ASKS_COUNTRY.test(folded) && !COUNTRY.test(said)) return '国家';
  const speaker = (type === 'open' || type === 'list' || type === 'conclusion') && ASKS_SAYING.test(folded) ? findPeople(folded)[0] : undefined;
  return speaker !== undefined && !(said.includes(speaker.name) && SAYING.test(said)) ? speaker.name : null;
}

/** What no record speaks of: a short name of an organ, a thing that is counted or asked after with 是不是. */
function unknownThing({ type, compounds, unit }: Intent, words: readonly WeighedWord[]): string | null {
  const isCount = type === 'how_many' || type === 'share';
  const found = words.find((word) => {
    if (!word.isUnknown || word.text.length < 2 || word.isName) return false;
    // No other wording of a thing is on record either.
    if (type === 'yes_no' && isThing(word)) return true;
    if (word.synonyms.length > 0) return false;
    const tag = tagWords(word.text)[0]?.tag ?? '';
    if (/^(?:j|nt|nz)$/.test(tag) && word.text.length >= 3) return true;
    if (!isCount) return false;
    return tag === 'x' && unit !== word.text[0] && compounds.some((compound) => compound.startsWith(word.text) && compound.length > word.text.length);
  });
  return found?.text ?? null;
}

/** The words in front of 会议, back to a date, a place of speech or a mark. */
const MEETING_NAME = /[\u4e00-\u9fffa-z]{2,14}(?:会议|例会)/;
const ORGAN_END = /(?:会议|例会|大会|委员会|支行|分行|银行|公司|分局|法院|检察院|医院|学院|大学|中学|小学|协会|学会|sig)$/;

function isNoun({ text, importance, isName, synonyms }: WeighedWord): boolean {
  return importance >= 0.95 && text.length >= 2 && !isName && synonyms.length === 0 && /^[\u3400-\u9fff]+$/.test(text) && /^(?:n(?!r)|vn|j)/.test(tagWords(text)[0]?.tag ?? '');
}

/** A noun, whether or not records have other wordings for it. */
function isThing({ text, importance, isName }: WeighedWord): boolean {
  return importance >= 0.8 && text.length >= 2 && !isName && /^[\u3400-\u9fff]+$/.test(text) && /^(?:n(?!r)|vn|j)/.test(tagWords(text)[0]?.tag ?? '') && tagWords(text).length === 1;
}

function before({ folded }: Intent, word: string): string {
  const at = folded.indexOf(word);
  return at < 0 ? '' : folded.slice(Math.max(0, at - 1), at);
}
