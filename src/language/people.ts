import { fold } from './fold.js';
import { dottedNames, latinNames } from './people-foreign.js';
import { hanNames } from './people-han.js';
import { labelledNames } from './people-lists.js';
import { withOffices, type Person } from './people-titles.js';
import type { Span } from './sentences.js';
import { remember } from './remember.js';

/** The people a text names, in order, with the titles it gives them. A pure reading of one stretch of text; offsets are those of `text`. */
export const findPeople: (text: string) => readonly Person[] = remember(readPeople, 4_000);

function readPeople(text: string): Person[] {
  const folded = fold(text);
  const spans = merge([...labelledNames(folded), ...dottedNames(folded), ...hanNames(folded), ...latinNames(text, folded)]);
  return withOffices(text, folded, spans);
}

function merge(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}
