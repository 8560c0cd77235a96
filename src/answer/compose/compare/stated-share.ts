import { findFigures } from '../../../language/figures.js';
import { fold } from '../../../language/fold.js';
import { splitSentences, type Span } from '../../../language/sentences.js';
import type { CorpusReader } from '../../../ports/generation.js';
import { coverage, gapsOfPassage, presence, type WeighedWord } from '../../evidence.js';
import { draftOf, type Draft } from '../draft.js';
import type { SideEvidence } from './side-value.js';

const MAX_PASSAGES = 10;
/** A word counts as said of the part or the whole from here. */
const SAID = 0.75;
/** Words that ask for the share. */
const MANNER = /^(?:多少|比例|比重|占|占比|百分比|份额|全部|所有|总数|有)$/;

/** The share of a part in a whole where the record states it itself, as a quote; null where it does not. The sides are the part's evidence and the whole's. */
export function composeStatedShare([part, whole]: readonly SideEvidence[], corpus: CorpusReader): Draft | null {
  if (part === undefined || whole === undefined) return null;
  const ownOf = (side: SideEvidence, other: SideEvidence): WeighedWord[] => side.words.filter(({ text, importance }) => importance >= 0.5 && !MANNER.test(text) && !other.words.some((word) => word.text === text));
  const ofPart = ownOf(part, whole);
  const ofWhole = ownOf(whole, part);
  if (ofPart.length === 0) return null;
  for (const { passage } of part.ranked.slice(0, MAX_PASSAGES)) {
    const article = corpus.articleOfRow(passage.row);
    if (part.scope.articles === null ? gapsOfPassage(part.intent, passage, corpus).length > 0 : !part.scope.articles.has(article)) continue;
    for (const sentence of splitSentences(passage.text)) {
      const span = statedIn(passage.text, sentence, ofPart, ofWhole);
      if (span !== null) return draftOf([{ article, start: passage.start + span.start, end: passage.start + span.end }]);
    }
  }
  return null;
}

function statedIn(text: string, sentence: Span, ofPart: readonly WeighedWord[], ofWhole: readonly WeighedWord[]): Span | null {
  const printed = text.slice(sentence.start, sentence.end);
  let from = 0;
  for (const figure of findFigures(printed)) {
    if (figure.unit !== '%') continue;
    const segment = fold(printed.slice(from, figure.start));
    const at = segment.lastIndexOf('占');
    // The part stands before 占, the whole behind it or nowhere; a whole of another name is another share.
    const subject = segment.slice(0, at);
    const of = segment.slice(at + 1).replace(/[的约了达到]/g, '');
    const isWhole = of === '' ? ofWhole.every((word) => presence(word, fold(printed.slice(0, figure.start))) >= SAID) : coverage(ofWhole, [{ folded: of, factor: 1 }]) >= SAID;
    if (at >= 0 && isWhole && ofPart.every((word) => presence(word, subject) >= SAID)) {
      const lead = /^[，,；;、\s]+/.exec(printed.slice(from))?.[0].length ?? 0;
      return { start: sentence.start + from + lead, end: sentence.start + figure.end };
    }
    from = figure.end;
  }
  return null;
}
