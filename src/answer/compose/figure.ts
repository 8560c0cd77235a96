import { fold } from '../../language/fold.js';
import { bigramShare, squeeze } from '../../language/likeness.js';
import { splitClauses, type Span } from '../../language/sentences.js';
import { recordSentences } from './record-sentences.js';
import { datesAgree, findDates } from '../../language/dates.js';
import type { CorpusReader } from '../../ports/generation.js';
import { coverage, gapsOfPassage, headerLine, presence, shareSaid, yearAbove, type WeighedWord } from '../evidence.js';
import type { Intent } from '../intent.js';
import type { Ranked } from '../rank.js';
import type { Scope } from '../scope.js';
import { valuesIn } from './answer-value.js';
import { asksPart, countedPersons } from './counted.js';
import { conflictDraft, conflictOf, type Stated } from './conflict.js';
import { chosenDraft, draftOf, refusal, type Chosen, type Cut, type Draft } from './draft.js';
import { compoundHeld, distanceFrom, isDenominator, MAX_OPEN, OPEN_END, openBefore, periodHeld, yearHeld } from './figure-fit.js';
import { isInPlan } from '../../language/plan-parts.js';
import { targetness } from '../../language/targetness.js';

const MAX_PASSAGES = 14;
/** Least share of the asked words that the clause of the figure and what leads to it must hold. */
const MIN_COVERAGE = 0.6;
/** Clauses before the figure that are quoted with it for its subject, in UTF-16 units. */
const MAX_LEAD = 60;
/** Longest sentence quoted whole where several figures are asked for. */
const MAX_SERIES = 280;

/** A figure that says how much more or less, not how much. */
const COMPARED = /比(?:上年|去年|同期|上一?届|上次)?.{0,8}(?:多|少|增|减|高|低)|[高低多少快慢]于/;

/** A part or an addition, where the whole is asked for. */
const PARTIAL = /^(?:其中|新建|新增|新改建|新开工|新引进|改造|扩建)|单位|人均|户均|亩均/;

/** Growth is asked for, not a level. */
const ASKS_CHANGE = /(?:增长|增加|提高|上升|下降|减少|降低|涨|跌)了?(?:多少|百分之几|几)|增幅|增速|涨幅|降幅/;
const CHANGE = /增|提高|上升|降|减|涨|跌/;

/** What the clause gains that says all a follow-up brought. */
const BROUGHT_BONUS = 0.5;

interface Reading {
  ranked: Ranked;
  /** In the passage's text. */
  clause: Span;
  sentence: Span;
  score: number;
  coverage: number;
  gaps: number;
  /** See targetness. */
  target: number;
  /** What was reached is asked for, not what was planned. */
  wantsResult: boolean;
  isCompoundHeld: boolean;
}

/** Answers a question for a figure with the clause that gives it; null when no passage holds a figure of the asked unit. */
export function composeFigure(intent: Intent, weighed: readonly WeighedWord[], scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): Draft {
  // An indicator that no record names is no manner of speaking: it keeps its full weight here.
  const words = weighed.map((word) => (word.isUnknown && word.importance === 1 && !word.isName ? { ...word, weight: word.weight * 2 } : word));
  const found = readings(intent, words, scope, ranked, corpus).sort((a, b) => b.score - a.score);
  const best = bestOf(intent, found);
  if (best === undefined) return refusal('refused_not_in_passages', words.map(({ text }) => text).slice(0, 3).join('、'));
  if (!isAcceptable(intent, best)) {
    const folded = fold(best.ranked.passage.text);
    return refusal('refused_not_in_passages', intent.compounds.find((compound) => !folded.includes(compound)) ?? words.filter(({ text }) => !folded.includes(text)).map(({ text }) => text).slice(0, 3).join('、'));
  }
  const unnamed = words.find((word) => word.isName && presence(word, fold(best.ranked.passage.text) + headerLine(best.ranked.passage.header) + fold(best.ranked.passage.heading)) < 0.6 && !intent.places.some((place) => word.text.startsWith(place)));
  if (unnamed !== undefined) return refusal('refused_not_in_passages', unnamed.text);
  const cutOf = (reading: Reading): Cut => {
    const { passage } = reading.ranked;
    const span = withSubject(intent, words, passage.text, reading);
    return { article: corpus.articleOfRow(passage.row), start: passage.start + span.start, end: passage.start + span.end };
  };
  const other = found.find((reading) => isAsGood(reading, best) && conflictOf(statedBy(best, cutOf(best), corpus), statedBy(reading, cutOf(reading), corpus)) !== null);
  const chosen: Chosen = { among: 'figures', lead: best.score - (found.find((reading) => reading !== best)?.score ?? best.score - 1) };
  if (other === undefined) return chosenDraft(draftOf([cutOf(best)]), chosen);
  const dateOf = ({ ranked: { passage } }: Reading): string => passage.header.date ?? '';
  return chosenDraft(conflictDraft([best, other].sort((a, b) => dateOf(b).localeCompare(dateOf(a))).map((reading) => ({ cut: cutOf(reading), date: dateOf(reading) })), intent.language), chosen);
}

