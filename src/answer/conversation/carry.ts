import { ANCHOR_ROLES, type Role, type Word } from './read-question.js';
import { ATTRIBUTE } from './word-classes.js';

/** What a fragment brings or asks for itself, and so need not be carried. */
export interface Brought {
  roles: ReadonlySet<Role>;
  /** True when the fragment names a matter of its own. */
  hasMatter: boolean;
  /** True when the fragment speaks of the meeting or the document as such (谁主持的): topic and matter stay behind. */
  isOfMeeting: boolean;
}

/** The part of an earlier question that a later one leans on: its scope and matter, without what it asked of them. */
export function contextOf(words: readonly Word[], brought: Brought): string {
  const isKept = words.map((word, index) => keeps(word, index, words, brought));
  let text = '';
  let hasGap = false;
  let lastKept: Word | undefined;
  for (const [index, word] of words.entries()) {
    const isGlue = word.role === 'glue';
    const stays = isGlue ? joinsKept(words, isKept, index) : isKept[index] === true;
    if (!stays) {
      hasGap ||= !isGlue;
      continue;
    }
    if (hasGap && lastKept !== undefined && needsLink(lastKept, word)) text += '的';
    text += word.text;
    hasGap = false;
    if (!isGlue) lastKept = word;
  }
  return text.replace(/[的和与、由在是有，,\s]+$/, '').trim();
}

/** Appends a fragment to its context; words said twice at the joint are said once. */
export function joinContext(context: string, fragment: string): string {
  for (let length = Math.min(context.length, fragment.length); length >= 2; length--) {
    if (context.endsWith(fragment.slice(0, length))) return context + fragment.slice(length);
  }
  return context + fragment;
}

function keeps(word: Word, index: number, words: readonly Word[], brought: Brought): boolean {
  if (word.role === 'asked' || word.role === 'glue') return false;
  if (brought.isOfMeeting && (word.role === 'quote' || word.role === 'noun' || word.role === 'ordinal') && !isMeetingWord(word, index, words)) return false;
  if (brought.roles.has(word.role)) return false;
  if (ANCHOR_ROLES.has(word.role)) return true;
  if (word.role === 'verb') return modifiesNoun(index, words) && !brought.hasMatter;
  if (brought.hasMatter) return isMeetingWord(word, index, words);
  return !isAttribute(index, words);
}

/** The bare 会议 or 例会 behind a named body or date. */
function isMeetingWord(word: Word, index: number, words: readonly Word[]): boolean {
  return /^(?:会议|例会|会|大会|周会|会上|全国|全市|全省)$/.test(word.folded) && (index === 0 || ANCHOR_ROLES.has(words[index - 1]?.role ?? 'glue') || /^的$/.test(words[index - 1]?.folded ?? ''));
}

/** 立案的提案: the verb tells which noun; 推进多少个: it tells what was asked. */
function modifiesNoun(index: number, words: readonly Word[]): boolean {
  for (let next = index + 1; next < words.length; next++) {
    const word = words[next] as Word;
    if (word.role === 'asked') return false;
    if (word.folded === '的') return words[next + 1] !== undefined && words[next + 1]?.role !== 'glue' && words[next + 1]?.role !== 'asked';
  }
  return false;
}

/** What was asked of the thing (地址, 结论) at the end of its name. */
function isAttribute(index: number, words: readonly Word[]): boolean {
  const word = words[index] as Word;
  if (!ATTRIBUTE.test(word.folded)) return false;
  const next = words.slice(index + 1).find(({ role, folded }) => role !== 'glue' || !/^[是有在为的了？?]$/.test(folded));
  const isBehindQuantity = words.slice(0, index).some(({ role, folded }) => role === 'asked' && /哪些|多少|几/.test(folded));
  return index > 0 && (next === undefined || next.role === 'asked' || next.folded === '与' || next.folded === '和') && !isBehindQuantity;
}

function joinsKept(words: readonly Word[], isKept: readonly boolean[], index: number): boolean {
  const before = words.slice(0, index).findLastIndex(({ role }) => role !== 'glue');
  const after = words.findIndex(({ role }, at) => at > index && role !== 'glue');
  const isClosing = /^[上中里]$/.test(words[index]?.folded ?? '') && before >= 0 && isKept[before] === true;
  return isClosing || (before >= 0 && after >= 0 && isKept[before] === true && isKept[after] === true && !/^[了过是有着]$/.test(words[index]?.folded ?? ''));
}

function needsLink(left: Word, right: Word): boolean {
  return right.role === 'noun' && left.role !== 'date' && left.role !== 'quote';
}

