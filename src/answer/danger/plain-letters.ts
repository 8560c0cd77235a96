import { fold, visibleText } from '../../language/fold.js';

/** A text without what is put between and on letters so that nobody finds a word. */
export interface PlainLetters {
  /** Chinese clause by clause: script and width folded, whatever stands between two characters gone. */
  clauses: string[];
  /** English in small letters and single spaces, without apostrophes. */
  english: string;
  /** The same without spaces, where single letters were spaced out; else empty. */
  joined: string;
}

/** Letters of other alphabets that look like Latin ones. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { а: 'a', е: 'e', і: 'i', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', к: 'k', м: 'm', т: 't', ѕ: 's', ԁ: 'd', α: 'a', ο: 'o', ε: 'e', ι: 'i', κ: 'k', ν: 'v', υ: 'u' };
/** Digits and signs that stand for letters inside a word. */
const LEET: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i', '*': '' };
const CLAUSE_END = /[。！？；，!?;,\n…~～]+|(?<=\p{Script=Han})\s{2,}(?=\p{Script=Han})/u;
/** Three letters or more, one at a time. */
const SPACED_OUT = /(?<![a-z])(?:[a-z] ){2,}[a-z](?![a-z])/;

export function plainLetters(text: string): PlainLetters {
  const folded = fold(visibleText(text));
  const english = folded
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u0370-\u052f]/gu, (letter) => LOOK_ALIKES[letter] ?? letter)
    .replace(/[a-z0-9@$!*]*[a-z][a-z0-9@$!*]*/g, (word) => word.replace(/[013457@$*]|!(?=[a-z])/g, (sign) => LEET[sign] ?? sign))
    .replace(/['’`´]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return { clauses: clausesOf(folded), english, joined: SPACED_OUT.test(english) ? english.replaceAll(' ', '') : '' };
}

function clausesOf(folded: string): string[] {
  const clauses: string[] = [];
  let isBroken = false;
  for (const part of folded.split(CLAUSE_END)) {
    const clause = part.replace(/[^\p{L}\p{N}]/gu, '');
    if (clause === '') continue;
    // 我，不，想，活，了: marks between all characters end nothing.
    if (isBroken && [...clause].length <= 2) clauses.push((clauses.pop() ?? '') + clause);
    else clauses.push(clause);
    isBroken = [...clause].length === 1;
  }
  return clauses;
}
