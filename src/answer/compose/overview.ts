import { splitSentences } from '../../language/sentences.js';
import { squeeze } from '../../language/likeness.js';
import { fold } from '../../language/fold.js';
import type { CorpusReader } from '../../ports/generation.js';
import { coverage, type WeighedWord } from '../evidence.js';
import type { Intent } from '../intent.js';
import { draftOf, type Cut, type Draft } from './draft.js';

/** Longest overview, in UTF-16 units. */
const MAX_OVERVIEW = 270;

/** What an article reports, in its first telling sentences, from the sentence that fits the question on where that stands deep inside a long one. */
export function composeOverview(intent: Intent, words: readonly WeighedWord[], article: number, best: Cut, corpus: CorpusReader): Draft {
  const { text, title } = corpus.article(article);
  const titles = squeeze(title);
  const sentences = splitSentences(text).filter(({ start, end }) => /[。！？!?；;]["”』）)]?$/.test(text.slice(start, end)) && !text.slice(start, end).startsWith('#') && !titles.includes(squeeze(text.slice(start, end))));
  const isAboutWhole = coverage(words, [{ folded: fold(title), factor: 1 }]) > 0.5 || intent.meetings.length > 0 || best.start < 400;
  const from = isAboutWhole ? 0 : Math.max(0, sentences.findIndex(({ end }) => end > best.start));
  const cuts: Cut[] = [];
  let length = 0;
  for (const { start, end } of sentences.slice(from)) {
    if (length + end - start > MAX_OVERVIEW && cuts.length > 0) break;
    cuts.push({ article, start, end: Math.min(end, start + MAX_OVERVIEW) });
    length += end - start;
  }
  return draftOf(cuts.length === 0 ? [best] : cuts);
}
