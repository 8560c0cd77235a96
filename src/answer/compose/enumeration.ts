import { splitSentences, type Span } from '../../language/sentences.js';

/** Longest list that is quoted whole, in UTF-16 units. */
const MAX_LIST = 540;
/** Longest list that is quoted whole although no list was asked for, in UTF-16 units. */
const MAX_SHORT_LIST = 260;
/** How far behind its lead-in a list may begin or its next item may stand, in sentences. */
const MAX_BETWEEN = 8;
const MARKERS: readonly RegExp[] = [
  /^([一二三四五六七八九十]{1,3})(?:是|要)/,
  /^第([一二三四五六七八九十]{1,3})[，,、]/,
  /^[(（]([一二三四五六七八九十\d]{1,2})[)）]/,
  /^([一二三四五六七八九十]{1,3})、/,
  /^(\d{1,2})[.、．)）]/,
];
const BULLET = /^[-+•·*]\s/;
const FILLS = /^(?:主要是|主要有|主要包括|具体是|具体包括|包括|分别是|分别为|即)/;
/** Counts up by ordinals or figures, not by 、 alone. */
const ENUMERATES = /第[一二][，,、]|一是|[:：]$|以下|\d[^，。]{0,12}[，,、；][^，。]*\d/;
/** Ordinals inside one sentence: 一是…；二是…, 第一，…第二，… */
const INLINE = /(?:(?:十[一二三四五六七八九]|[一二三四五六七八九十])(?:是|要(?!求))|第[一二三四五六七八九十][，,、])/g;

/**
 * The list that a sentence opens or belongs to (一是…二是…, numbered, bulleted), as spans of its items with their lead-in;
 * explanations between items are left out when the whole would be too long. Null where there is none.
 */
export function followEnumeration(text: string, sentence: Span, asksList: boolean): Span[] | null {
  const sentences = splitSentences(text);
  const at = sentences.findIndex((span) => span.start <= sentence.start && sentence.start < span.end);
  const here = sentences[at];
  if (here === undefined) return null;
  const previous = sentences[at - 1];
  // 仍有短板。主要是：…: the sentence before says of what these are the items.
  if (asksList && previous !== undefined && FILLS.test(text.slice(here.start, here.end)) && here.end - previous.start <= MAX_LIST) return [{ start: previous.start, end: here.end }];
  if (!asksList) return shortList(text, sentences, at) ?? continuation(text, sentences, at);
  if ((text.slice(here.start, here.end).match(INLINE)?.length ?? 0) >= 2) return [here];
  // A sentence that counts things up itself and announces nothing is the list; what is numbered behind it is another matter.
  const opens = /[:：]$|以下|如下|下列|[一二两三四五六七八九十几\d](?:个|大)?(?:方面|点|项|件|步|条)/.test(text.slice(here.start, here.end));
  if (!opens && markerOf(text, here) === null) return demandsFrom(text, sentences, at) ?? continuation(text, sentences, at);
  const first = firstItem(text, sentences, at);
  if (first === null) return continuation(text, sentences, at);
  const items = itemsFrom(text, sentences, first);
  if (items.length < 2) return continuation(text, sentences, at);
  const lead = sentences[first - 1];
  const hasLead = lead !== undefined && (first - 1 === at || /[:：]$/.test(text.slice(lead.start, lead.end)));
  const start = (hasLead ? lead : (items[0] as Span)).start;
  const end = (items.at(-1) as Span).end;
  if (end - start <= MAX_LIST) return [{ start, end }];
  const short = (hasLead ? [lead, ...items] : items).map((item) => firstClauses(text, item, Math.floor(MAX_LIST / (items.length + 1))));
  return short;
}

/** The whole of a bulleted list that a sentence announces, where it is short: half of it answers nothing. */
function shortList(text: string, sentences: readonly Span[], at: number): Span[] | null {
  const here = sentences[at] as Span;
  const items = /[:：]$/.test(text.slice(here.start, here.end)) && markerOf(text, sentences[at + 1])?.kind === 'bullet' ? itemsFrom(text, sentences, at + 1) : [];
  const end = items.at(-1)?.end ?? here.end;
  return items.length > 1 && end - here.start <= MAX_SHORT_LIST ? [{ start: here.start, end }] : null;
}

/** Items of the list that a sentence opens or belongs to, in order; empty where there is none. */
export function enumeratedItems(text: string, sentence: Span): Span[] {
  const sentences = splitSentences(text);
  const at = sentences.findIndex((span) => span.start <= sentence.start && sentence.start < span.end);
  const inline = inlineItems(text, sentences[at]);
  if (inline.length > 1) return inline;
  const first = at < 0 ? null : firstItem(text, sentences, at);
  return first === null ? [] : itemsFrom(text, sentences, first);
}

/** 某某要求，要…。要…。要…。: demands in sentences of one paragraph, each opening like the first; null for a single one. */
function demandsFrom(text: string, sentences: readonly Span[], at: number): Span[] | null {
  const isDemand = (index: number): boolean => /^(?:要|并要|还要|同时要?)(?!求)/.test(text.slice(sentences[index]?.start, sentences[index]?.end));
  const isBeside = (index: number): boolean => !text.slice(sentences[index]?.end, sentences[index + 1]?.start).includes('\n');
  let first = at;
  while (first > 0 && isDemand(first) && isBeside(first - 1)) first--;
  let last = at;
  while (last + 1 < sentences.length && isDemand(last + 1) && isBeside(last)) last++;
  const opening = sentences[first];
  const end = sentences[last]?.end;
  if (opening === undefined || end === undefined || last === first || !/[,，、]要|要求|强调|指出|希望/.test(text.slice(opening.start, opening.end))) return null;
  return end - opening.start <= MAX_LIST ? [{ start: opening.start, end }] : null;
}