/** How far behind the best a reading that meets every demand may be and still be taken before one that does not. */
const MAX_YIELD = 0.5;

/** The best reading, or the best one that meets every demand where that one is hardly worse. */
function bestOf(intent: Intent, found: readonly Reading[]): Reading | undefined {
  const [first] = found;
  return first === undefined || isAcceptable(intent, first) ? first : (found.find((reading) => first.score - reading.score <= MAX_YIELD && isAcceptable(intent, reading)) ?? first);
}

function isAcceptable(intent: Intent, { gaps, target, wantsResult, coverage: held, isCompoundHeld }: Reading): boolean {
  return gaps === 0 && !(intent.wantsTarget && target < 0) && !(wantsResult && target >= 0.7) && held >= MIN_COVERAGE && isCompoundHeld;
}

/** How far behind the best a reading may be and still contradict it. */
const MAX_BEHIND = 0.3;

function isAsGood(reading: Reading, best: Reading): boolean {
  return reading !== best && Math.abs(best.score - reading.score) <= MAX_BEHIND && reading.gaps === 0 && reading.isCompoundHeld && reading.coverage >= MIN_COVERAGE;
}

function statedBy({ ranked: { passage }, target }: Reading, { article, start, end }: Cut, corpus: CorpusReader): Stated {
  const record = corpus.article(article);
  const { date, meeting } = passage.header;
  return { text: record.text.slice(start, end), year: yearAbove(record, start) ?? (date === null ? null : Number(date.slice(0, 4))), date: date ?? '', meeting, isTarget: target >= 0.7 };
}

