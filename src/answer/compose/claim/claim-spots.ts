import { fold } from '../../../language/fold.js';
import { bigramShare, squeeze } from '../../../language/likeness.js';
import { findMeetings, meetingsAgree } from '../../../language/meetings.js';
import { splitClauses, type Span } from '../../../language/sentences.js';
import { recordSentences } from '../record-sentences.js';
import type { CorpusReader, StoredPassage } from '../../../ports/generation.js';
import { coverage, gapsOfPassage, headerLine, presence, type WeighedWord } from '../../evidence.js';
import type { Ranked } from '../../rank.js';
import type { Scope } from '../../scope.js';
import type { Claim } from './read-claim.js';
import { governingYear } from '../../../language/governing-year.js';
import { sameMatter } from './polarity.js';
import { targetness } from '../../../language/targetness.js';

const MAX_PASSAGES = 20;
/** Weight from which a name of the matter has to stand in the evidence. */
const NEEDED = 0.45;
/** A name that stands in this share of the headers is the home of the records: they leave it out where everybody knows it. */
const HOME_SHARE = 0.15;
const HOME_WEIGHT = 0.3;
const MAX_HEADERS = 2000;
/** What stands above a clause up to this many characters may name its subject (forms and lists). */
const ABOVE = 120;

const LATEST = 0.1;
const LATEST_NAMED = 0.35;
/** A clause that gives a figure and leaves out of what. */
const BARE = /^(?:(?:分别)?占|同比|环比|比上年|比去年|较上年|较去年|增长|下降|增幅|增速|达到?|总(?:面积|投资|额))[^,。]{0,16}\d/;
/** Words of a compound that say whose it is; the record's header or everybody knows. */
const FRAME = /(?:政协|人大|[市省县区]委|政府|常委会|国内|全国|全市|全省|全区|我市|我省|地区)$/;
const LABELLED = /^[-*•\s]*[\u4e00-\u9fff]{2,10}:/;

/** A clause of the record that may speak of the claim's matter. Offsets are those of the passage's text. */
export interface Spot {
  ranked: Ranked;
  sentence: Span;
  clause: Span;
  /** Where in the clause its own values begin; what stands before only names their subject. */
  valuesFrom: number;
  /** The clause, folded. */
  own: string;
  /** The sentence, folded. */
  whole: string;
  /** What stands right above the sentence, folded. */
  said: string;
  /** Share of the matter that the clause and its surroundings hold. */
  held: number;
  /** Share of the matter that the clause itself holds. */
  direct: number;
  /** The same, with the rest of its sentence and what heads the article. */
  near: number;
  /** Share of the matter that the sentence holds. */
  inSentence: number;
  gaps: number;
  /** How surely it sets a target; see targetness. */
  target: number;
  /** Every compound of the matter stands there whole: 城镇登记失业率 is not 城镇调查失业率. */
  isCompoundHeld: boolean;
  /** What the question's naming of its document or body says already, folded. */
  named: string;
  /** Names and unknown words of the matter that stand nowhere near. */
  missing: string[];
  score: number;
}

