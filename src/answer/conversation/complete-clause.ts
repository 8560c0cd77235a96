import { contextOf, joinContext, type Brought } from './carry.js';
import { replaceAnchors } from './replace-anchors.js';
import { replaceMatter } from './replace-matter.js';
import type { Fragment } from './read-fragment.js';
import { ANCHOR_ROLES, readQuestion, textOf, type Role, type Word } from './read-question.js';
import { ATTRIBUTE, GENERIC_HEAD } from './word-classes.js';

const WHO_ATTRIBUTE = /^(?:汇报人|主讲人|报告人|主持人|参会人|参会人员|出席人员|与会人员|记者|作者|负责人|召集人|成员|总理|省长|市长|主席)$/;
const HOW_MANY_ATTRIBUTE = /^(?:占比|比例|比重|份额|金额|总额|总投资|投资额|预算|经费|数量|总数|件数|人数|次数|增速|增幅|涨幅|增长率|降幅|电话|电话号码|赞成票|反对票|弃权票)$/;
/** Verbs said of a meeting or a document as a whole. */
const OF_MEETING = /^(?:主持|召开|举行|开|开幕|闭幕|结束|参加|出席|列席|参会|与会|到会)$/;
const OF_DOCUMENT = /^(?:作|做|宣读|发布|印发|写|报道|起草)$/;

/** Puts the words of an elliptic question (那第四次呢) in the place of their like in the earlier question. */
export function substitute(earlier: string, fragment: Fragment): string {
  const before = readQuestion(earlier);
  const anchors = fragment.words.filter(({ role }) => ANCHOR_ROLES.has(role));
  const ordinal = fragment.words.find(({ role }) => role === 'ordinal');
  const matter = matterOf(fragment.words);
  if (anchors.length === 0 && matter.length > 0 && ordinal === undefined && isAttributeOnly(matter)) return askAttribute(before, textOf(matter).trim());
  if (ordinal !== undefined) return substituteOrdinal(before, fragment.words, ordinal);
  let words = replaceAnchors(before, anchors);
  if (matter.length > 0) words = replaceMatter(words, matter, fragment.isModifier);
  return textOf(words).trim();
}

/** Completes a clause that lacks its scope or its subject, by what the earlier question was about. */
export function carryInto(fragment: Fragment, earlier: string): string {
  const before = readQuestion(earlier);
  if (repeats(fragment.words, before)) return textOf(replaceAnchors(before, fragment.words.filter(({ role }) => ANCHOR_ROLES.has(role)))).trim();
  const context = contextOf(before, broughtBy(fragment.words, before));
  return joinContext(context, fragment.text);
}

/** Words of a fragment that name its matter, from the first noun to the last. */
function matterOf(words: readonly Word[]): Word[] {
  const isMatter = (word: Word): boolean => word.role === 'noun' || word.role === 'verb' || word.role === 'ordinal';
  const from = words.findIndex(isMatter);
  const to = words.findLastIndex(isMatter);
  return from < 0 ? [] : words.slice(from, to + 1);
}

function isAttributeOnly(matter: readonly Word[]): boolean {
  return matter.every(({ folded, role }) => ATTRIBUTE.test(folded) || role === 'glue') || ATTRIBUTE.test(textOf(matter).trim());
}

