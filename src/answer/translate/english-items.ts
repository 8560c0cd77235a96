import { splitSyllables } from '../../language/pinyin.js';
import { looksLikeName } from './corpus-names.js';
import { chineseNumeral, numberWordOf, ordinalOf } from './english-forms.js';
import { matchTerms } from './english-terms.js';
import type { Token } from './english-tokens.js';
import { isNounish, makeItem, type Ask, type Item, type ItemKind } from './item.js';
import type { NameLookup } from './name-lookup.js';

const ASKS: readonly (readonly [RegExp, Ask])[] = [
  [/^how many(?: of)?(?= |$)/, 'how_many'],
  [/^how (?:much|large|big|high|fast)(?= |$)/, 'how_much'],
  [/^(?:what|which) (?:share|percentage|proportion|percent|portion|fraction) of(?= |$)/, 'share'],
  [/^what (?:percentage|percent|amount|extent)(?= (?!of)|$)/, 'how_much'],
  [/^(?:what|which) (?:time|date|day|year|month|days|dates|period)(?= |$)/, 'when'],
  [/^(?:what|which) (?:place|location|venue)(?= (?:was|were|is|did)(?: |$))/, 'where'],
  [/^how long(?= |$)/, 'how'],
  [/^(?:what kinds? of|what types? of|what sorts? of|which of(?: the)?)(?= |$)/, 'which'],
  [/^(?:who|whom|whose)(?= |$)/, 'who'],
  [/^when(?= |$)/, 'when'],
  [/^where(?= |$)/, 'where'],
  [/^(?:why|how come)(?= |$)/, 'why'],
  [/^how(?= |$)/, 'how'],
  [/^what(?= |$)/, 'what'],
  [/^which(?= |$)/, 'which'],
];
const FUNCTION_WORDS: Readonly<Record<string, readonly [ItemKind, string]>> = Object.fromEntries([
  ...words('the a an this that these those its their his her our them him us', 'det'),
  ...words('is are was were be been being', 'be'),
  ...words('do does did will would shall should can could may might must has had having', 'aux'),
  ...words('of in at on for from during within under about regarding concerning among between to by with into since until through as per against per behind after before via than', 'prep'),
  ...words('and or', 'and'),
  ...words('not no never', 'not'),
  ...words('there it they he she we you i exactly actually altogether please also both each any some ever just then so respectively together formally officially successfully already that\'s own such held-on whether if here only yet still', 'drop'),
]);
const RELATIVE = /^(?:who|which|whom)$/;
const SCALES: Readonly<Record<string, number>> = { hundred: 1e2, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const MAX_NAME_WORDS = 4;

function words(list: string, kind: ItemKind | 'drop'): [string, readonly [ItemKind, string]][] {
  return list.split(' ').map((word) => [word, [kind as ItemKind, kind === 'not' ? '未' : '']]);
}

/** The question as items, each with its Chinese wording; what nothing explains stays as typed. */
export function readItems(tokens: readonly Token[], names: NameLookup): Item[] {
  const items: Item[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    const run = wordsFrom(tokens, at);
    // A second who or which behind its noun only links: the chairman who chaired the meeting.
    if (RELATIVE.test(token.lower) && isNounish(items.at(-1)) && items.some(({ kind }) => kind === 'ask' || kind === 'be')) {
      at++;
      continue;
    }
    const taken =
      plainToken(token, items) ??
      askAt(run) ??
      spokenName(tokens, at, names, true) ??
      numberAt(tokens, at) ??
      termAt(run, items) ??
      functionWord(token) ??
      spokenName(tokens, at, names, false) ??
      { length: 1, items: [makeItem('name', token.text, token.lower)] };
    items.push(...taken.items);
    at += taken.length;
  }
  return items;
}

interface Taken {
  length: number;
  items: Item[];
}

function wordsFrom(tokens: readonly Token[], at: number): string[] {
  const stop = tokens.findIndex((token, index) => index >= at && token.kind !== 'word');
  return tokens.slice(at, Math.min(stop < 0 ? tokens.length : stop, at + 9)).map(({ lower }) => lower);
}

function plainToken({ kind, text }: Token, before: readonly Item[]): Taken | null {
  if (kind === 'quote') return one(makeItem('name', text, text));
  if (kind === 'time') return one(makeItem('time', text, text));
  // A gloss behind its English word, filed (立案), says the same again.
  if (kind === 'chinese') return before.some(({ zh }) => zh === text) ? { length: 1, items: [] } : one(makeItem('name', text, text));
  return kind !== 'mark' ? null : one(text === "'s" ? makeItem('possessive', '的', text) : makeItem('mark', text, text));
}

function askAt(run: readonly string[]): Taken | null {
  const text = run.join(' ');
  for (const [pattern, ask] of ASKS) {
    const match = pattern.exec(text);
    if (match !== null) return { length: match[0].split(' ').length, items: [makeItem('ask', ask, match[0])] };
  }
  return null;
}

function functionWord({ lower }: Token): Taken | null {
  const known = FUNCTION_WORDS[lower];
  if (known === undefined || !Object.hasOwn(FUNCTION_WORDS, lower)) return null;
  const [kind, zh] = known;
  return (kind as string) === 'drop' ? { length: 1, items: [] } : one(makeItem(kind, kind === 'prep' ? lower : zh, lower));
}

function termAt(run: readonly string[], before: readonly Item[]): Taken | null {
  const match = matchTerms(run) ?? (run[0]?.includes('-') === true ? hyphenated(run) : null);
  if (match === null) return null;
  const noun = match.items.find(({ kind }) => kind !== 'verb');
  const verb = match.items.find(({ kind }) => kind === 'verb');
  const item = verb === undefined || noun === undefined ? (noun ?? verb) : isVerbHere(verb, before) ? verb : noun;
  // A bare word that is also a function word (have, over, may) keeps its grammar.
  return item === undefined ? null : { length: match.length, items: [item] };
}

/** low-carbon industry is listed as low carbon industry. */
function hyphenated(run: readonly string[]): ReturnType<typeof matchTerms> {
  const parts = (run[0] ?? '').split('-');
  const match = matchTerms([...parts, ...run.slice(1)]);
  return match === null || match.length < parts.length ? null : { ...match, length: match.length - parts.length + 1 };
}

/** A word that can be noun and verb is a verb when inflected as one, or where a clause still lacks its verb. */
function isVerbHere(verb: Item, before: readonly Item[]): boolean {
  if (verb.form === 'ed') return true;
  const last = before.at(-1);
  if (last === undefined) return false;
  if (last.kind === 'prep') return last.zh === 'to';
  if (last.kind === 'ask') return last.zh === 'who';
  const clauseAux = before.findLastIndex(({ kind }) => kind === 'aux');
  const hasVerb = before.slice(clauseAux + 1).some(({ kind }) => kind === 'verb' || kind === 'be');
  return isNounish(last) && last.kind !== 'modifier' && clauseAux >= 0 && !hasVerb;
}

function numberAt(tokens: readonly Token[], at: number): Taken | null {
  const token = tokens[at] as Token;
  const ordinal = ordinalOf(token.lower);
  if (ordinal !== null && token.lower !== 'second-hand') return one(makeItem('ordinal', `第${chineseNumeral(ordinal)}`, token.lower, 'base', ordinal));
  const worded = token.kind === 'word' ? numberWordOf(token.lower) : null;
  if (token.kind !== 'number' && worded === null) return null;
  const value = worded ?? Number(token.text.replace(/[,%]/g, ''));
  const scale = SCALES[tokens[at + 1]?.lower ?? ''];
  const isPercent = token.text.endsWith('%');
  const zh = scale !== undefined && Number.isFinite(value) ? scaled(value * scale) : worded !== null ? chineseNumeral(worded) : token.text;
  return { length: scale === undefined ? 1 : 2, items: [makeItem('number', zh, token.lower, 'base', isPercent ? 0 : value)] };
}

/** 97.1 billion → 971亿, 2.5 million → 250万. */
function scaled(value: number): string {
  const [unit, size] = value >= 1e12 ? ['万亿', 1e12] : value >= 1e8 ? ['亿', 1e8] : value >= 1e4 ? ['万', 1e4] : ['', 1];
  return `${String(Number((value / size).toPrecision(12)))}${unit}`;
}

/** A person or place typed in pinyin. `isCertain` asks for capitals on two words at least, so that He Wei is no pronoun. */
function spokenName(tokens: readonly Token[], at: number, names: NameLookup, isCertain: boolean): Taken | null {
  for (let length = MAX_NAME_WORDS; length >= 1; length--) {
    const span = tokens.slice(at, at + length);
    if (span.length < length || !span.every(({ kind, lower }) => kind === 'word' && splitSyllables(bare(lower)).length > 0)) continue;
    if (isCertain && (length === 1 || !span.every(({ text }) => /^[A-Z][a-z]/.test(text)))) continue;
    if (!isCertain && span.slice(1).some(({ lower }) => Object.hasOwn(FUNCTION_WORDS, lower) || matchTerms([lower]) !== null)) continue;
    if (span.every(({ lower }) => names.isWritten(lower))) continue;
    const item = nameFor(span, names);
    if (item !== null) return { length, items: [item] };
  }
  return null;
}

function nameFor(span: readonly Token[], names: NameLookup): Item | null {
  const syllables = span.map(({ lower }) => bare(lower));
  if (names.isWritten(syllables.join(' ')) || !syllables.every((word) => splitSyllables(word).length > 0)) return null;
  const spellings = [syllables, ...(syllables.length > 1 ? [[...syllables.slice(-1), ...syllables.slice(0, -1)]] : [])];
  for (const spelling of spellings) {
    // Several words together are a name or nothing: what only sounds alike (Li Yi, 利益) is not meant.
    const name = names.namesLike(spelling.join("'")).find((candidate) => spelling.length === 1 || looksLikeName(candidate));
    if (name !== undefined) return makeItem('name', name, syllables.join(' '));
  }
  return null;
}

/** Without hyphens: Xiu-ling → xiuling. */
function bare(word: string): string {
  return word.replaceAll('-', '');
}

function one(item: Item): Taken {
  return { length: 1, items: [item] };
}
