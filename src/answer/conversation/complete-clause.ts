import { contextOf, joinContext } from './carry.js';
import { broughtBy, repeats } from './leaning.js';
import type { Fragment } from './read-fragment.js';
import { readQuestion, textOf } from './read-question.js';
import { ANCHOR_ROLES, type Word } from './word.js';
import { replaceAnchors } from './replace-anchors.js';

/** Question words that may take each other's place: 谁作的, then 什么时候. */
const ADVERBIAL = /^(?:谁|什么时候|何时|啥时候|哪天|哪一天|哪年|哪里|哪儿|哪|为什么|为何|怎么)$/;

/** Completes a clause that lacks its scope or its subject, by what the earlier question was about. */
export function completeClause(fragment: Fragment, earlier: string): string {
  const before = readQuestion(earlier);
  if (repeats(fragment.words, before)) return textOf(replaceAnchors(before, fragment.words.filter(({ role }) => ANCHOR_ROLES.has(role)))).trim();
  const asked = fragment.words.filter(({ role }) => role === 'asked');
  if (asked.length === 1 && fragment.words.every(({ role }) => role === 'asked' || role === 'glue')) {
    const at = before.findIndex(({ role, folded }) => role === 'asked' && ADVERBIAL.test(folded));
    if (at >= 0 && ADVERBIAL.test(asked[0]?.folded ?? '')) return textOf(before.map((word, index) => (index === at ? (asked[0] as Word) : word))).trim();
  }
  const context = contextOf(before, broughtBy(fragment, before));
  const counted = withoutCounted(context, fragment.words);
  if (isNounJoint(counted, fragment.words) && joinContext(counted, fragment.text) === counted + fragment.text) return `${counted}的${fragment.text}`;
  return joinContext(counted, fragment.text);
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