function readings(intent: Intent, words: readonly WeighedWord[], scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): Reading[] {
  const found: Reading[] = [];
  const top = ranked[0]?.score ?? 1;
  const considered = ranked.slice(0, scope.articles === null ? MAX_PASSAGES : 2 * MAX_PASSAGES);
  // A report of one year tells figures of another: the year asked beside the report's own must govern the clause.
  const years = intent.dates.flatMap(({ year, month }) => (year === null || month !== null || scope.named.some((name) => name.includes(String(year))) ? [] : [year]));
  const isAboutMeeting = intent.meetings.length > 0 || /会|报告|决议/.test(intent.folded);
  const asksChange = ASKS_CHANGE.test(intent.folded);
  const wantsResult = (scope.named.length > 0 && years.length > 0) || /(?:增长|增加|完成|达到|实现|提高|下降)了|去年|上年|实际|已经/.test(intent.folded);
  const persons = countedPersons(intent);
  const isPart = asksPart(intent);
  const fitting = scope.articles === null ? considered.filter(({ passage }) => gapsOfPassage(intent, passage, corpus).length === 0) : considered;
  for (const candidate of fitting.length > 0 ? fitting : considered) {
    const { passage } = candidate;
    if (scope.articles !== null && !scope.articles.has(corpus.articleOfRow(passage.row))) continue;
    const folded = fold(passage.text);
    const around = [{ folded: headerLine(passage.header), factor: 0.85 }, { folded: fold(passage.heading), factor: 0.85 }, { folded, factor: 0.45 }];
    const gaps = scope.articles === null ? gapsOfPassage(intent, passage, corpus).length : 0;
    const header = headerLine(passage.header);
    const article = years.length === 0 ? null : corpus.article(corpus.articleOfRow(passage.row));
    const untitled = words.filter(({ text }) => !header.includes(text));
    const title = squeeze(passage.header.title);
    let before = '';
    const asksTime = intent.wantsTarget || wantsResult;
    // A list of targets runs on over line breaks and passage borders: its lead-in governs every item.
    let open = asksTime ? openBefore(corpus.article(corpus.articleOfRow(passage.row)).text, passage.start) : '';
    for (const sentence of recordSentences(passage.text)) {
      const clauses = splitClauses(passage.text, sentence);
      for (const [index, clause] of clauses.entries()) {
        const values = valuesIn(intent, passage.text.slice(clause.start, clause.end));
        if (values === null || values.length === 0) continue;
        const own = folded.slice(clause.start, clause.end);
        const lead = folded.slice(sentence.start, clause.start);
        if (persons !== null && !(before + lead + own).includes(persons)) continue;
        const last = folded.slice(clauses[index - 1]?.start ?? clause.start, clause.start);
        const held = coverage(words, [{ folded: own, factor: 1 }, { folded: last, factor: 0.95 }, { folded: lead, factor: 0.7 }, { folded: before, factor: 0.6 }, ...around]);
        const direct = coverage(untitled, [{ folded: own, factor: 1 }, { folded: last, factor: 0.8 }]);
        // A part of plans makes a target possible, not likely: it counts for what is accepted, not for what is best.
        const inPlan = asksTime && isInPlan(corpus.article(corpus.articleOfRow(passage.row)), passage.start + clause.start);
        // 目标30亿元、实际26.4亿元: the clause tells both.
        const target = wantsResult && /(?:实际|完成|到位|达到)[^,，。]{0,6}\d/.test(own) && /目标[^,，。]{0,6}\d/.test(own) ? -0.7 : targetness(open + lead + own, before);
        const otherPeriod = periodHeld(intent.folded, own, lead, `${header} ${fold(passage.heading)} ${before}`) ? 0 : 1;
        const vague = /突破|超过|逾|近|约|左右|以上/.test(own) && !/大约|大概|左右|突破|超过/.test(intent.folded) ? 0.2 : 0;
        const partial = PARTIAL.test(own) && !PARTIAL.test(intent.folded) && !/新|其中/.test(intent.folded) && !isPart ? 0.25 : 0;
        // A class beside its share of the whole is not the whole.
        const isClass = /占[^,，。;；]{0,14}\d/.test(folded.slice(clause.end, sentence.end)) && !/类|占|方面|哪/.test(intent.folded) ? 0.6 : 0;
        const apart = Math.min(0.3, 0.05 * distanceFrom(intent, own, values[0]?.start ?? 0));
        const otherYear = article === null || yearHeld(years, article, lead + own, passage.start + clause.start, isAboutMeeting) ? 0 : 1;
        const denominator = isDenominator(intent, last + own) ? 1 : 0;
        const compound = compoundHeld(intent, words, header, own, lead);
        const score = held + 0.7 * direct + 0.3 * (candidate.score / top) - 0.6 * gaps + (intent.wantsTarget ? target : wantsResult ? -1.2 * Math.max(0, target) : 0) - 0.6 * otherYear - 0.6 * otherPeriod - vague - partial - isClass - apart - 0.5 * denominator + (COMPARED.test(own) && !/比|多|增加|提高|增长/.test(intent.folded) ? -0.2 : 0) + (compound ? 0.15 : -0.4) + 0.4 * Math.max(0, ...intent.compounds.map((asked) => bigramShare(asked, isPart ? last + own : own))) + (asksChange ? (CHANGE.test(own) ? 0.4 : -0.8) : 0) - 0.001 * (clause.end - clause.start) - (title.includes(squeeze(own)) ? 0.6 : 0) + BROUGHT_BONUS * shareSaid(intent.brought, own);
        found.push({ ranked: candidate, clause, sentence, score, coverage: held, gaps: gaps + otherYear + otherPeriod + denominator + (asksChange && !CHANGE.test(own) ? 1 : 0), target: inPlan ? Math.max(target, 0) : target, wantsResult: wantsResult && !intent.wantsTarget, isCompoundHeld: compound });
      }
      const own = folded.slice(sentence.start, sentence.end);
      open = OPEN_END.test(own) ? (open + own).slice(-MAX_OPEN) : '';
      // Items of a list stand under their lead-in, not under the item before.
      if (!/^[-+•*·]\s/.test(own)) before = own;
    }
  }
  return found;
}

/** The clause, with the clauses before it as long as they add words of the question, or a subject where the clause opens with its verb. */
function withSubject(intent: Intent, words: readonly WeighedWord[], text: string, { clause, sentence }: Reading): Span {
  const isManifold = /各|分别|哪几|哪些|[,，](?:[\u3400-\u9fff]{0,6})(?:从哪|哪来|哪里来|怎么|谁|什么时候|多久)/.test(intent.folded) || (intent.folded.match(/多少|几(?=[个件条项人次名张家])/g)?.length ?? 0) >= 2;
  if (isManifold && sentence.end - sentence.start <= MAX_SERIES) return sentence;
  const clauses = splitClauses(text, sentence);
  const at = clauses.findIndex(({ start }) => start === clause.start);
  const folded = fold(text);
  const held = (from: number): number => coverage(words, [{ folded: folded.slice(from, clause.end), factor: 1 }]);
  let start = clause.start;
  for (let index = at - 1; index >= 0; index--) {
    const earlier = clauses[index]?.start ?? start;
    if (clause.start - earlier > MAX_LEAD) break;
    const isDated = intent.dates.length > 0 && findDates(text.slice(earlier, start)).some((date) => intent.dates.some((asked) => datesAgree(asked, date)));
    if (isDated || held(earlier) > held(start) || /^(?:占|达|增|下降|提高|同比|约|共|其中|为|比)/.test(folded.slice(start, start + 2))) start = earlier;
  }
  const end = /[，,；;、]/.test(text[clause.end - 1] ?? '') ? clause.end - 1 : clause.end;
  return { start, end };
}
