import type { Brought } from './carry.js';
import type { Fragment } from './read-fragment.js';
import { ANCHOR_ROLES, type Role, type Word } from './word.js';
import { holds } from './replace-anchors.js';
import { ATTRIBUTE, GENERIC_HEAD } from './word-classes.js';

/** How much a question needs the conversation: `weak` may as well be meant without it. */
export type Leaning = 'none' | 'weak' | 'strong';

/** Verbs said of a meeting or a document as a whole. */
const OF_MEETING = /^(?:主持|召开|举行|开|开幕|闭幕|结束|参加|出席|列席|参会|与会|到会)$/;
const OF_DOCUMENT = /^(?:作|做|宣读|发布|印发|写|报道|起草)$/;
/** Prepositions whose noun is no subject. */
const OBLIQUE = /^(?:向|对|给|在|被|到|从|跟|比|较|为|去|来|往|同比|环比)$/;

/** What can be counted or named of anything decided or done. */
const BARE_COUNT = /^(?:赞成|反对|弃权|同意|票|总数|工期|费用|经费|资金|津贴|补贴|规模|名额|学制|年限|期限|实际|末班|首班)$/;

/** Longest clause, in words with meaning, that is taken to leave something unsaid without a word that says so. */
const MAX_WORDS = 4;

/** Whether a clause names its own meeting, document and subject, or leans on the conversation. */
export function leaningOf(fragment: Fragment, before: readonly Word[]): Leaning {
  const { words } = fragment;
  if (/[你您]|我(?!市|省|县|区|国|校|院|局)/.test(fragment.text)) return 'none';
  const own = anchorsOf(words);
  const nouns = matterWords(words);
  const content = words.filter(({ role }) => role === 'noun' || role === 'verb' || role === 'ordinal');
  const inPassing = words.filter(({ role }) => ANCHOR_ROLES.has(role)).length - own.length;
  const shared = content.filter(({ folded }) => folded.length > 1 && before.some((word) => (word.role === 'noun' || word.role === 'verb') && word.folded.includes(folded)));
  if (fragment.isContinuing) {
    const isOfKind = own.some(({ role }) => before.some((word) => holds(word, role)));
    return own.every(({ role }) => role === 'date' || role === 'session') || isOfKind || shared.length > 0 ? 'strong' : 'none';
  }
  if (content.length + inPassing > MAX_WORDS || !asksSomething(fragment) || /^(?:听说|据说|有人[说讲]|传说|核实)|今天|明天|昨天/.test(fragment.text)) return 'none';
  if (isBareSession(own, before) || (repeats(words, before) && lacksObject(words))) return 'strong';
  const hasScope = before.some(({ role }) => ANCHOR_ROLES.has(role));
  if (own.length > 0 && own.every(({ role, folded }) => role === 'quote' && !folded.startsWith('《'))) return before.some(({ role }) => role === 'date' || role === 'event' || role === 'body') ? 'weak' : 'none';
  // 建议报告后来报给谁了: a kind of document without whose it is.
  if (own.length > 0 && own.every(({ role, folded }) => role === 'document' && /^.{0,4}(?:报告|方案|意见|办法|决议)$/.test(folded)) && hasScope) return 'weak';
  if (own.some(({ role }) => role !== 'date' && role !== 'place')) return 'none';
  if (own.some(({ role }) => role === 'place')) return shared.length > 0 && hasScope ? 'strong' : 'none';
  // 哪位委员主张把旧码头改成书店 says enough to stand alone, 分布在哪些县区 does not.
  if (nouns.length === 0) return content.length + inPassing <= 2 || !hasScope ? 'strong' : 'weak';
  if (isIncomplete(nouns)) return 'strong';
  if (own.length > 0) return shared.length > 0 && hasScope ? 'strong' : 'none';
  if (shared.length > 0 && (hasScope ? askedOf(words) === askedOf(before) : shared[0] === content[0])) return 'strong';
  return 'weak';
}

/** 第四次会议 after 主席团第三次会议: the body is unsaid. */
function isBareSession(own: readonly Word[], before: readonly Word[]): boolean {
  const session = own[0];
  const number = /^第?[^届第]*次/;
  if (own.length !== 1 || session?.role !== 'session' || !number.test(session.folded)) return false;
  const at = before.findLastIndex(({ role }) => role === 'session');
  return at > 0 && before[at - 1]?.role === 'body' && number.test(before[at]?.folded ?? '') && before[at]?.folded.startsWith('第') === session.folded.startsWith('第');
}

