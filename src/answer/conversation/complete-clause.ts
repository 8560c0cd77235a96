import { contextOf, joinContext } from './carry.js';
import { broughtBy, repeats } from './leaning.js';
import type { Fragment } from './read-fragment.js';
import { meetingIn } from './meeting-in.js';
import { readQuestion, textOf } from './read-question.js';
import { ANCHOR_ROLES, type Word } from './word.js';
import { replaceAnchors } from './replace-anchors.js';

/** Question words that may take each other's place: 谁作的, then 什么时候. */
const ADVERBIAL = /^(?:谁|什么时候|何时|啥时候|哪天|哪一天|哪年|哪里|哪儿|哪|为什么|为何|怎么)$/;

/** Completes a clause that lacks its scope or its subject, by what the earlier question was about. */
export function completeClause(fragment: Fragment, earlier: string): string {
  const before = readQuestion(earlier);
  if (repeats(fragment.words, before)) return textOf(replaceAnchors(before, fragment.words.filter(({ role }) => ANCHOR_ROLES.has(role)))).trim();
  const ofDay = askedOfDay(fragment, before);
  if (ofDay !== null) return ofDay;
  const asked = fragment.words.filter(({ role }) => role === 'asked');
  const done = isCountOfDeed(fragment.words) && !fragment.isPart ? deedReplaced(before, fragment.words) : null;
  if (done !== null) return done;
  if (asked.length === 1 && fragment.words.every(({ role }) => role === 'asked' || role === 'glue')) {
    const at = before.findIndex(({ role, folded }) => role === 'asked' && ADVERBIAL.test(folded));
    if (at >= 0 && ADVERBIAL.test(asked[0]?.folded ?? '')) return textOf(before.map((word, index) => (index === at ? (asked[0] as Word) : word))).trim();
  }
  // 实际完成多少 asks for the result beside the target.
  const isResult = fragment.words.some(({ folded }) => /^(?:实际|完成|实现|达到|最终|到底)$/.test(folded));
  const untargeted = isResult ? before.filter(({ folded }, index) => !/^(?:目标|预期目标|预期|计划)$/.test(folded) && !(folded === '的' && /^(?:目标|预期目标|预期|计划)$/.test(before[index + 1]?.folded ?? ''))) : before;
  const context = contextOf(untargeted, broughtBy(fragment, before));
  const counted = withoutCounted(context, fragment.words);
  if (isNounJoint(counted, fragment.words) && joinContext(counted, fragment.text) === counted + fragment.text) return `${counted}的${fragment.text}`;
  return joinContext(counted, fragment.text);
}

/** 9月7日那次会议讨论了什么: the meeting of the same body on that day. */
function askedOfDay({ words, text }: Fragment, before: readonly Word[]): string | null {
  const [day] = words;
  const match = /^(?:的?(?:那|这)[次场个])?(?:的)?(?:会议|例会|大会|会)(?:上)?/.exec(text.slice(day?.text.length ?? 0));
  if (day?.role !== 'date' || match === null || !before.some(({ role }) => role === 'date')) return null;
  const meeting = meetingIn(replaceAnchors(before, [day]));
  return meeting === '' ? null : `${meeting}${match[0].endsWith("上") ? '上' : ''}${text.slice(day.text.length + match[0].length)}`;
}

/** 立案多少, 采用了几篇: a deed and how many, without the thing. */
function isCountOfDeed(words: readonly Word[]): boolean {
  const says = words.filter(({ role }) => role !== 'glue');
  return says.length === 2 && says[0]?.role === 'verb' && says[1]?.role === 'asked' && /^(?:多少|几)/.test(says[1].folded);
}

/** 收到提案多少件 with 立案多少 is 立案提案多少件; null where the earlier question counts no deed. */
function deedReplaced(before: readonly Word[], words: readonly Word[]): string | null {
  const asked = before.findIndex(({ role, folded }) => role === 'asked' && /^(?:多少|几)/.test(folded));
  const at = before.findLastIndex(({ role }, index) => role === 'verb' && index < asked);
  const verb = words.find(({ role }) => role === 'verb');
  if (asked < 0 || at < 0 || verb === undefined || !before.some(({ role }, index) => role === 'noun' && index > at)) return null;
  return textOf(before.map((word, index) => (index === at ? verb : word))).trim();
}

/** 讨论的议题 before 第二个议题: the ordinal picks one of them, so they are named once. */
function withoutCounted(context: string, words: readonly Word[]): string {
  const at = words.findIndex(({ role }) => role === 'ordinal');
  const counted = words[at + 1]?.text ?? '';
  return at === 0 && counted !== '' && context.endsWith(counted) ? context.slice(0, -counted.length) : context;
}

/** A name and a noun side by side would be read as one compound. */
function isNounJoint(context: string, words: readonly Word[]): boolean {
  const first = words.find(({ folded }) => folded.trim() !== '');
  const isNoun = first?.role === 'noun' && !/^(?:增长|评价|年内|年底|当年|全年|会上|同比|环比)$/.test(first.folded);
  return isNoun && context !== '' && !/(?:[上中里的”"》，,、]|年)$/.test(context);
}