/** Clauses of the ranked passages by how well they speak of the claim's matter, best first. */
export function findSpots(claim: Claim, scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): Spot[] {
  const spots: Spot[] = [];
  const topic = claim.topic.filter(({ text }) => !scope.named.some((name) => name.includes(text))).map((word) => (word.isName && isHome(word.text, corpus) ? { ...word, isName: false, weight: HOME_WEIGHT * word.weight } : word));
  const askedYears = yearsAsked(claim, scope);
  const top = Math.max(1e-9, ranked[0]?.score ?? 1);
  for (const candidate of ranked.slice(0, scope.articles === null ? MAX_PASSAGES : 2 * MAX_PASSAGES)) {
    const { passage } = candidate;
    if (scope.articles !== null && !scope.articles.has(corpus.articleOfRow(passage.row))) continue;
    const folded = fold(passage.text);
    const header = headerLine(passage.header);
    const heading = fold(passage.heading);
    const demanded = gapsOfPassage(claim.intent, passage, corpus);
    // The named document or day answers for date and, where it is a document, for its place.
    const open = scope.articles === null ? demanded : demanded.filter((gap) => gap === 'meeting' || (gap === 'place' && scope.named.length === 0));
    const isOtherBody = scope.body !== null && scope.body.name !== passage.header.body && !scope.body.aliases.some((alias) => squeeze(folded).includes(alias));
    const isOtherPlace = placesOfMeetings(claim).some((place) => !`${folded} ${header}`.includes(place));
    const gaps = open.length + (isOtherBody ? 1 : 0) + (isOtherPlace ? 1 : 0);
    const asked = sessionsIn(claim.text);
    const isOtherSession = (text: string): boolean => asked.length > 0 && !agreesWithAll(asked, [...sessionsIn(header), ...sessionsIn(text)]);
    const hasSession = sessionsIn(header).length > 0;
    const named = [...scope.named, ...(isOtherBody ? [] : (scope.body?.aliases ?? []))].join(' ');
    const article = corpus.article(corpus.articleOfRow(passage.row));
    const missing = topic.filter((word) => isNeeded(word) && presenceOf(word, `${folded} ${header} ${heading}`) < 0.5).map(({ text }) => text);
    const sentences = recordSentences(passage.text);
    for (const [order, sentence] of sentences.entries()) {
      const whole = folded.slice(sentence.start, sentence.end);
      const before = folded.slice(Math.max(0, sentence.start - ABOVE), sentence.start);
      const previous = sentences[order - 1];
      const saidBefore = previous === undefined ? saidAbove(passage, corpus) : folded.slice(previous.start, previous.end);
      const clauses = splitClauses(passage.text, sentence);
      for (const [index, part] of clauses.entries()) {
        // 占30% is said of what the clause before it names.
        const clause = index > 0 && BARE.test(folded.slice(part.start, part.end)) ? { start: clauses[index - 1]?.start ?? part.start, end: part.end } : part;
        const own = folded.slice(clause.start, clause.end);
        const lead = folded.slice(sentence.start, clause.start);
        const contexts = [{ folded: own, factor: 1 }, { folded: lead, factor: 0.9 }, { folded: whole, factor: 0.7 }, { folded: before, factor: 0.65 }, { folded: heading, factor: 0.9 }, { folded: header, factor: 0.9 }, { folded, factor: 0.5 }];
        const words = withGrowth(withOpposites(topic, whole));
        const held = coverage(words, contexts);
        // A line of a form (设立日期：…) says of what stands above it.
        const direct = coverage(words, LABELLED.test(own) ? [{ folded: own, factor: 1 }, { folded: before, factor: 0.8 }] : [{ folded: own, factor: 1 }]);
        const near = Math.max(direct, coverage(words, [{ folded: own, factor: 1 }, { folded: `${whole} ${header} ${heading}`, factor: 0.75 }]));
        const inSentence = coverage(words, [{ folded: whole, factor: 1 }]);
        const isCompoundHeld = claim.intent.compounds.every((compound) => holdsCompound(compound, topic, `${whole} ${header} ${heading}`));
        const target = targetness((order === 0 ? saidBefore : '') + lead + own, saidBefore);
        const asTarget = claim.intent.wantsTarget ? target : target > 0.5 ? -0.1 : 0;
        const year = askedYears.length === 0 ? null : governingYear(article, passage.start + sentence.start, lead + own);
        const allGaps = gaps + (hasSession && !open.includes('meeting') && isOtherSession(`${heading} ${whole}`) ? 1 : 0) + (year !== null && !askedYears.includes(year) ? 1 : 0);
        const score = held + 0.7 * direct + 0.2 * (candidate.score / top) - 0.6 * allGaps - 0.3 * missing.length + (isCompoundHeld ? 0 : -0.3) + asTarget - 0.0005 * own.length;
        spots.push({ ranked: candidate, sentence, clause, valuesFrom: part.start - clause.start, own, whole, said: before, held, direct, near, inSentence, gaps: allGaps, target, isCompoundHeld, named, missing, score });
      }
    }
  }
  return preferLatest(claim, spots).sort((a, b) => b.score - a.score);
}

/** Keys of the sessions a text speaks of; what happened since a session (三次会议以来) is not of that session. */
function sessionsIn(text: string): string[] {
  return findMeetings(text).filter(({ end }) => !text.startsWith('以来', end)).map(({ key }) => key);
}

