import { measureOf } from './english-terms.js';
import { isNounish, type Item } from './item.js';

/** A noun phrase, a verb or a linking word of a clause, in the order of the question. */
export interface Part {
  kind: 'noun' | 'verb' | 'be' | 'aux' | 'ask' | 'and';
  zh: string;
  /** The noun a phrase is about, the verb, the question word. */
  head: Item | null;
  /** Who does it: by the committee. */
  agent: string;
}

export interface Clause {
  parts: Part[];
  /** Times, meetings and other circumstances, in the order in which Chinese puts them in front. */
  circumstances: string;
}

const CIRCUMSTANCE = new Set(['at', 'during', 'since', 'until', 'before', 'after', 'behind', 'as', 'via', 'with', 'into', 'through', 'against']);
const TOPIC = new Set(['about', 'regarding', 'concerning']);
/** Heads that records write as one word with what they measure: 进出口总额. */
const COMPOUNDING = /^(?:总额|产量|产值|总产值|面积|覆盖率|失业率)$/;
const MEETING = /会议|全会|大会|例会|两会|座谈会$/;

/** Reads noun phrases with what is attached to them, verbs, and circumstances out of a row of items. */
export function readClause(items: readonly Item[]): Clause {
  const parts: Part[] = [];
  const times: string[] = [];
  const others: string[] = [];
  const put = (zh: string, isTime: boolean): void => {
    if (zh === '') return;
    if (isTime) times.push(zh);
    else others.unshift(zh);
  };
  let at = 0;
  while (at < items.length) {
    const item = items[at] as Item;
    if (item.kind === 'prep' && items[at + 1]?.kind === 'ask') {
      parts.push({ kind: 'ask', zh: item.zh === 'by' ? 'by' : '', head: items[at + 1] ?? null, agent: '' });
      at += 2;
    } else if (item.kind === 'prep') {
      const phrase = readNoun(items, at + 1, put);
      at = phrase.next;
      if (phrase.zh !== '') attach(item.zh, phrase, parts, put);
    } else if (isNounish(item) || item.kind === 'det') {
      const phrase = readNoun(items, at, put);
      at = phrase.next;
      if (phrase.zh === '第一' && phrase.head?.kind === 'ordinal') put('首先', false);
      else if (phrase.zh !== '') parts.push({ kind: 'noun', zh: phrase.zh, head: phrase.head, agent: '' });
    } else {
      if (item.kind === 'not' && items[at + 1]?.kind === 'verb') parts.push({ kind: 'verb', zh: `未${items[++at]?.zh ?? ''}`, head: items[at] ?? null, agent: '' });
      else if (item.kind === 'verb' && parts.at(-1)?.kind === 'verb' && (items[at - 1]?.zh === 'to' || (items[at - 1]?.kind === 'verb' && item.form === 'base'))) join(parts.at(-1), item);
      else if (item.kind === 'verb' || item.kind === 'be' || item.kind === 'aux' || item.kind === 'ask' || item.kind === 'and') parts.push({ kind: item.kind, zh: item.zh, head: item, agent: '' });
      else if (item.kind === 'not') parts.push({ kind: 'aux', zh: '未', head: item, agent: '' });
      at++;
    }
  }
  return { parts, circumstances: [...times, ...others].join(' ') };
}

/** expected to grow, plan to build: one verb. */
function join(verb: Part | undefined, item: Item): void {
  if (verb !== undefined) Object.assign(verb, { zh: verb.zh + item.zh, head: item });
}

interface NounPhrase {
  zh: string;
  head: Item | null;
  next: number;
}

