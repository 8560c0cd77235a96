import { findFigures } from '../../../language/figures.js';
import { findMeetings, meetingsAgree } from '../../../language/meetings.js';
import { readOutline } from '../../../language/outline.js';
import { fold } from '../../../language/fold.js';
import type { CorpusReader } from '../../../ports/generation.js';
import { coverage, gapsOfPassage, headerLine, presence, type WeighedWord } from '../../evidence.js';
import type { Intent } from '../../intent.js';
import type { Ranked } from '../../rank.js';
import type { Scope } from '../../scope.js';
import { draftOf, type Cut, type Draft } from '../draft.js';
import { chooseUnits } from './choose-units.js';
import { composeMinutes } from './minutes-overview.js';
import { readUnits, type Unit } from './units.js';

/** Longest overview, in UTF-16 units. */
export const MAX_OVERVIEW = 270;
/** A longer resolution deals with many matters. */
const MAX_RESOLUTION = 800;
/** Articles of one session that are read for its overview. */
const MAX_ARTICLES = 8;
/** Share of the asked words that a title must hold for the article as a whole to be meant. */
const MIN_TITLED = 0.6;
/** A longer article is told by its parts; the overview of one is taken around the sentence that fits best. */
const LONG_ARTICLE = 4000;
/** Passages whose text may join an overview of one matter. */
const MAX_PASSAGES = 6;
/** What speaking of the matter, or of a target that is asked for, is worth beside telling a date or a decision. */
const MATTER = 4;
const TARGET = 0.7;
/** Least share of the asked words for a unit of a long article to speak of the matter. */
const MIN_MATTER = 0.4;
const MIN_TELLING = 3;
/** How much text around the fitting sentence an overview of one matter in a long article may come from. */
const AROUND = 700;
/** 通过了哪些决议, 批准了什么: all that was decided, whatever it is called. */
const ASKS_DECISIONS = /(?:通过|批准|作出|做出|形成|决定)了?(?:哪些|什么|哪几[份项个])(?:决议|决定|文件|报告|事项|东西|议案)?[?。]?$/;
/** What asks for an overview; it names no matter. */
const MANNER = /^(?:成果|成效|成绩|总体|大致|要点|主要内容|概况|概述|行程|讲|说|谈|讨论|取得|召开|举行|开|作出|决定|通过|达成|一次|整体|经过|基本|简要|简单|总结|决议|结论|结果|批准|形成|文件|报告|事项|东西)$/;

/** An overview of the meeting or document that the question names by session, day or title, or all that the meeting decided; null when it names none. */
export function composeOverview(intent: Intent, words: readonly WeighedWord[], scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): Draft | null {
  const asksDecisions = intent.type === 'conclusion' || (intent.type === 'list' && ASKS_DECISIONS.test(intent.folded));
  if ((intent.type !== 'overview' && !asksDecisions) || intent.quoted.length > 0) return null;
  const matter = words.filter(({ text, importance }) => importance >= 0.5 && !MANNER.test(text));
  const meant = articlesMeant(intent, matter, scope, ranked, corpus);
  // What was decided of one matter stands in a resolution on it, else in a sentence somewhere.
  const articles = asksDecisions && matter.length > 0 ? meant.filter((article) => corpus.headers[article]?.kind === 'resolution' && corpus.article(article).text.length <= MAX_RESOLUTION) : meant;
  for (const article of articles.slice(0, 2)) {
    const { text } = corpus.article(article);
    if (ownMatter(matter, article, corpus).length === 0 && readOutline(text).topics.length > 0) return composeMinutes(article, text, MAX_OVERVIEW);
  }
  const units = articles.flatMap((article, position) => aboutMatter(unitsOf(article, position, corpus), ownMatter(matter, article, corpus), intent.wantsTarget, corpus));
  const wanted = asksDecisions ? units.filter(({ role }) => role === 'decided') : units;
  return wanted.length === 0 ? null : draftOf(inOrder(chooseUnits(wanted, MAX_OVERVIEW), articles));
}

/** An overview of the matter that a sentence speaks of, from its own article: around it, and from the article's other passages that were found. */
export function composeOverviewAround(words: readonly WeighedWord[], article: number, best: Cut, ranked: readonly Ranked[], corpus: CorpusReader): Draft {
  const isLong = corpus.article(article).text.length > LONG_ARTICLE;
  const places = [{ start: best.start - AROUND / 2, end: best.end + AROUND }, ...ranked.slice(0, MAX_PASSAGES).flatMap(({ passage }) => (corpus.articleOfRow(passage.row) === article ? [passage] : []))];
  const near = unitsOf(article, 0, corpus).filter((unit) => !isLong || places.some(({ start, end }) => start <= unit.start && unit.end <= end));
  const matter = ownMatter(words.filter(({ text, importance }) => importance >= 0.5 && !MANNER.test(text)), article, corpus);
  const weighed = aboutMatter(near, matter, false, corpus);
  // Of a person or matter that the article keeps naming, only what names it is told.
  const isTold = near.filter((unit) => heldBy(textOf(unit, corpus), matter) >= 0.9).length >= MIN_TELLING;
  const relevant = isLong || (matter.length > 0 && isTold) ? nearMatter(weighed, matter, corpus) : weighed;
  const chosen = chooseUnits(relevant, MAX_OVERVIEW);
  return draftOf(chosen.length === 0 ? [best] : inOrder(chosen, [article]));
}