/** What a clause brings with it. */
export function broughtBy(fragment: Fragment, before: readonly Word[]): Brought {
  const { words } = fragment;
  const roles = new Set<Role>(anchorsOf(words).map(({ role }) => role));
  // Another year leaves the numbered session behind; another body, meeting or person leaves all that belonged to the old one.
  if (roles.has('date')) roles.add('session');
  if (roles.has('body')) for (const role of ['place', 'session', 'event', 'document', 'person', 'quote'] as const) roles.add(role);
  if (roles.has('event') || roles.has('person')) for (const role of ANCHOR_ROLES) roles.add(role);
  if (roles.has('session')) for (const role of ['quote', 'document', 'person'] as const) roles.add(role);
  if (roles.has('document')) for (const role of ['quote', 'event', 'person'] as const) roles.add(role);
  const asked = words.filter(({ role }) => role === 'asked').map(({ folded }) => folded).join(' ');
  if (/哪一?个(?:省|市|县|地方)|哪(?:省|市|县)/.test(asked)) roles.add('place');
  if (/哪一?次会|哪个会|什么会|哪场会/.test(asked)) for (const role of ['session', 'event', 'body'] as const) roles.add(role);
  const nouns = matterWords(words);
  const hasOwnMatter = nouns.length > 0 && !isIncomplete(nouns);
  const verbs = words.filter(({ role }) => role === 'verb').map(({ folded }) => folded);
  const isOfDocument = verbs.some((verb) => OF_DOCUMENT.test(verb)) && before.some(({ role }) => role === 'document');
  const isOfMeeting = nouns.length === 0 && (isOfDocument || (verbs.some((verb) => OF_MEETING.test(verb)) && before.some(({ role }) => role === 'session' || role === 'event' || role === 'date')));
  return { roles, hasMatter: hasOwnMatter && !fragment.isPart && before.some(({ role }) => ANCHOR_ROLES.has(role)), isOfMeeting, isPart: fragment.isPart };
}

/** True when a clause says nothing but the earlier question again, with another date, session or name. */
export function repeats(words: readonly Word[], before: readonly Word[]): boolean {
  const content = words.filter(({ role }) => role === 'noun' || role === 'verb');
  const own = anchorsOf(words);
  if (own.length === 0 || own.some(({ role }) => /^(?:document|event|person|quote)$/.test(role)) || (content.length === 0 && own.some(({ role }) => role === 'body'))) return false;
  return content.every(({ folded }) => before.some((word) => word.folded === folded || (folded.length > 1 && word.folded.includes(folded)))) && askedOf(words) === askedOf(before);
}

/** Which kind of thing is asked, by the first characters of the question words; 几 and 多少 are one kind. */
function askedOf(words: readonly Word[]): string {
  return words.flatMap(({ role, folded }) => (role === 'asked' ? [/^几[月号日天]/.test(folded) ? 'when' : folded.slice(0, 1).replace('几', '多')] : [])).join();
}

/** Anchors that say where or of whom the question is; 在朔城区 and 向市委 only take part in what is asked. */
function anchorsOf(words: readonly Word[]): Word[] {
  return words.filter(({ role }, index) => ANCHOR_ROLES.has(role) && !(isOblique(words, index) && role !== 'event' && role !== 'session' && role !== 'quote'));
}

function isOblique(words: readonly Word[], index: number): boolean {
  let before = index - 1;
  while (words[before]?.folded === '、' || (before > 0 && ANCHOR_ROLES.has(words[before]?.role ?? 'glue'))) before--;
  return OBLIQUE.test(words[before]?.folded ?? '');
}

/** Nouns that may be the matter of a clause: those before the question word, or the thing counted behind it; what stands behind 哪些 and 谁 is part of the answer. */
function matterWords(words: readonly Word[]): Word[] {
  const asked = words.findIndex(({ role }) => role === 'asked');
  const all = words.filter(({ role, folded }, index) => (role === 'noun' || role === 'ordinal') && !GENERIC_HEAD.test(folded) && !/^(?:年内|年底|当年|全年|评价|同比|环比|实际|最终|到底|究竟)$/.test(folded) && !isOblique(words, index));
  const before = all.filter((word) => asked < 0 || words.indexOf(word) < asked);
  return before.length > 0 || /哪|谁/.test(words[asked]?.folded ?? '') ? before : all;
}

/** Nouns that need something before them to mean anything: 地址, 报告里, 第二个议题; not 市长候选人名单. */
function isIncomplete(nouns: readonly Word[]): boolean {
  const first = nouns[0];
  if (first === undefined) return false;
  if (nouns.every(({ folded }) => BARE_COUNT.test(folded))) return true;
  return first.role === 'ordinal' || /^(?:报告|会议|会上|会|文件|方案|总共)$/.test(first.folded) || nouns.every(({ folded }) => ATTRIBUTE.test(folded));
}

function lacksObject(words: readonly Word[]): boolean {
  return !words.some(({ role }) => role === 'noun') && words.some(({ role, folded }) => role === 'asked' && /多少|几/.test(folded));
}

function asksSomething({ words, text }: Fragment): boolean {
  return words.some(({ role }) => role === 'asked') || /[吗么没][?？。\s]*$/.test(text);
}
