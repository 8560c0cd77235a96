import { ANCHOR_ROLES, type Role, type Word } from './word.js';
import { ATTRIBUTE } from './word-classes.js';

/** What a fragment brings or asks for itself, and so need not be carried. */
export interface Brought {
  roles: ReadonlySet<Role>;
  /** True when the fragment names a matter of its own. */
  hasMatter: boolean;
  /** True when the fragment speaks of the meeting or the document as such (谁主持的): topic and matter stay behind. */
  isOfMeeting: boolean;
  /** True when the fragment asks for a part: what was done to the whole (收到, 立案) stays with it. */
  isPart: boolean;
}

export const BRINGS_NOTHING: Brought = { roles: new Set(), hasMatter: false, isOfMeeting: false, isPart: false };

/** The part of an earlier question that a later one leans on: its scope and matter, without what it asked of them. */
export function contextOf(words: readonly Word[], brought: Brought): string {
  const ordered = brought.isPart ? verbBeforeMatter(words) : words;
  const isKept = ordered.map((_, index) => keeps(index, ordered, brought));
  let text = '';
  let hasGap = false;
  let lastKept: Word | undefined;
  for (const [index, word] of ordered.entries()) {
    const isGlue = word.role === 'glue';
    if (!(isGlue ? joinsKept(ordered, isKept, index) : isKept[index] === true)) {
      hasGap ||= !isGlue;
      continue;
    }
    if (hasGap && lastKept !== undefined && needsLink(lastKept, word, text)) text += '的';
    text += partsKept(word, brought);
    hasGap = false;
    if (!isGlue) lastKept = word;
  }
  const trimmed = text.replace(/(?:[的和与、由在是有，,\s])+$/, '').trim();
  return brought.isPart && trimmed !== '' ? `${trimmed}中` : trimmed;
}

/** Appends a fragment to its context; words said twice at the joint are said once. */
export function joinContext(context: string, fragment: string): string {
  for (let length = Math.min(context.length, fragment.length); length >= 2; length--) {
    if (context.endsWith(fragment.slice(0, length))) return context + fragment.slice(length);
  }
  return context + fragment;
}

function keeps(index: number, words: readonly Word[], brought: Brought): boolean {
  const word = words[index] as Word;
  if (word.role === 'asked' || word.role === 'glue' || brought.roles.has(word.role)) return false;
  // 澜桥|市第六届人大: the name of the town belongs to its session.
  const session = words[index + 1];
  if (word.role === 'noun' && session?.role === 'session' && /^[市省县区]/.test(session.folded)) return !brought.roles.has('session');
  if (brought.isOfMeeting && /^(?:quote|noun|ordinal)$/.test(word.role)) return isMeetingWord(index, words);
  if (ANCHOR_ROLES.has(word.role)) return true;
  if (word.role === 'verb') return modifiesKept(index, words, brought);
  if (brought.hasMatter) return isMeetingWord(index, words);
  return !isAttribute(index, words) && !isObjectOfWho(index, words) && !isDeedAsked(index, words);
}

/** The bare 会议 or 例会 behind a named body or date. */
function isMeetingWord(index: number, words: readonly Word[]): boolean {
  const before = words[index - 1];
  return /^(?:会议|例会|会|大会|周会|会上)$/.test(words[index]?.folded ?? '') && (before === undefined || ANCHOR_ROLES.has(before.role) || before.folded === '的');
}

/** 立案的提案: the verb tells which noun; 推进多少个: it tells what was asked. */
function modifiesKept(index: number, words: readonly Word[], brought: Brought): boolean {
  const asked = words.findIndex(({ role }) => role === 'asked');
  // 加装电梯谁负责: what is to be done is the matter, what was asked has a verb of its own.
  if (asked > index + 1 && words[index + 1]?.role === 'noun' && words[index]?.folded.length !== 1 && words.slice(asked + 1).some(({ role }) => role === 'verb')) return keeps(index + 1, words, brought);
  for (let next = index + 1; next < words.length; next++) {
    const word = words[next] as Word;
    if (word.role === 'asked') return false;
    if (word.role === 'quote') return next === index + 1 && keeps(next, words, brought);
    if (word.folded === '的') return words[next + 1] !== undefined && keeps(next + 1, words, brought);
  }
  return false;
}