/** Units that speak of the matter asked for are worth more, and those of targets where these are asked for. */
function aboutMatter(units: readonly Unit[], matter: readonly WeighedWord[], wantsTarget: boolean, corpus: CorpusReader): Unit[] {
  return units.map((unit) => {
    const printed = textOf(unit, corpus);
    return { ...unit, worth: unit.worth + (matter.length === 0 ? 0 : MATTER * heldBy(printed, matter) ** 2) + (wantsTarget && /目标|预期|力争/.test(printed) ? TARGET * Math.min(4, findFigures(printed).length) : 0) };
  });
}

/** The asked words that tell one part of an article from another: what its header holds is said of all of it. */
function ownMatter(matter: readonly WeighedWord[], article: number, corpus: CorpusReader): WeighedWord[] {
  const header = corpus.headers[article];
  return header === undefined ? [...matter] : matter.filter((word) => presence(word, headerLine(header)) < 0.9);
}

/** Units that speak of the matter, and those of the same paragraph; all of them where none speaks of it. */
function nearMatter(units: readonly Unit[], matter: readonly WeighedWord[], corpus: CorpusReader): Unit[] {
  const speaking = units.filter((unit) => heldBy(textOf(unit, corpus), matter) >= MIN_MATTER);
  const isBeside = (unit: Unit): boolean => speaking.some((other) => !corpus.article(unit.article).text.slice(Math.min(unit.end, other.end), Math.max(unit.start, other.start)).includes('\n'));
  return speaking.length === 0 ? [...units] : units.filter((unit) => speaking.includes(unit) || isBeside(unit));
}

function heldBy(printed: string, matter: readonly WeighedWord[]): number {
  return coverage(matter, [{ folded: fold(printed), factor: 1 }]);
}

function textOf({ article, start, end }: Unit, corpus: CorpusReader): string {
  return corpus.article(article).text.slice(start, end);
}

function articlesMeant(intent: Intent, matter: readonly WeighedWord[], scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): number[] {
  const inScope = scope.articles === null ? null : [...scope.articles];
  if (inScope !== null && (intent.meetings.length === 0 || scope.body !== null || scope.named.length > 0)) return inScope.slice(0, MAX_ARTICLES);
  const found = inScope ?? [...new Set(ranked.filter(({ passage }) => gapsOfPassage(intent, passage, corpus).length === 0).map(({ passage }) => corpus.articleOfRow(passage.row)))];
  if (intent.meetings.length > 0 && matter.length === 0) return found.filter((article) => isOfMeeting(intent, article, corpus)).slice(0, MAX_ARTICLES);
  if (matter.length === 0) return [];
  const titled = found.map((article) => ({ article, held: coverage(matter, [{ folded: fold(`${corpus.headers[article]?.title ?? ''} ${corpus.headers[article]?.meeting ?? ''}`), factor: 1 }]) }));
  const best = titled.reduce((a, b) => (b.held > a.held ? b : a), { article: -1, held: 0 });
  return best.held >= MIN_TITLED ? [best.article] : [];
}

/** Whether the article's own header names every session asked for, and none more special: 主席团会议 is a part of the congress, not the congress. */
function isOfMeeting(intent: Intent, article: number, corpus: CorpusReader): boolean {
  const header = corpus.headers[article];
  if (header === undefined) return false;
  const titled = findMeetings(header.title);
  const held = findMeetings(header.meeting);
  const named = [...titled, ...held];
  // A record of two sessions at once tells of neither as a whole.
  if (held.some(({ key }) => !intent.meetings.some((asked) => asked.term === null || meetingsAgree(asked.key, key)))) return false;
  const asksPart = intent.meetings.some(({ term }) => term === null);
  return intent.meetings.every((asked) => named.some(({ key }) => meetingsAgree(asked.key, key))) && (asksPart || !titled.some(({ term }) => term === null));
}

function unitsOf(article: number, position: number, corpus: CorpusReader): Unit[] {
  const { title, text, kind } = corpus.article(article);
  // Of several records of one session, the one that tells it as a whole comes first.
  const isWhole = kind === 'minutes' || kind === 'record' || /概况|纪要|综述|公报|闭幕/.test(title);
  return readUnits(article, text, title).map((unit) => ({ ...unit, worth: unit.worth + (isWhole ? 1 : 0) - 0.1 * position }));
}

function inOrder(units: readonly Unit[], articles: readonly number[]): Cut[] {
  const order = [...units].sort((a, b) => (a.role === 'when' ? 0 : 1) - (b.role === 'when' ? 0 : 1) || articles.indexOf(a.article) - articles.indexOf(b.article) || a.start - b.start);
  return order.map(({ article, start, end }) => ({ article, start, end }));
}
