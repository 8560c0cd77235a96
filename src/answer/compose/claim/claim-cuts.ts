import type { CorpusReader } from '../../../ports/generation.js';
import type { Cut } from '../draft.js';
import { quoteOf } from './claim-quote.js';
import type { Finding } from './finding.js';

/** The words of the record behind the findings, each stretch once: those that differ first, else in the order of the claim. */
export function cutsOf(findings: readonly Finding[], corpus: CorpusReader): Cut[] {
  const cuts: Cut[] = [];
  const differing = findings.filter(({ outcome }) => outcome === 'differs');
  for (const { spot } of [...differing, ...findings.filter((finding) => !differing.includes(finding))]) {
    const { passage } = spot.ranked;
    const span = quoteOf(passage.text, spot);
    const cut = { article: corpus.articleOfRow(passage.row), start: passage.start + span.start, end: passage.start + span.end };
    const overlapping = cuts.find(({ article, start, end }) => article === cut.article && start < cut.end && cut.start < end);
    if (overlapping === undefined) cuts.push(cut);
    else {
      overlapping.start = Math.min(overlapping.start, cut.start);
      overlapping.end = Math.max(overlapping.end, cut.end);
    }
  }
  return cuts.slice(0, 3);
}
