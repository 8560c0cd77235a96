import { fold } from '../../language/fold.js';
import { squeeze } from '../../language/likeness.js';
import { organOf } from '../../language/meetings.js';
import type { CorpusReader } from '../../ports/generation.js';
import { corpusMap } from '../corpus-map.js';
import { namedBody } from '../scope.js';
import { organName, seriesName } from './body-name.js';
import { readCoverage } from './read-coverage.js';

/** Shorter names of meetings (例会, 全会) are everybody's. */
const MIN_SERIES = 4;

/** The organ that a text speaks of: the one it names, or names a meeting of, else the only one of that kind on record; null where that is open. */
export function bodyIn(text: string, corpus: CorpusReader): string | null {
  const named = namedBody(text, corpusMap(corpus).bodies);
  if (named !== null) return organName(named.name);
  const { bodies } = readCoverage(corpus);
  const asked = squeeze(fold(text));
  const bySeries = bodies.filter(({ meetings }) => meetings.some(({ name }) => isNamed(squeeze(seriesName(name)), asked)));
  if (bySeries.length > 0) return bySeries.length === 1 ? (bySeries[0]?.name ?? null) : null;
  const organ = organOf(fold(text));
  // Two organs that met together are no organ of their own.
  const fitting = organ === null ? [] : bodies.filter(({ name }) => !name.includes('、') && organOf(fold(name)) === organ);
  return fitting.length === 1 ? (fitting[0]?.name ?? null) : null;
}

function isNamed(series: string, asked: string): boolean {
  return series.length >= MIN_SERIES && asked.includes(series);
}
