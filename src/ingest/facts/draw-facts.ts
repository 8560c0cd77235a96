import type { Article } from '../../domain/corpus.js';
import type { ArticleFacts } from '../../domain/facts.js';
import { fold } from '../../language/fold.js';
import { splitSentences, type Span } from '../../language/sentences.js';
import { drawFigures, type FoundFigure } from './draw-figures.js';
import { drawPeople, mergePeople, type FoundPerson } from './draw-people.js';
import { drawTableFigures } from './draw-table-figures.js';

/**
 * The people with their offices and the figures with what they are of, from an article that was described and screened:
 * what is masked there is drawn out nowhere.
 */
export function drawFacts(article: Article): ArticleFacts {
  const { text, date } = article;
  const people: FoundPerson[] = [];
  const figures: FoundFigure[] = [];
  let before = '';
  for (const sentence of splitSentences(text)) {
    const printed = text.slice(sentence.start, sentence.end);
    const isEnglish = isMostlyLatin(printed);
    for (const part of isEnglish ? englishSentences(text, sentence) : [sentence]) {
      const said = text.slice(part.start, part.end);
      people.push(...drawPeople(said, date, isEnglish).map((person) => ({ ...person, at: person.at + part.start })));
      if (!said.startsWith('|')) figures.push(...drawFigures(article, part, before, isEnglish));
      before = fold(said);
    }
  }
  figures.push(...drawTableFigures(article));
  const placed = people.map(({ at, ...person }) => ({ ...person, line: lineAt(article, at) }));
  return { people: mergePeople(placed), figures: figures.sort((a, b) => a.at - b.at).map(({ at, ...figure }) => ({ ...figure, line: lineAt(article, at) })) };
}

function isMostlyLatin(text: string): boolean {
  const latin = text.match(/[A-Za-z]/g)?.length ?? 0;
  return latin > 20 && latin > 4 * (text.match(/[\u3400-\u9fff]/g)?.length ?? 0);
}

/** A full stop ends an English sentence where a capital follows; it stands in figures and initials too. */
function englishSentences(text: string, within: Span): Span[] {
  const spans: Span[] = [];
  let start = within.start;
  for (const match of text.slice(within.start, within.end).matchAll(/(?<![A-Z]|\b(?:Mr|Ms|Mrs|Dr|No|St))\.\s+(?=[A-Z])/g)) {
    const end = within.start + match.index + 1;
    spans.push({ start, end });
    start = within.start + match.index + match[0].length;
  }
  return [...spans, { start, end: within.end }];
}

function lineAt({ lines }: Article, offset: number): number | null {
  return lines.findLast((mark) => mark.offset <= offset)?.line ?? null;
}