function askAttribute(before: readonly Word[], attribute: string): string {
  const context = contextOf(before, { roles: new Set(), hasMatter: false, isOfMeeting: false });
  const link = /[”"》上中]$/.test(context) ? '' : '的';
  const asks = WHO_ATTRIBUTE.test(attribute) ? '是谁' : /^(?:时间|日期|会期)$/.test(attribute) ? '是什么时候' : HOW_MANY_ATTRIBUTE.test(attribute) ? '是多少' : /^(?:遗留问题|遗留|后续工作|后续|待办|议题|议程)$/.test(attribute) ? '有哪些' : '是什么';
  return `${context}${context === '' ? '' : link}${attribute}${asks}？`;
}

function substituteOrdinal(before: readonly Word[], words: readonly Word[], ordinal: Word): string {
  const at = before.findIndex(({ role }) => role === 'ordinal');
  if (at >= 0) return before.map((word, index) => (index === at ? ordinal.text : word.text)).join('').trim();
  const context = contextOf(before, { roles: new Set(), hasMatter: false, isOfMeeting: false });
  return `${joinContext(context, textOf(words).trim())}是什么？`;
}

/** What a clause brings with it. */
function broughtBy(words: readonly Word[], before: readonly Word[]): Brought {
  const roles = new Set<Role>(words.flatMap(({ role }) => (ANCHOR_ROLES.has(role) ? [role] : [])));
  // Another year leaves the numbered session behind; a place named in passing (在朔城区) does not.
  if (roles.has('date')) roles.add('session');
  const asked = words.filter(({ role }) => role === 'asked').map(({ folded }) => folded).join(' ');
  if (/哪个(?:省|市|县|地方)|哪(?:省|市|县)/.test(asked)) roles.add('place');
  if (/哪一?次会|哪个会|什么会|哪场会/.test(asked)) for (const role of ['session', 'event', 'body'] as const) roles.add(role);
  const own = words.filter(({ role, folded }) => role === 'noun' && !GENERIC_HEAD.test(folded));
  const hasOwnMatter = own.length > 0 && !own.every(({ folded }) => ATTRIBUTE.test(folded) || leansOnContext(folded)) && startsWithMatter(words);
  const verbs = words.filter(({ role }) => role === 'verb').map(({ folded }) => folded);
  const isOfDocument = verbs.some((verb) => OF_DOCUMENT.test(verb)) && before.some(({ role }) => role === 'document');
  const isOfMeeting = own.length === 0 && (isOfDocument || (verbs.some((verb) => OF_MEETING.test(verb)) && before.some(({ role }) => role === 'session' || role === 'event' || role === 'date')));
  return { roles, hasMatter: hasOwnMatter && before.some(({ role }) => ANCHOR_ROLES.has(role)), isOfMeeting };
}

/** Words that need something before them to mean anything: 报告里, 年内. */
function leansOnContext(folded: string): boolean {
  return /^(?:报告|会议|会上|年内|年底|当年|全年|项目|建议|文件|方案|议题|一共|总共|全国|全市)$/.test(folded);
}

/** 提案的委员共有多少位 brings its subject; 增长了多少 and 投产几个 do not. */
function startsWithMatter(words: readonly Word[]): boolean {
  const first = words.find(({ role, folded }) => role !== 'glue' && !/^(?:年内|年底|当年|全年)$/.test(folded));
  return first?.role === 'noun' && !/^(?:增长|评价)$/.test(first.folded);
}

/** True when a clause says nothing but the earlier question again, with another date, session or name. */
function repeats(words: readonly Word[], before: readonly Word[]): boolean {
  const content = words.filter(({ role }) => role === 'noun' || role === 'verb');
  const anchors = words.filter(({ role }) => ANCHOR_ROLES.has(role));
  if (anchors.length === 0) return false;
  const asked = (of: readonly Word[]): string => of.filter(({ role }) => role === 'asked').map(({ folded }) => folded.slice(0, 1)).join();
  return content.every(({ folded }) => before.some((word) => word.folded.includes(folded))) && asked(words) === asked(before);
}

/** Whether a clause needs the conversation: it has no subject or no scope of its own, or shares its matter. */
export function leansOn(fragment: Fragment, earlier: string): boolean {
  if (fragment.isContinuing) return true;
  const { words } = fragment;
  const before = readQuestion(earlier);
  const content = words.filter(({ role, folded }) => (role === 'noun' || role === 'verb' || role === 'ordinal') && !/^(?:今天|明天|昨天)$/.test(folded));
  const anchors = words.filter(({ role }) => ANCHOR_ROLES.has(role));
  const first = words.find(({ role, folded }) => role !== 'glue' || /^(?:向|对|给|在|被|到|从)$/.test(folded));
  // 向市委报送的专报有几期: an address or a place comes first, who did it is unsaid.
  if (first?.role === 'glue' && words[words.indexOf(first) + 1]?.role !== 'event' && words[words.indexOf(first) + 1]?.role !== 'session') return true;
  const isDated = anchors.length > 0 && anchors.every(({ role }) => role === 'date');
  const shares = content.some(({ folded }) => folded.length > 1 && before.some((word) => word.folded.includes(folded)));
  if (anchors.length > 0 && !isDated) return repeats(words, before) && lacksObject(words);
  if (words.some(({ tag, folded }) => tag === 't' && /^(?:今天|明天|昨天|现在)$/.test(folded))) return false;
  const nouns = content.filter(({ role }) => role === 'noun' || role === 'ordinal');
  if (isDated) return nouns.length === 0 || (shares && nouns.length <= 3);
  if (!words.some(({ role }) => role === 'asked')) return false;
  return nouns.length === 0 || nouns.length <= 2 || shares;
}

function lacksObject(words: readonly Word[]): boolean {
  return !words.some(({ role }) => role === 'noun') && words.some(({ role, folded }) => role === 'asked' && /多少|几/.test(folded));
}
