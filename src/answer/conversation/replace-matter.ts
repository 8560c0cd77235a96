import { RATE_HEAD, GENERIC_HEAD } from './word-classes.js';
import { matterRuns, type Run } from './runs.js';
import { textOf } from './read-question.js';
import type { Word } from './word.js';

/** The stretch of the earlier question that the new matter stands for, and what it keeps. */
interface Place {
  from: number;
  to: number;
  likeness: number;
  /** The head stays as it is, the new words stand before it with 的. */
  isNarrowing: boolean;
}

const LINK: Word = { text: '的', folded: '的', tag: 'uj', role: 'glue' };

/**
 * Puts a new matter in the place of the one it is like: the same head (提案 ← 集体提案), the same ending (工业 ← 制造业),
 * else what the earlier question was about. `isModifier`: the fragment ended in 的, so the head of the old matter stays.
 */
export function replaceMatter(words: readonly Word[], matter: readonly Word[], isModifier: boolean): Word[] {
  const name = textOf(matter).trim();
  const fresh: Word = { text: name, folded: name.toLowerCase(), tag: 'n', role: 'noun' };
  const twin = numberedTwin(words, matter);
  if (twin !== null) return twin;
  const runs = matterRuns(words);
  const places = runs.map((run) => placeIn(run, words, matter, isModifier)).map((place, index) => ({ ...place, likeness: place.likeness + nearness(words, runs[index] as Run) }));
  const best = places.sort((a, b) => b.likeness - a.likeness)[0];
  const quote = words.findIndex(({ role, folded }) => role === 'quote' && !folded.startsWith('《'));
  if (quote >= 0 && (best === undefined || best.likeness < 2)) return words.map((word, index) => (index === quote ? { ...fresh, text: `“${name}”`, role: 'quote' as const } : word));
  if (best === undefined) {
    const asked = words.findIndex(({ role }) => role === 'asked' || role === 'verb');
    const at = asked < 0 ? words.length : asked;
    return [...words.slice(0, at), fresh, ...words.slice(at)];
  }
  // 改扩建的 says which of the old things, and says so with 的.
  if (best.isNarrowing) return [...words.slice(0, best.from), fresh, LINK, ...words.slice(best.to)];
  // The old matter was nothing but a generic head (预期目标): the new one narrows it.
  if (best.from === best.to) return [...words.slice(0, best.from), fresh, LINK, ...words.slice(best.to)];
  return [...words.slice(0, best.from), fresh, ...words.slice(best.to)];
}

/** 方案二 takes the place of 方案一, wherever it stands. */
function numberedTwin(words: readonly Word[], matter: readonly Word[]): Word[] | null {
  const number = /^[一二三四五六七八九十\d]+$/;
  const [kind, fresh] = matter;
  if (matter.length !== 2 || fresh === undefined || !number.test(fresh.folded)) return null;
  const at = words.findIndex(({ folded }, index) => folded === kind?.folded && number.test(words[index + 1]?.folded ?? ''));
  return at < 0 ? null : words.map((word, index) => (index === at + 1 ? fresh : word));
}

function placeIn(run: Run, words: readonly Word[], matter: readonly Word[], isModifier: boolean): Place {
  const core = words.slice(run.from, run.headAt);
  const last = matter.at(-1)?.folded ?? '';
  for (const [depth, word] of [...core].reverse().entries()) {
    const likeness = endLikeness(word.folded, last);
    // A like word inside the run ends the part that is replaced: 经济建设|类提案 ← 社会建设.
    if (likeness > 0) return { from: run.from, to: run.headAt - depth, likeness: likeness + 1, isNarrowing: false };
  }
  const joint = core.findLastIndex(({ folded }) => folded === '的');
  if (isModifier && joint > 0) return { from: run.from, to: run.from + joint, likeness: 1.2, isNarrowing: false };
  if (isModifier && core.length > 0) return { from: run.from, to: run.headAt - 1, likeness: core.length > 1 ? 1 : 0.1, isNarrowing: true };
  // 粮食产量目标 brings its own head; 城镇新增就业 keeps 预期目标, but not the 增长 before it.
  const heads = words.slice(run.headAt, run.to);
  const bringsHead = GENERIC_HEAD.test(last) && !RATE_HEAD.test(last);
  const rates = heads.findIndex(({ folded }) => !RATE_HEAD.test(folded));
  return { from: run.from, to: bringsHead ? run.to : run.headAt + Math.max(0, core.length === 0 ? 0 : rates), likeness: 0, isNarrowing: false };
}

/** 3 for the same word, 2 for the same last two characters, 1 for the same last character of two words. */
function endLikeness(a: string, b: string): number {
  if (!/[\p{L}\p{N}]/u.test(a)) return 0;
  if (a === b) return 3;
  const stem = /^(.{2,})[一二三四五六七八九十\d]$/;
  if (stem.exec(a)?.[1] !== undefined && stem.exec(a)?.[1] === stem.exec(b)?.[1]) return 3;
  if (a.length >= 2 && b.length >= 2 && a.slice(-2) === b.slice(-2)) return 2;
  return a.length >= 2 && b.length >= 2 && a.slice(-1) === b.slice(-1) ? 1 : 0;
}

/** What stands right behind the quantity asked (多少件提案), or else right before it, is what the question was about. */
function nearness(words: readonly Word[], run: Run): number {
  const asked = words.findIndex(({ role }) => role === 'asked');
  if (asked < 0) return run.from / words.length;
  if (run.from === asked + 1) return GENERIC_HEAD.test(words[run.from]?.folded ?? '') ? 0.1 : 0.9;
  return run.to <= asked ? 0.5 + run.to / words.length / 4 : 0.2;
}