/** 申报什么, 建设哪些: what is done to what is asked for, though the dictionary knows it as a noun too. */
function isDeedAsked(index: number, words: readonly Word[]): boolean {
  return index > 0 && words[index]?.tag === 'vn' && /^(?:什么|哪些|啥)/.test(words[index + 1]?.role === 'asked' ? (words[index + 1]?.folded ?? '') : '');
}

/** What was asked of the thing (地址 in 地址在哪, 结论 in 结论是什么), not part of its name. */
function isAttribute(index: number, words: readonly Word[]): boolean {
  if (index === 0 || !ATTRIBUTE.test(words[index]?.folded ?? '')) return false;
  const rest = words.slice(index + 1).filter(({ role, folded }) => role !== 'glue' && !ATTRIBUTE.test(folded));
  return rest.length === 0 || (rest[0]?.role === 'asked' && !rest.some(({ role }) => role === 'verb'));
}

/** 谁讲了话, 几月份组成调研组: what stands behind the verb belongs to what was asked. */
function isObjectOfWho(index: number, words: readonly Word[]): boolean {
  const asked = words.findIndex(({ role, folded }) => role === 'asked' && /谁|哪一?位|何人|时候|何时|哪天|哪年|几月|几号|哪里|哪儿/.test(folded));
  return asked > 0 && asked < index && ((words[asked]?.folded ?? '').includes('谁') || words.slice(asked, index).some(({ role }) => role === 'verb'));
}

/** 收到多少件提案 and 提案立案了多少件 both become 收到的提案, 立案的提案. */
function verbBeforeMatter(words: readonly Word[]): readonly Word[] {
  const asked = words.findIndex(({ role }) => role === 'asked');
  const verb = words.findLastIndex(({ role }, index) => role === 'verb' && index < (asked < 0 ? words.length : asked));
  if (verb < 0 || words[verb]?.folded.length === 1 || words.slice(verb).some(({ folded }) => folded === '的')) return words;
  const rest = words.filter((_, index) => index !== verb);
  const lastAnchor = rest.findLastIndex(({ role }) => ANCHOR_ROLES.has(role) && role !== 'quote');
  let at = lastAnchor + 1;
  while (rest[at] !== undefined && /^[的上中里，,]$/.test(rest[at]?.folded ?? '')) at++;
  const link: Word = { text: '的', folded: '的', tag: 'uj', role: 'glue' };
  const matter = rest.slice(at).filter(({ role }) => role !== 'asked' && role !== 'glue');
  return matter.length === 0 ? words : [...rest.slice(0, at), words[verb] as Word, link, ...rest.slice(at).filter(({ role, folded }) => role === 'noun' || role === 'ordinal' || folded === '的'), ...rest.slice(at).filter(({ role }) => role === 'asked')];
}

function joinsKept(words: readonly Word[], isKept: readonly boolean[], index: number): boolean {
  const before = words.slice(0, index).findLastIndex(({ role }) => role !== 'glue');
  const after = words.findIndex(({ role }, at) => at > index && role !== 'glue');
  const { folded } = words[index] as Word;
  if (/^[上中里]$/.test(folded) && before >= 0 && isKept[before] === true) return true;
  return before >= 0 && after >= 0 && isKept[before] === true && isKept[after] === true && !/^(?:[了过是有着]|[?？。！!])$/.test(folded);
}

function needsLink(left: Word, right: Word, text: string): boolean {
  return right.role === 'noun' && left.role !== 'date' && left.role !== 'quote' && !/[上中里，,]$/.test(text);
}

/** A name without the part that the fragment brings or asks for: 哪个省最高 drops 山西省 from 山西省政府工作报告. */
function partsKept(word: Word, { roles }: Brought): string {
  const inner = word.inner?.filter(({ role }) => !roles.has(role)) ?? [];
  return inner.length === 0 || inner.length === word.inner?.length ? word.text : inner.map(({ text }) => text).join('');
}