/** One noun phrase without its of-chain; times in it go to the front of the sentence. */
function readNoun(items: readonly Item[], from: number, put: (zh: string, isTime: boolean) => void): NounPhrase {
  const words: Item[] = [];
  let zh = '';
  let counted = 0;
  let at = from;
  for (; at < items.length; at++) {
    const item = items[at] as Item;
    if (item.kind === 'det') {
      if (words.length > 0 && words.at(-1)?.kind !== 'modifier') break;
      continue;
    }
    if (item.kind === 'possessive') {
      zh += '的';
      continue;
    }
    if (item.kind === 'and' || (item.kind === 'mark' && item.zh === ',')) {
      const following = items[at + 1]?.kind === 'and' ? items[at + 2] : items[at + 1];
      const isList = words.length > 0 && (isNounish(following) || (following?.kind === 'det' && item.kind === 'and')) && (item.kind === 'and' || listGoesOn(items, at));
      if (!isList) break;
      if (!/[和、]$/.test(zh)) zh += item.kind === 'and' ? '和' : '、';
      continue;
    }
    if (!isNounish(item)) {
      // planned investment, filed proposals, planting trees: a participle in front of its noun.
      const isParticiple = item.kind === 'verb' && item.form === 'ed' && isNounish(items[at + 1]) && (words.length === 0 || words.at(-1)?.kind === 'number' || words.at(-1)?.kind === 'modifier') && hasOpening(items, at, from);
      const isGerund = item.kind === 'verb' && item.form === 'ing' && words.length === 0 && at > from - 1 && items[at - 1]?.kind === 'prep';
      if (!isParticiple && !isGerund) break;
      words.push(item);
      zh += item.zh;
      continue;
    }
    // the postcode of the bank 036000: the number is what is said of it
    if (item.kind === 'number' && words.length > 0 && words.at(-1)?.kind !== 'number' && words.at(-1)?.kind !== 'modifier' && !isNounish(items[at + 1])) break;
    if (item.kind === 'time') {
      put(item.zh, true);
      words.push(item);
      continue;
    }
    const previous = words.at(-1);
    if (previous?.kind === 'number' && item.kind !== 'unit' && item.kind !== 'number') counted = zh.length;
    zh += joint(zh, item) + item.zh;
    words.push(item);
  }
  // the expected growth target: Chinese puts 预期 beside 目标
  zh = zh.replace(/^预期(.+)目标$/, '$1预期目标');
  const head = words.findLast(({ kind }) => kind !== 'time') ?? null;
  if (counted > 0) zh = zh.slice(0, counted) + measureOf(zh) + zh.slice(counted);
  return { zh, head, next: Math.max(at, from) };
}

function hasOpening(items: readonly Item[], at: number, from: number): boolean {
  return at > from || items[at - 1]?.kind === 'det' || items[at - 1]?.kind === 'prep' || items[at - 1]?.kind === 'number';
}

/** A comma joins a list only where an "and" comes later in the same list. */
function listGoesOn(items: readonly Item[], at: number): boolean {
  for (let index = at + 1; index < items.length; index++) {
    const item = items[index] as Item;
    if (item.kind === 'and') return true;
    if (!isNounish(item) && item.kind !== 'det' && item.zh !== ',') return false;
  }
  return false;
}

/** Latin words keep their space. */
function joint(before: string, item: Item): string {
  return /[\w.%]$/.test(before) && /^[\w]/.test(item.zh) ? ' ' : '';
}

/** Where what follows a preposition belongs: before its noun with 的, or in front of the sentence. */
function attach(prep: string, phrase: NounPhrase, parts: Part[], put: (zh: string, isTime: boolean) => void): void {
  const last = parts.at(-1);
  const isAmount = phrase.head?.kind === 'number' || phrase.head?.kind === 'unit';
  if (prep === 'by' && !isAmount && parts.some(({ kind }) => kind === 'be' || kind === 'noun')) {
    const verb = parts.findLast(({ kind }) => kind === 'verb');
    if (verb !== undefined) verb.agent = phrase.zh;
    else put(phrase.zh, false);
  } else if (isAmount && (prep === 'by' || prep === 'to' || prep === 'at')) {
    parts.push({ kind: 'noun', zh: `${prep === 'to' ? '到' : ''}${phrase.zh}`, head: phrase.head, agent: '' });
  } else if (TOPIC.has(prep)) {
    put(`关于${phrase.zh}`, false);
  } else if (CIRCUMSTANCE.has(prep) || ((prep === 'in' || prep === 'on') && (phrase.head?.kind === 'session' || MEETING.test(phrase.zh)))) {
    put(phrase.zh, false);
  } else if (last?.kind === 'noun' && last.head?.kind === 'unit' && prep === 'of') {
    last.zh += phrase.zh;
  } else if (last?.kind === 'noun') {
    const isSimple = !phrase.zh.includes('的');
    const isOneWord = isSimple && ((phrase.head?.kind === 'place' && last.head?.kind === 'organ') || COMPOUNDING.test(last.zh));
    last.zh = `${phrase.zh}${isOneWord ? '' : '的'}${last.zh}`;
  } else put(phrase.zh, false);
}
