import { translateComparison } from './english-comparison.js';
import { WRITERS, type Sentence } from './english-asks.js';
import { readItems } from './english-items.js';
import { readClause, type Part } from './english-phrases.js';
import { joinSessions } from './english-sessions.js';
import { tokenize } from './english-tokens.js';
import type { Ask, Item } from './item.js';
import type { NameLookup } from './name-lookup.js';

const POLITE = /^\s*(?:(?:hi|hello|please|kindly|so|and|well)\b[\s,]*|(?:could|can|would|will) you (?:please )?(?:tell|show|give|find)(?: me| us)?(?: out)?\b|(?:i(?:'d| would) like|i want|we want) to (?:know|ask)\b|do you know\b|does anyone know\b|may i ask\b|let me know\b|(?:tell|show) (?:me|us)\b(?! about))[\s,:]*/i;
const CLAIM_LEAD = /^\s*(?:is it (?:true|correct|right|the case|a fact)|i (?:have )?(?:heard|read)|i've (?:heard|read)|i was told|someone (?:says?|told me|claims?)|(?:they|people|some people) (?:say|claim)|it is (?:said|claimed)|it's said|according to rumou?rs?|reportedly|allegedly|(?:can|could) you confirm|true or false:?)[\s,:]*(?:that\b)?/i;
const CLAIM_TAIL = /[\s,.;:?]*(?:\b(?:right|correct|true or false|is (?:that|this|it) (?:true|right|correct|so)|isn't it|is it not|wasn't it|didn't (?:it|he|she|they)|aren't they|weren't they))[\s?.!]*$/i;
const OVERVIEW = /^\s*(?:(?:please )?(?:summari[sz]e|describe|outline|explain|introduce)\b|(?:give|provide)(?: me| us)? (?:an overview|a summary|an outline) of\b|(?:tell|talk to) (?:me|us) about\b|what is\b(?=.* about\s*\?*$))/i;
const LIST = /^\s*(?:list|name|enumerate|give(?: me| us)?)\b/i;
const QUESTION_WORDS: Readonly<Record<Ask, string>> = { who: '谁', when: '什么时候', where: '在哪里', why: '为什么', how: '如何', how_many: '多少', how_much: '多少', share: '占比多少', what: '什么', which: '哪个' };

/** An English question in the wording in which Chinese records are asked. */
export function translateEnglish(question: string, names: NameLookup): string {
  let text = question.trim();
  for (let rest = text.replace(POLITE, ''); rest !== text; rest = text.replace(POLITE, '')) text = rest;
  if (CLAIM_LEAD.test(text) || CLAIM_TAIL.test(text)) return `听说${statement(text.replace(CLAIM_LEAD, '').replace(CLAIM_TAIL, ''), names)}，是真的吗？`;
  const compared = translateComparison(text, (part) => statement(part, names));
  if (compared !== null) return compared;
  if (OVERVIEW.test(text)) return `${statement(text.replace(OVERVIEW, '').replace(/\babout\s*\?*$/i, ''), names)}的主要内容是什么？`;
  if (LIST.test(text)) return ask(itemsOf(text.replace(LIST, 'what is '), names));
  return ask(itemsOf(text, names));
}

function itemsOf(text: string, names: NameLookup): Item[] {
  const items = joinSessions(readItems(tokenize(text), names));
  // have is an auxiliary wherever another verb follows.
  return items.map((item, index) => (item.kind === 'verb' && item.zh === '有' && items.slice(index + 1).some(({ kind }) => kind === 'verb') ? { ...item, kind: 'aux' } : item));
}

function statement(text: string, names: NameLookup): string {
  return plain(itemsOf(text, names));
}

/** A sentence without a question of its own, in Chinese order as far as its parts tell. */
function plain(items: readonly Item[]): string {
  const { parts, circumstances } = readClause(items);
  const [first, second, third] = parts;
  // 212 proposals were received → 收到212件提案
  if (first?.kind === 'noun' && /\d/.test(first.zh) && second?.kind === 'be' && third?.kind === 'verb' && third.agent === '') parts.splice(0, 3, third, first);
  const words = parts.map((part, index) => {
    if (part.kind === 'be') return parts[index + 1]?.kind === 'verb' ? '' : '是';
    if (part.kind === 'and') return '和';
    if (part.kind === 'ask') return QUESTION_WORDS[(part.head?.zh ?? 'what') as Ask];
    return part.kind === 'verb' && part.agent !== '' ? `由${part.agent}${part.zh}` : part.kind === 'aux' && part.zh !== '未' ? '' : part.zh;
  });
  return spaced(circumstances, words.join(''));
}

function ask(items: readonly Item[]): string {
  const at = items.findIndex(({ kind }) => kind === 'ask');
  if (at < 0) return askYesNo(items);
  const word = items[at] as Item;
  const before = readClause(items.slice(0, at));
  const link = items[at - 1]?.kind === 'prep' ? (items[at - 1]?.zh ?? '') : '';
  const after = readClause(items.slice(at + 1));
  const kind = word.zh as Ask;
  const text = WRITERS[kind](sentenceOf(kind, word.word, foldParticiples(after.parts, kind), link));
  const lead = before.parts.map((part) => (part.kind === 'be' || part.kind === 'aux' ? '' : part.zh)).join('');
  return `${spaced(spaced(before.circumstances, after.circumstances), lead + text).replace(/([局厅])的主任/g, '$1的$1长')}？`;
}

/** Yes or no; what has neither question word nor auxiliary in front is kept as it is: a heading, a few words. */
function askYesNo(items: readonly Item[]): string {
  const [first] = items;
  if (first?.kind !== 'be' && first?.kind !== 'aux') return plain(items);
  const { parts, circumstances } = readClause(items);
  const { subject, subjects, verb, object, objects, isPassive } = sentenceOf('what', '', parts, '');
  const done = verb === null ? '' : `${verb.agent === '' ? '' : `由${verb.agent}`}${verb.zh}`;
  const [one, two] = subjects;
  if (verb === null && one !== undefined && two === undefined && objects.length === 0) return `${spaced(circumstances, `有${one.zh}`)}吗？`;
  if (verb === null) return `${spaced(circumstances, `${one?.zh ?? ''}是${subjects.slice(1).map(({ zh }) => zh).join('')}${object}`)}吗？`;
  const isMeasured = [...subjects, ...objects].some(({ zh }) => /\d/.test(zh));
  return `${spaced(circumstances, `${subject}${done}${object}`)}${isPassive && !isMeasured ? '了' : ''}吗？`;
}

/** the proposals submitted by members were …: a participle behind its noun becomes an attribute before it. */
function foldParticiples(parts: readonly Part[], kind: Ask): Part[] {
  const result: Part[] = [];
  for (const [index, part] of parts.entries()) {
    const last = result.at(-1);
    const next = parts[index + 1];
    // is celebrating is the verb itself; the bureau promoting the projects is told of the bureau.
    const isParticiple = part.kind === 'verb' && (part.head?.form === 'ed' || (part.head?.form === 'ing' && next?.kind === 'noun')) && last?.kind === 'noun';
    const hasOther = parts.slice(index + 1).some((later) => later.kind === 'be' || later.kind === 'aux' || later.kind === 'verb');
    const isDescribed = (kind === 'what' || kind === 'how_much') && result[0]?.kind === 'be';
    if (isParticiple && (hasOther || isDescribed)) last.zh = `${part.agent}${part.zh}的${last.zh}`;
    else result.push({ ...part });
  }
  return result;
}

const TAKES_NOUN: ReadonlySet<Ask> = new Set(['how_many', 'how_much', 'share', 'what', 'which']);

/** `link` is the preposition in front of the question word: by whom, at which meeting. */
function sentenceOf(kind: Ask, word: string, parts: readonly Part[], link: string): Sentence {
  const takesNoun = (TAKES_NOUN.has(kind) || word === 'whose') && parts[0]?.kind === 'noun' && word !== '';
  const asked = takesNoun ? (parts[0] ?? null) : null;
  const rest = takesNoun ? parts.slice(1) : parts;
  const at = rest.findIndex((part) => part.kind === 'verb');
  const nouns = (list: readonly Part[]): Part[] => list.filter((part) => part.kind === 'noun');
  const subjects = nouns(at < 0 ? rest : rest.slice(0, at));
  const objects = at < 0 ? [] : nouns(rest.slice(at + 1));
  const hasBe = rest.some((part) => part.kind === 'be');
  return {
    asked,
    subject: subjects.map(({ zh }) => zh).join(' '),
    subjects,
    verb: rest[at] ?? null,
    object: objects.map(({ zh }) => zh).join(' '),
    objects,
    isPassive: at >= 0 && hasBe && rest[at]?.head?.form !== 'ing',
    hasBe,
    isPlaced: /^(?:at|in|on|during)$/.test(link),
    asksAgent: link === 'by' || rest.some((part) => part.kind === 'ask' && part.zh === 'by'),
    word,
  };
}

function spaced(circumstances: string, sentence: string): string {
  return circumstances === '' ? sentence : `${circumstances} ${sentence}`.trim();
}
