import { fold } from '../../../language/fold.js';
import { findFigures } from '../../../language/figures.js';
import { dice, squeeze } from '../../../language/likeness.js';
import { splitSentences } from '../../../language/sentences.js';
import { figuresAgree } from '../../../language/values.js';
import type { CorpusReader } from '../../../ports/generation.js';
import { presence, type WeighedWord } from '../../evidence.js';
import type { Intent } from '../../intent.js';
import type { Ranked } from '../../rank.js';
import type { Scope } from '../../scope.js';
import { refusal, type Cut, type Draft } from '../draft.js';
import { composeFromTopics } from '../topic.js';
import { oppositeOf, sameMatter, stancesOf, type Opposite } from './polarity.js';
import type { Claim } from './read-claim.js';
import { differsLead } from './rule.js';

const MAX_QUOTE = 200;
/** Longest recorded value that is set beside the claimed one. */
const MAX_VALUE = 40;
/** Share of the claim's words that a conclusion must say where nothing sharper can be compared. */
const MIN_SAID = 0.75;

/** The same of an outcome that is said to be the opposite: of the rest little may be said. */
const MIN_OPPOSED = 0.5;
/** Likeness from which an item of an agenda is the quoted one. */
const SAME_ITEM = 0.8;
const ATTENDED = /参加|出席|参会|与会|到会|列席/;
const PRESENTED = /汇报|介绍|主讲|分享|演讲|宣讲|讲解|报告人/;
const DISCUSSED = /讨论|审议|研究|议题|列入|上会|议程/;
/** What only names the part of the minutes that is spoken of. */
const LABEL = /^(?:结论|决定|结果|决议|意见|会议|议题|会上|最后|最终|获得|得到|没有|未能|予以)$/;
const NOT_FOUND: TopicRuling = { verdict: 'not_found', claimed: '', recorded: '', cut: null };

/** What the minutes of a topic say to a claim: the verdict, and the words to quote. */
export interface TopicRuling {
  verdict: 'supported' | 'contradicted' | 'not_found';
  claimed: string;
  recorded: string;
  cut: Cut | null;
}

/** Checks a claim about a meeting's agenda or attendance, or about a quoted topic, against the structure of its minutes; null where there is none. */
export function ruleByTopic(claim: Claim, intent: Intent, words: readonly WeighedWord[], scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): TopicRuling | null {
  const register = (type: 'agenda' | 'attendees'): readonly Cut[] => {
    const draft = scope.articles === null ? null : composeFromTopics({ ...intent, quoted: [], type }, words, scope, ranked, corpus);
    return draft?.kind === 'cuts' ? draft.cuts : [];
  };
  const people = claim.assertions.flatMap((assertion) => (assertion.kind === 'person' ? [assertion.name] : []));
  if (intent.quoted.length === 0) return people.length > 0 && ATTENDED.test(claim.text) ? ruleByRegister(people, register('attendees'), corpus) : null;
  const isPresented = people.length > 0 && PRESENTED.test(claim.text);
  if (people.length === 0 && DISCUSSED.test(claim.text) && stancesOf(claim.text).length === 0 && claim.assertions.every(({ kind }) => kind === 'date')) {
    const byAgenda = ruleByAgenda(claim, register('agenda'), corpus);
    if (byAgenda !== null) return byAgenda;
  }
  const draft = composeFromTopics({ ...intent, type: isPresented ? 'presenter' : 'conclusion' }, words, scope, ranked, corpus);
  if (draft === null) return null;
  if (draft.kind === 'refusal') return NOT_FOUND;
  return isPresented ? ruleByPresenter(people[0] ?? '', draft.cuts, corpus) : ruleByConclusion(claim, draft.cuts, corpus);
}

/** Everybody who is said to have been there stands in the list of those who were; who does not may have come late. */
function ruleByRegister(people: readonly string[], [cut]: readonly Cut[], corpus: CorpusReader): TopicRuling | null {
  if (cut === undefined) return null;
  const listed = fold(textOf(cut, corpus)).replace(/\s+/g, '');
  if (!people.every((name) => listed.includes(name))) return NOT_FOUND;
  const at = Math.max(0, fold(textOf(cut, corpus)).indexOf(people[0] ?? ''));
  const line = lineAround(textOf(cut, corpus), at);
  return { verdict: 'supported', claimed: '', recorded: '', cut: { article: cut.article, start: cut.start + line.start, end: cut.start + line.end } };
}

function ruleByAgenda(claim: Claim, agenda: readonly Cut[], corpus: CorpusReader): TopicRuling | null {
  const isItem = (cut: Cut, title: string): boolean => {
    const item = squeeze(fold(textOf(cut, corpus)));
    return item.includes(squeeze(title)) || dice(item.replace(/^(?:议题)?\d+/, ''), squeeze(title)) >= SAME_ITEM;
  };
  const cuts = claim.titles.map((title) => agenda.find((cut) => isItem(cut, title)));
  const [cut] = cuts;
  return cut === undefined || cuts.includes(undefined) ? null : { verdict: 'supported', claimed: '', recorded: '', cut };
}

