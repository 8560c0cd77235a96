import type { Figure } from './figures.js';

/** A figure of an English text with what it is of. */
export interface EnglishFigure extends Figure {
  subject: string;
  change: 'level' | 'growth' | 'fall' | 'share';
  isTarget: boolean;
}

const NUMBER = /(?<![\w.,\-/])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s?(?:-|–|to)\s?(\d+(?:\.\d+)?))?(?:\s?(%|per ?cent(?:age points?)?|percent(?:age points?)?|thousand|million|billion|trillion))?(?:\s(percent|per cent))?/g;
const FACTOR: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const MONEY = /^\s?(?:yuan|RMB|renminbi|CNY)\b/i;
const MONTH = /(?:January|February|March|April|May|June|July|August|September|October|November|December)\s$/;
/** Adjectives and the noun that is counted; ends before a verb or a word that joins. */
/** What is measured by these stands behind them: 12 km of roads. */
const MEASURE = /^(?:km|kilometres?|kilometers?|metres?|meters?|hectares?|tonnes?|tons?|litres?|liters?|square (?:metres?|meters?|kilometres?|kilometers?)|mu|kilowatts?)$/;
const NOUN = /^\s((?:(?!(?:and|or|of|in|on|at|by|for|from|to|with|was|were|is|are|had|has|have|will|would|votes? to|per|last|this|next|year|years|during|than|as|the|a|an|that|which)\b)[a-z][a-z-]*\s?){1,3})/;
const STOP_WORDS = /^(?:completed|reached|submitted|received|filed|built|signed|passed|opened|closed|grew|rose|fell|respectively|more|less|higher|lower|compared|below|above|or)$/;
const LINK = /\s*\b(?:by|to|at|of|was|were|is|are|be|being|been|reached|reaches|reaching|reach|totalled|totaled|stood|stands|came|amounted|up|about|around|some|nearly|over|more than|less than|at least|at most|no more than|almost|approximately|the|a|an|within|below|above|exceeded|kept|actual|average|against|target|goal|cost|worth|totalling|totaling|,)\s*$/i;
const GROWTH = /\b(?:grew|grow|grows|growing|growth|rose|rise|rises|rising|increased?|increasing|up|climbed|expanded?)(?:\s+(?:by|of|to|year on year|year-on-year|about|around|the|rate|target|for|is|was|at|some|nearly|over))*\s*$/i;
const FALL = /\b(?:fell|fall|falls|dropped?|declined?|decreased?|down|shrank|reduced|cut)(?:\s+(?:by|of|about|around|year on year|some|nearly|over))*\s*$/i;
const TARGET = /\b(?:target(?:s|ed)?|aims?|aiming|plans? to|planned|is to|are to|will|goal|expects?|expected|projected|seek to|strive)\b/i;
const RESULT = /\b(?:actual(?:ly)?|was reached|reached|achieved|had|compared with the target)\b/i;
/** 35 proposals, of which 30 were filed: those are counted. */
const OF_THOSE = /\bof (?:which|these|those|them|whom),? $/;
const FRAME = /^(?:(?:and|but|while|with|of these|of which|of them|among them|including|in|the|its|our|a|an|this year|last year|next year|in \d{4}|by \d{4}|for \d{4}|by|that|there were|there was|it|we|they|council|committee|city|county|district|government|targets? (?:for|of)|plans? to|aims? to|expects? to|will|is to|are to|has|have|had)\s+)+/i;
const BOUNDS: readonly (readonly [Figure['bound'], RegExp])[] = [['at_most', /(?:no more than|less than|at most|within|below|not exceed(?:ing)?|under)\s*$/i], ['at_least', /(?:more than|over|at least|exceed(?:ed|ing)?|above)\s*$/i], ['about', /(?:about|around|some|nearly|almost|approximately)\s*$/i]];

