import { datesAgree, findDates } from '../../language/dates.js';
import { fold } from '../../language/fold.js';
import { squeeze } from '../../language/likeness.js';
import { splitClauses, type Span } from '../../language/sentences.js';
import { recordSentences } from './record-sentences.js';
import { coverage, headerLine, presence, type WeighedWord } from '../evidence.js';
import type { Intent } from '../intent.js';
import type { Ranked } from '../rank.js';
import type { TermMatch } from '../term-match.js';
import { valuesIn } from './answer-value.js';

/** What speaks for a sentence; each is 0 to 1 unless said otherwise. */
export const SENTENCE_FEATURES = ['terms', 'termsBefore', 'termsAfter', 'termsAround', 'run', 'words', 'wordsAround', 'value', 'noValue', 'rank', 'heading', 'label', 'names', 'isFirst', 'isLast', 'logLength', 'date', 'opening', 'clause'] as const;
export type SentenceFeature = (typeof SENTENCE_FEATURES)[number];

export interface SentenceCandidate {
  ranked: Ranked;
  /** In the passage's text. */
  span: Span;
  /** Spans that could be the value asked for, in the sentence; null where the type has none. */
  values: Span[] | null;
  features: Record<SentenceFeature, number>;
  /** Share of the asked words that the sentence and its surroundings hold. */
  coverage: number;
}

/** Sentences of a passage with the features of each. `top` is the best ranking score of the question. */
export function sentenceCandidates(intent: Intent, words: readonly WeighedWord[], match: TermMatch, ranked: Ranked, top: number): SentenceCandidate[] {
  const { passage } = ranked;
  const folded = fold(passage.text);
  const header = headerLine(passage.header);
  const heading = fold(passage.heading);
  const sentences = recordSentences(passage.text);
  const titles = new Set([squeeze(passage.header.title), ...passage.heading.split(' / ').map(squeeze)]);
  const hasMatter = words.some(({ text, importance }) => importance >= 0.5 && !header.includes(text));
  return sentences.map((span, index) => {
    const own = folded.slice(span.start, span.end);
    const around = folded.slice(sentences[index - 1]?.start ?? span.start, sentences[index + 1]?.end ?? span.end);
    const values = valuesIn(intent, passage.text.slice(span.start, span.end), passage.header.title);
    const near = [{ folded: own, factor: 1 }, { folded: around, factor: 0.85 }, { folded: heading, factor: 0.9 }, { folded: header, factor: 0.9 }, { folded, factor: 0.85 }];
    const held = coverage(words, near);
    const features = {
      terms: match(own, header),
      termsBefore: match(folded.slice(sentences[index - 1]?.start ?? span.start, span.start), header),
      termsAfter: match(folded.slice(span.end, sentences[index + 1]?.end ?? span.end), header),
      run: Math.min(1, longestRun(intent.folded, own, header) / 8),
      termsAround: match(`${heading} ${around}`, header),
      words: coverage(words.filter(({ text }) => !header.includes(text)), [{ folded: own, factor: 1 }]),
      wordsAround: held,
      value: values !== null && values.length > 0 ? 1 : 0,
      noValue: values?.length === 0 ? 1 : 0,
      rank: ranked.score / top,
      heading: isHeading(own, titles) ? 1 : 0,
      label: labelHeld(intent.askedNoun, intent.compounds, words.filter(({ text }) => !header.includes(text)), own),
      names: namesHeld(words, own, folded),
      isFirst: index === 0 && passage.start === 0 ? 1 : 0,
      isLast: index === sentences.length - 1 ? 1 : 0,
      logLength: Math.log(1 + own.length / 20),
      date: datesHeld(intent, passage.text.slice(span.start, span.end), own),
      opening: index === 0 && passage.start === 0 && hasMatter && startsWithTitle(own, passage.header.title) ? 1 : 0,
      clause: Math.max(0, ...splitClauses(folded, span).map((clause) => match(folded.slice(clause.start, clause.end), header))),
    };
    return { ranked, span, values, features, coverage: held };
  });
}

function isHeading(own: string, titles: ReadonlySet<string>): boolean {
  if (/^#{1,6}\s/.test(own)) return true;
  const squeezed = squeeze(own);
  return titles.has(squeezed) || (!/[。！？!?;；…:：）)”"]$/.test(own) && [...titles].some((title) => title.length > squeezed.length && squeezed.length >= 6 && title.includes(squeezed)));
}

/** Length of the longest stretch of the question that the sentence holds, what the header holds left out. */
function longestRun(question: string, sentence: string, header: string): number {
  let longest = 0;
  for (let start = 0; start < question.length; start++) {
    let length = longest + 1;
    while (start + length <= question.length && sentence.includes(question.slice(start, start + length)) && !header.includes(question.slice(start, start + length))) length++;
    longest = Math.max(longest, length - 1);
  }
  return longest;
}

/** How fully (0 to 1) the question names a label of the sentence (设立日期：…). */
function labelHeld(askedNoun: string | null, compounds: readonly string[], words: readonly WeighedWord[], own: string): number {
  const labels = [...own.matchAll(/(?:^|[\s，,;；-])([\u3400-\u9fff]{2,8})[:：]\s*\S/g)].map((match) => match[1] ?? '');
  const named = (label: string): number => Math.max(0, ...words.filter((word) => presence(word, label) >= 0.9).map(({ text }) => Math.max(0.5, Math.min(1, text.length / label.length))), ...compounds.map((compound) => (label.includes(compound) ? compound.length / label.length : 0)));
  return Math.max(0, ...labels.map((label) => (askedNoun !== null && label.endsWith(askedNoun) ? 1 : named(label))));
}

/** Share of the question's names that the sentence holds; in the rest of the passage they count less. 1 when it names nobody. */
function namesHeld(words: readonly WeighedWord[], own: string, passage: string): number {
  const names = words.filter(({ isName }) => isName);
  return names.length === 0 ? 1 : coverage(names, [{ folded: own, factor: 1 }, { folded: passage, factor: 0.6 }]);
}

/** Share of the asked dates that the sentence itself names. */
function datesHeld(intent: Intent, sentence: string, own: string): number {
  if (intent.dates.length === 0 || !/[年月日号]|\d/.test(own)) return 0;
  const named = findDates(sentence);
  return intent.dates.filter((asked) => named.some((date) => datesAgree(asked, date) && (asked.month === null || date.month !== null))).length / intent.dates.length;
}

/** Whether a sentence says what the article is about (某某是…): it answers only a question for just that. */
function startsWithTitle(own: string, title: string): boolean {
  const name = squeeze(fold(title));
  return name.length >= 2 && squeeze(own.slice(0, 2 * name.length + 4)).includes(name);
}