/** The line of a list that holds an offset, not longer than is quoted. */
function lineAround(text: string, at: number): { start: number; end: number } {
  const start = text.lastIndexOf('\n', at) + 1;
  const next = text.indexOf('\n', at);
  const end = next < 0 ? text.length : next;
  return end - start <= MAX_QUOTE ? { start, end } : { start: at, end: Math.min(end, at + MAX_VALUE) };
}

function ruleByPresenter(name: string, cuts: readonly Cut[], corpus: CorpusReader): TopicRuling {
  const [cut] = cuts;
  if (cut === undefined) return { verdict: 'not_found', claimed: name, recorded: '', cut: null };
  const recorded = textOf(cut, corpus);
  const holds = fold(recorded).replace(/\s+/g, '').includes(name.replace(/\s+/g, ''));
  return { verdict: holds ? 'supported' : 'contradicted', claimed: name, recorded: recorded.trim().slice(0, MAX_VALUE), cut };
}

function ruleByConclusion(claim: Claim, cuts: readonly Cut[], corpus: CorpusReader): TopicRuling {
  const stances = stancesOf(claim.text);
  const figure = claim.assertions.find(({ kind }) => kind === 'figure');
  for (const part of cuts.flatMap((cut) => sentencesOf(cut, corpus))) {
    const said = fold(textOf(part, corpus));
    const rest = matterOf(claim, fold(headOf(part, corpus)));
    const share = rest.length === 0 ? 1 : rest.filter((word) => presence(word, said) >= 0.5 || sameMatter(word.text)?.test(said) === true).length / rest.length;
    if (figure?.kind === 'figure') {
      // The numbers of a list are no values.
      const recorded = findFigures(said).filter((candidate) => (candidate.unit !== '' || figure.figure.unit === '') && figuresAgree(figure.figure, candidate) !== 'other');
      if (recorded.length === 0 || share < MIN_SAID) continue;
      const same = recorded.find((candidate) => figuresAgree(figure.figure, candidate) === 'same');
      const shown = same ?? recorded[0];
      return { verdict: same === undefined ? 'contradicted' : 'supported', claimed: figure.text, recorded: shown === undefined ? '' : textOf(part, corpus).slice(shown.start, shown.end), cut: part };
    }
    const opposite: Opposite | null = oppositeOf(claim.text, said);
    if (opposite !== null && share >= MIN_OPPOSED) return { verdict: 'contradicted', ...opposite, cut: part };
    const isStanceSaid = stances.length > 0 && stancesOf(said).some(({ pair }) => stances.some((stance) => stance.pair === pair));
    if (share >= MIN_SAID && (isStanceSaid || rest.length > 0)) return { verdict: 'supported', claimed: '', recorded: '', cut: part };
  }
  return NOT_FOUND;
}

/** What a claim says of a conclusion besides the topic's title, its meeting and the outcome. */
function matterOf(claim: Claim, head: string): Claim['topic'] {
  return claim.topic.filter(({ text, importance }) => text.length >= 2 && importance >= 0.5 && !claim.quoted.includes(text) && !head.includes(text) && !LABEL.test(text) && stancesOf(text).length === 0);
}

function headOf({ article }: Cut, corpus: CorpusReader): string {
  const header = corpus.headers[article];
  return header === undefined ? '' : `${header.title} ${header.body} ${header.meeting}`;
}

/** The sentences of a cut as cuts of their own, none longer than is quoted. */
function sentencesOf(cut: Cut, corpus: CorpusReader): Cut[] {
  return splitSentences(textOf(cut, corpus)).map(({ start, end }) => ({ article: cut.article, start: cut.start + start, end: cut.start + Math.min(end, start + MAX_QUOTE) }));
}

function textOf({ article, start, end }: Cut, corpus: CorpusReader): string {
  return corpus.article(article).text.slice(start, end);
}

/** The draft of a ruling by topic. */
export function draftOfTopic({ verdict, claimed, recorded, cut }: TopicRuling, claim: Claim, { language }: Intent): Draft {
  if (cut === null || verdict === 'not_found') return { ...refusal('refused_not_in_passages', claim.visible.slice(0, MAX_QUOTE)), verdict: 'not_found' };
  const isChinese = language === 'zh';
  const supported = isChinese ? '说法与记录一致。记录：' : 'The record bears this out: ';
  return { kind: 'cuts', cuts: [cut], verdict, lead: verdict === 'supported' ? supported : differsLead([{ claimed, recorded }], { language }), findings: claimed === '' ? [] : [{ claimed, recorded, holds: verdict === 'supported' }] };
}