/** The list that stands in one of the next sentences of the paragraph, where a sentence only says who gives it or what it is of; null where none does. */
export function listBehind(text: string, sentence: Span, holdsList: (printed: string) => boolean): Span | null {
  const sentences = splitSentences(text);
  const at = sentences.findIndex((span) => span.start <= sentence.start && sentence.start < span.end);
  if (ENUMERATES.test(text.slice(sentence.start, sentence.end)) || markerOf(text, sentences[at]) !== null) return null;
  for (const next of sentences.slice(at + 1, at + 3)) {
    if (/\n\s*\n|\n#/.test(text.slice(sentence.end, next.start))) return null;
    const printed = text.slice(next.start, next.end);
    if (ENUMERATES.test(printed) && holdsList(printed)) return next;
  }
  return null;
}

/** Items that one sentence counts up (第一，…；第二，…), without the marks between them. */
function inlineItems(text: string, sentence: Span | undefined): Span[] {
  if (sentence === undefined) return [];
  const starts = [...text.slice(sentence.start, sentence.end).matchAll(INLINE)].map(({ index }) => sentence.start + index);
  return starts.map((start, index) => ({ start, end: start + text.slice(start, starts[index + 1] ?? sentence.end).replace(/[；;，,。\s]+$/, '').length }));
}

/** A lead-in with the sentence that fills it: …仍有一些短板。主要是：… */
function continuation(text: string, sentences: readonly Span[], at: number): Span[] | null {
  const here = sentences[at];
  const next = sentences[at + 1];
  if (here === undefined || next === undefined) return null;
  const isOpen = /[:：]$/.test(text.slice(here.start, here.end)) || FILLS.test(text.slice(next.start, next.end));
  return isOpen && next.end - here.start <= MAX_LIST ? [{ start: here.start, end: next.end }] : null;
}

/** Index of the first item of the list at or right behind a sentence, or null. */
function firstItem(text: string, sentences: readonly Span[], at: number): number | null {
  const kind = markerOf(text, sentences[at]);
  if (kind !== null) {
    let first = at;
    for (let index = at - 1; index >= 0 && at - index <= 40; index--) {
      const earlier = markerOf(text, sentences[index]);
      if (text.slice(sentences[index]?.end, sentences[first]?.start).includes('\n') && kind.kind === MARKERS[0]?.source) break;
      if (earlier?.kind !== kind.kind) continue;
      first = index;
      if (earlier.ordinal === 1) break;
    }
    return first;
  }
  for (let index = at + 1; index <= at + 2; index++) if (markerOf(text, sentences[index])?.ordinal === 1) return index;
  return null;
}

function itemsFrom(text: string, sentences: readonly Span[], first: number): Span[] {
  const kind = markerOf(text, sentences[first])?.kind;
  const items: Span[] = [];
  let wanted = markerOf(text, sentences[first])?.ordinal ?? 1;
  let last = first;
  const isProse = kind === MARKERS[0]?.source || kind === MARKERS[1]?.source;
  for (let index = first; index < sentences.length && index - last <= MAX_BETWEEN; index++) {
    // 一是…二是… runs inside a paragraph; the next paragraph may count from one again.
    const isNewParagraph = text.slice(sentences[last]?.end, sentences[index]?.start).includes('\n');
    if (isProse && isNewParagraph && markerOf(text, sentences[index])?.ordinal !== wanted) break;
    const marker = markerOf(text, sentences[index]);
    // A paragraph of its own ends a bulleted list: what is bulleted behind it is another.
    if (kind === 'bullet' && marker === null && text.slice(sentences[index - 1]?.end, sentences[index]?.start).includes('\n')) break;
    if (marker === null || marker.kind !== kind || (marker.ordinal !== wanted && kind !== 'bullet')) continue;
    items.push(sentences[index] as Span);
    wanted++;
    last = index;
  }
  return items;
}

const ORDINALS = '一二三四五六七八九十';

function markerOf(text: string, span: Span | undefined): { kind: string; ordinal: number } | null {
  if (span === undefined) return null;
  const sentence = text.slice(span.start, span.end);
  for (const pattern of MARKERS) {
    const numeral = pattern.exec(sentence)?.[1];
    if (numeral !== undefined) return { kind: pattern.source, ordinal: /\d/.test(numeral) ? Number(numeral) : ORDINALS.indexOf(numeral.slice(-1)) + 1 + (numeral.length > 1 ? 10 : 0) };
  }
  if (/[：:，,]\s*一是/.test(sentence)) return { kind: (MARKERS[0] as RegExp).source, ordinal: 1 };
  if (/[：:，,]\s*第一[，,、]/.test(sentence)) return { kind: (MARKERS[1] as RegExp).source, ordinal: 1 };
  return BULLET.test(sentence) ? { kind: 'bullet', ordinal: 1 } : null;
}

/** The item up to a clause border within `max`. */
function firstClauses(text: string, item: Span, max: number): Span {
  if (item.end - item.start <= max) return item;
  const cut = Math.max(...['，', '；', '、'].map((mark) => text.lastIndexOf(mark, item.start + max)));
  return { start: item.start, end: cut > item.start + 8 ? cut : item.end };
}
