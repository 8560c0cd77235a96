import { findPeople } from '../../language/people.js';
import { findQuarters } from '../../language/quarters.js';
import type { Role, Word } from './word.js';
import { BODY_END, DOCUMENT_END, EVENT_END } from './word-classes.js';

/** What a name may be made of, seen from its last word leftwards. */
const NAME_PART: ReadonlySet<Role> = new Set<Role>(['noun', 'place', 'session', 'body', 'event', 'document']);

/** Joins the words of persons, bodies, meetings and documents: 交通银行 + 朔州 + 经济 + 开发区 + 支行 is one name. */
export function markNames(words: readonly Word[]): Word[] {
  let marked = joinPersons(words);
  marked = joinNames(marked, BODY_END, 'body', ['noun', 'place', 'body']);
  marked = joinNames(marked, DOCUMENT_END, 'document', ['noun', 'place', 'body']);
  return joinNames(marked, EVENT_END, 'event', ['noun', 'place']);
}

/** True when the word may belong to a name to its right. */
export function isNamePart(word: Word): boolean {
  return NAME_PART.has(word.role);
}

function joinPersons(words: readonly Word[]): Word[] {
  let result = [...words];
  const text = words.map(({ folded }) => folded).join('');
  for (const name of new Set([...findPeople(text).map((person) => person.name), ...findQuarters(text)])) result = joinSpelled(result, name);
  return result;
}

/** Joins the run of words that spells the name exactly. */
function joinSpelled(words: readonly Word[], name: string): Word[] {
  for (let from = 0; from < words.length; from++) {
    let spelled = '';
    for (let to = from; to < words.length && spelled.length < name.length; to++) {
      spelled += words[to]?.folded ?? '';
      // 张家坪村 is a village, no 张家.
      const behind = words.slice(to + 1, to + 3).map(({ folded }) => folded).join('');
      if (spelled === name && /^[\u3400-\u9fff]?[村镇乡湾沟庄屯]/.test(behind)) return [...words];
      if (spelled === name) return [...words.slice(0, from), joined(words.slice(from, to + 1), 'person'), ...words.slice(to + 1)];
    }
  }
  return [...words];
}

function joinNames(words: readonly Word[], end: RegExp, role: Role, parts: readonly Role[]): Word[] {
  const result: Word[] = [];
  for (const [index, word] of words.entries()) {
    // 报告了几次 tells what was done.
    const isDone = /^[了过]$/.test(words[index + 1]?.folded ?? '');
    if (isDone || !isNamePart(word) || !end.test(word.folded) || word.role === 'session') {
      result.push(word);
      continue;
    }
    let from = result.length;
    while (from > 0 && isJoinable(result[from - 1], result[from - 2], parts)) from--;
    const run = [...result.splice(from), word];
    while (run[0]?.folded.trim() === '') result.push(run.shift() as Word);
    // A lone kind word (报告, 会议) names nothing by itself.
    const isNamed = run.length > 1 || word.folded.length > 2 || (role === 'body' && word.folded.length > 1);
    if (isNamed) result.push(joined(run, role));
    else result.push(...run);
  }
  return result;
}

function isJoinable(word: Word | undefined, before: Word | undefined, parts: readonly Role[]): boolean {
  if (word === undefined) return false;
  if (parts.includes(word.role)) return true;
  // White space inside a Latin name: OpenHarmony PMC.
  return word.folded.trim() === '' && before !== undefined && /[a-z0-9]$/.test(before.folded);
}

function joined(run: readonly Word[], role: Role): Word {
  return { text: run.map(({ text }) => text).join(''), folded: run.map(({ folded }) => folded).join(''), tag: 'name', role, inner: run };
}
