import { fold } from '../../language/fold.js';
import { findMeetings, meetingsAgree } from '../../language/meetings.js';
import { splitSentences } from '../../language/sentences.js';
import type { CorpusReader } from '../../ports/generation.js';
import { refusal, type Cut, type Draft } from '../compose/draft.js';
import type { Found } from '../find-evidence.js';
import { unmetDemand, type Grounds } from './unmet-demand.js';

/** The draft, or a refusal where what it quotes does not meet a demand of the question. Claims, computed values and the sides of a comparison have checks of their own. */
export function checkDemands({ intent, words }: Found, draft: Draft, corpus: CorpusReader): Draft {
  if (draft.kind === 'refusal' || draft.verdict !== null || draft.computed !== undefined || draft.isComparison === true || intent.type === 'claim') return draft;
  const grounds = groundsOf(draft.cuts, corpus);
  const unmet = otherSession(intent, draft.cuts, grounds, corpus) ?? unmetDemand(intent, words, grounds);
  return unmet === null ? draft : refusal('refused_not_in_passages', unmet);
}

/** A numbered session that is only announced where another one is recorded: what that other one did is no answer. */
function otherSession({ meetings }: Found['intent'], cuts: readonly Cut[], { said }: Grounds, corpus: CorpusReader): string | null {
  const [asked, another] = meetings;
  if (asked === undefined || another !== undefined) return null;
  const isIn = (text: string): boolean => findMeetings(text).some(({ key }) => meetingsAgree(key, asked.key));
  if (isIn(said)) return null;
  const isOfAnother = cuts.every(({ article }) => {
    const { title, meeting } = corpus.article(article);
    const own = findMeetings(meeting);
    return own.length > 0 && own.every(({ session }) => session !== null) && !isIn(`${title} ${meeting}`);
  });
  return isOfAnother ? asked.text : null;
}

/** The sentences that the cuts stand in, and the whole articles with their headers. */
function groundsOf(cuts: readonly Cut[], corpus: CorpusReader): Grounds {
  const said = cuts.flatMap((cut) => {
    const { text } = corpus.article(cut.article);
    return splitSentences(text).filter(({ start, end }) => start < cut.end && cut.start < end).map(({ start, end }) => text.slice(start, end));
  });
  const articles = [...new Set(cuts.map(({ article }) => article))].map((ordinal) => {
    const { title, body, meeting, text } = corpus.article(ordinal);
    return [title, body, meeting, text].join('\n');
  });
  const titles = cuts.map(({ article }) => corpus.article(article).title);
  return { said: fold(said.join('\n')), titles: fold(titles.join('\n')), articles: fold(articles.join('\n')) };
}