function agreesWithAll(asked: readonly string[], there: readonly string[]): boolean {
  return asked.every((key) => there.some((other) => meetingsAgree(key, other)));
}

/** Whose session it is, where its full name says so (第七届某市委员会第四次会议). */
function placesOfMeetings({ intent }: Claim): string[] {
  return intent.meetings.flatMap(({ text }) => /届([\u4e00-\u9fff]{2,4})[省市县区](?:委员会|人民代表大会)/.exec(fold(text))?.[1] ?? []);
}

/** Years that the fact itself must be of; the year of a named document or of a session is not one of them. */
function yearsAsked({ intent }: Claim, scope: Scope): number[] {
  if (intent.meetings.length > 0) return [];
  const years = intent.dates.flatMap(({ year, month }) => (year === null || month !== null ? [] : [year]));
  return scope.articles === null && !/报告|公报/.test(intent.folded) ? years : years.slice(1);
}

/** The beginning of the sentence that a passage border cuts in two, folded; empty where the passage begins with a sentence of its own. */
function saidAbove(passage: StoredPassage, corpus: CorpusReader): string {
  if (passage.start === 0) return '';
  const above = corpus.article(corpus.articleOfRow(passage.row)).text.slice(Math.max(0, passage.start - 2 * ABOVE), passage.start);
  return fold(above.slice(above.search(/[^。！？\n]*\s*$/)));
}

/** Whether a compound stands in the text, or each of its words, or an official wording of them. */
function holdsCompound(compound: string, topic: readonly WeighedWord[], text: string): boolean {
  if (compound.length < 5 || text.includes(compound)) return true;
  const parts = withGrowth(topic).filter((word) => compound.includes(word.text) && !word.isName && !FRAME.test(word.text));
  return parts.length === 0 ? bigramShare(compound, text) >= 0.6 : parts.every((part) => presence(part, text) >= 0.5 || sameMatter(part.text)?.test(text) === true);
}

/** Where neither date nor meeting is said, the latest record of the matter is meant. */
function preferLatest(claim: Claim, spots: Spot[]): Spot[] {
  if (claim.intent.dates.length > 0 || claim.intent.meetings.length > 0) return spots;
  const dateOf = (spot: Spot): string => spot.ranked.passage.header.date ?? '';
  const best = Math.max(0, ...spots.map(({ held }) => held));
  const latest = spots.filter(({ held }) => held >= 0.8 * best).map(dateOf).sort().at(-1);
  const bonus = /这次|本次|此次|今年|这回|目前|现在/.test(claim.text) ? LATEST_NAMED : LATEST;
  return spots.map((spot) => (latest !== undefined && latest !== '' && dateOf(spot) === latest ? { ...spot, score: spot.score + bonus } : spot));
}

/** Whether a name is that of the place or organ most records are about. */
function isHome(name: string, corpus: CorpusReader): boolean {
  const headers = corpus.headers.slice(0, MAX_HEADERS);
  return headers.filter(({ title, body }) => fold(`${title} ${body}`).includes(name)).length >= HOME_SHARE * headers.length;
}

/** A word whose opposite stands there is spoken of: the comparison of outcomes is made later. */
function withOpposites(words: readonly WeighedWord[], text: string): WeighedWord[] {
  return words.map((word) => {
    const opposite = sameMatter(word.text)?.exec(text)?.[0];
    return opposite === undefined ? word : { ...word, synonyms: [...word.synonyms, opposite] };
  });
}

/** Reports call the growth of the gross product 经济增长. */
function withGrowth(words: readonly WeighedWord[]): readonly WeighedWord[] {
  if (!words.some(({ text }) => /^(?:增长|增速|增幅|增长率)$/.test(text))) return words;
  return words.map((word) => (/^(?:国内生产总值|地区生产总值|生产总值|gdp)$/.test(word.text) ? { ...word, synonyms: [...word.synonyms, '经济增长'] } : word));
}

function presenceOf(word: WeighedWord, folded: string): number {
  return sameMatter(word.text)?.test(folded) === true ? 1 : presence(word, folded);
}

function isNeeded(word: WeighedWord): boolean {
  if (word.isName) return word.isUnknown || word.weight >= NEEDED;
  // An unknown verb is mostly another wording (打通 for 贯通), an unknown noun another thing.
  return word.importance >= 0.75 && word.isUnknown;
}
