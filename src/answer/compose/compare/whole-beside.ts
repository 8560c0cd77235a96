import { findFigures } from '../../../language/figures.js';
import { splitSentences } from '../../../language/sentences.js';
import type { CorpusReader } from '../../../ports/generation.js';
import { orderOf } from './arithmetic.js';
import type { SideValue } from './side-value.js';

/**
 * The whole that the sentence of a part gives before it: 收到提案212件，其中集体提案27件; 收到的212件提案里，集体提案有27件.
 * Null where the sentence sets the part under no whole.
 */
export function wholeBeside(part: SideValue, corpus: CorpusReader): SideValue | null {
  const { text } = corpus.article(part.cut.article);
  const sentence = splitSentences(text).find(({ start, end }) => start <= part.cut.start && part.cut.start < end);
  if (sentence === undefined) return null;
  const printed = text.slice(sentence.start, sentence.end);
  const figures = findFigures(printed);
  const own = figures.find(({ value, unit }) => value === part.figure.value && unit === part.figure.unit);
  if (own === undefined) return null;
  const whole = figures.findLast((figure) => figure.end <= own.start && figure.unit === own.unit && (orderOf(figure, own) ?? -1) > 0 && /其中|[里中][,，]/.test(printed.slice(figure.end, own.start)));
  return whole === undefined ? null : { figure: whole, printed: printed.slice(whole.start, whole.end), isTarget: part.isTarget, cut: { article: part.cut.article, start: sentence.start, end: sentence.end } };
}
