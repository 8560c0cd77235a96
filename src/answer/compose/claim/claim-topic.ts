import { fold } from '../../../language/fold.js';
import { findFigures } from '../../../language/figures.js';
import { splitSentences } from '../../../language/sentences.js';
import { figuresAgree } from '../../../language/values.js';
import type { CorpusReader } from '../../../ports/generation.js';
import { presence, type WeighedWord } from '../../evidence.js';
import type { Intent } from '../../intent.js';
import type { Ranked } from '../../rank.js';
import type { Scope } from '../../scope.js';
import { refusal, type Cut, type Draft } from '../draft.js';
import { composeFromTopics } from '../topic.js';
import { oppositeOf, stancesOf, type Opposite } from './polarity.js';
import type { Claim } from './read-claim.js';

const MAX_QUOTE = 200;
/** Longest recorded value that is set beside the claimed one. */
const MAX_VALUE = 40;
/** Share of the claim's words that a conclusion must say where nothing sharper can be compared. */
const MIN_SAID = 0.75;

/** What the minutes of a topic say to a claim: the verdict, and the words to quote. */
export interface TopicRuling {
  verdict: 'supported' | 'contradicted' | 'not_found';
  claimed: string;
  recorded: string;
  cut: Cut | null;
}

/** Checks a claim about a quoted topic against the labelled parts of its minutes; null where there are none. */
export function ruleByTopic(claim: Claim, intent: Intent, words: readonly WeighedWord[], scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): TopicRuling | null {
  if (intent.quoted.length === 0) return null;
  const person = claim.assertions.find(({ kind }) => kind === 'person');
  const draft = composeFromTopics({ ...intent, type: person === undefined ? 'conclusion' : 'presenter' }, words, scope, ranked, corpus);
  if (draft === null) return null;
  if (draft.kind === 'refusal') return { verdict: 'not_found', claimed: '', recorded: '', cut: null };
  return person === undefined ? ruleByConclusion(claim, draft.cuts, corpus) : ruleByPresenter(person.text, draft.cuts, corpus);
}

function ruleByPresenter(name: string, cuts: readonly Cut[], corpus: CorpusReader): TopicRuling {
  const [cut] = cuts;
  if (cut === undefined) return { verdict: 'not_found', claimed: name, recorded: '', cut: null };
  const recorded = textOf(cut, corpus);
  const holds = fold(recorded).replace(/\s+/g, '').includes(name.replace(/\s+/g, ''));
  return { verdict: holds ? 'supported' : 'contradicted', claimed: name, recorded: recorded.trim().slice(0, MAX_VALUE), cut };
}

function ruleByConclusion(claim: Claim, cuts: readonly Cut[], corpus: CorpusReader): TopicRuling {
  const notFound: TopicRuling = { verdict: 'not_found', claimed: '', recorded: '', cut: null };
  const stances = stancesOf(claim.text);
  for (const part of cuts.flatMap((cut) => sentencesOf(cut, corpus))) {
    const said = fold(textOf(part, corpus));
    const opposite: Opposite | null = oppositeOf(claim.text, said);
    if (opposite !== null) return { verdict: 'contradicted', ...opposite, cut: part };
    const figure = claim.assertions.find(({ kind }) => kind === 'figure');
    if (figure?.kind === 'figure') {
      const recorded = findFigures(said).filter((candidate) => figuresAgree(figure.figure, candidate) !== 'other');
      if (recorded.length === 0) continue;
      const same = recorded.find((candidate) => figuresAgree(figure.figure, candidate) === 'same');
      const shown = same ?? recorded[0];
      return { verdict: same === undefined ? 'contradicted' : 'supported', claimed: figure.text, recorded: shown === undefined ? '' : textOf(part, corpus).slice(shown.start, shown.end), cut: part };
    }
    if (stances.length > 0 ? stancesOf(said).some(({ pair }) => stances.some((stance) => stance.pair === pair)) : saysWords(claim, said, fold(headOf(part, corpus)))) return { verdict: 'supported', claimed: '', recorded: '', cut: part };
  }
  return notFound;
}

function saysWords(claim: Claim, said: string, head: string): boolean {
  const words = claim.topic.filter(({ text, importance }) => text.length >= 2 && importance >= 0.5 && !claim.quoted.includes(text) && !head.includes(text) && !/^(?:结论|决定|结果|决议|意见)$/.test(text));
  return words.length > 0 && words.filter((word) => presence(word, said) >= 0.5).length >= MIN_SAID * words.length;
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
export function draftOfTopic(ruling: TopicRuling, claim: Claim, lead: string): Draft {
  if (ruling.cut === null) return { ...refusal('refused_not_in_passages', claim.visible.slice(0, MAX_QUOTE)), verdict: 'not_found' };
  return { kind: 'cuts', cuts: [ruling.cut], verdict: ruling.verdict, lead };
}