/** Figures of an English sentence that are of something, in order; years, days and numbers of paragraphs are none. */
export function englishFigures(sentence: string): EnglishFigure[] {
  const found: EnglishFigure[] = [];
  let leadFrom = 0;
  for (const match of sentence.matchAll(NUMBER)) {
    const [whole, digits = '', upper, word = '', word2] = match;
    const before = sentence.slice(0, match.index);
    let end = match.index + whole.trimEnd().length;
    const factor = FACTOR[word] ?? 1;
    const isShare = /^(?:%|per)/i.test(word) || word2 !== undefined;
    const isPoints = /points?$/.test(word);
    if (isDateOrNumber(before, digits, sentence.slice(end), isShare || factor > 1)) continue;
    const money = MONEY.exec(sentence.slice(end))?.[0];
    const isOfThose = OF_THOSE.test(before);
    const noun = isShare || money !== undefined ? '' : nounOf(sentence.slice(end)) || (isOfThose ? (found.at(-1)?.unit ?? '') : '');
    if (!isShare && money === undefined && noun === '') continue;
    end += money?.length ?? 0;
    const lead = before.slice(Math.max(leadFrom, lastMark(before)));
    const own = GROWTH.test(lead) ? 'growth' : FALL.test(lead) ? 'fall' : isShare && /(?:accounted for|account for|made up|makes up)\s*$/i.test(lead) ? 'share' : 'level';
    const label = isOfThose ? '' : labelOf(lead.replace(GROWTH, '').replace(FALL, ''));
    const ofPhrase = MEASURE.test(noun) ? /^\s\S+(?: \S+)? of ((?:[a-z-]+ ?){1,2}?)(?= ?(?:[,.;]|at|in|by|for|and|$))/.exec(sentence.slice(end)) : null;
    const of = MEASURE.test(noun) ? (ofPhrase?.[1] ?? '').trim() : noun;
    const named = [label, of].filter((part) => part !== '').join(' ');
    const isOfTarget = isTarget(lead, before, sentence.slice(end));
    // Against a target of 5 percent: of the same thing.
    const change = named === '' && isOfTarget && own === 'level' ? (found.at(-1)?.change ?? own) : own;
    const subject = named !== '' ? named : (found.at(-1)?.subject ?? '');
    if (subject === '') continue;
    const value = Number(digits.replaceAll(',', '')) * factor;
    const bound = BOUNDS.find(([, pattern]) => pattern.test(before))?.[0] ?? 'exact';
    const unit = isPoints ? '百分点' : isShare ? '%' : money === undefined ? noun : '元';
    leadFrom = end + (ofPhrase?.[0].length ?? (noun === '' || isOfThose ? 0 : 1 + noun.length));
    end += noun === '' || isOfThose ? 0 : 1 + noun.length;
    found.push({ start: match.index, end, value, upTo: upper === undefined ? value : Number(upper) * factor, unit, bound, subject, change, isTarget: isOfTarget });
  }
  return found;
}

function isDateOrNumber(before: string, digits: string, after: string, hasUnit: boolean): boolean {
  if (hasUnit) return false;
  return /^(?:19|20)\d\d$/.test(digits) || MONTH.test(before) || /^(?:st|nd|rd|th)\b|^\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/.test(after) || /(?:No\.|Article|Section|item|paragraph|page|Room|Session)\s?$/i.test(before);
}

function nounOf(after: string): string {
  const words = (NOUN.exec(after)?.[1] ?? '').trim().split(/\s+/).filter((word) => word !== '');
  const stop = words.findIndex((word) => STOP_WORDS.test(word));
  return (stop < 0 ? words : words.slice(0, stop)).join(' ');
}

function lastMark(text: string): number {
  return Math.max(...[', ', '; ', ': ', '. ', ' ('].map((mark) => (text.lastIndexOf(mark) < 0 ? 0 : text.lastIndexOf(mark) + mark.length)));
}

function labelOf(lead: string): string {
  let label = lead.trim();
  for (let shorter = label.replace(LINK, ''); shorter !== label; shorter = label.replace(LINK, '')) label = shorter;
  return label.replace(FRAME, '').replace(/^\W+/, '').trim();
}

/** By the words of its own clause, else by those before it in the sentence. */
function isTarget(lead: string, before: string, after: string): boolean {
  if (/^\s?(?:target|goal)/i.test(after)) return true;
  if (TARGET.test(lead)) return true;
  return TARGET.test(before) && !RESULT.test(lead) && !/\b(?:grew|rose|fell|was|were|received)\b/i.test(lead);
}
