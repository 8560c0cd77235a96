import type { Figure } from '../../../language/figures.js';
import { unitFactor } from '../../../language/values.js';

/** A figure with the wording it was read from. */
export interface ReadFigure {
  figure: Figure;
  /** As printed, e.g. 8.6万公顷. */
  printed: string;
}

const MULTIPLIERS: readonly (readonly [string, number])[] = [['万亿', 1e12], ['亿', 1e8], ['千万', 1e7], ['百万', 1e6], ['万', 1e4]];

/** The larger less the smaller of two figures, in words with its unit; null where they measure different things or are ranges. */
export function differenceOf(a: ReadFigure, b: ReadFigure): string | null {
  const factor = unitFactor(b.figure.unit, a.figure.unit);
  if (factor === null || isRange(a) || isRange(b) || isMixedShare(a, b)) return null;
  const about = a.figure.bound === 'exact' && b.figure.bound === 'exact' ? '' : '约';
  return about + wording(Math.abs(exact(a.figure.value - b.figure.value * factor)), a, a.figure.unit === '%' ? '个百分点' : a.figure.unit);
}

/** The sum of figures of one dimension, in words with its unit; null where they cannot be added (shares, ranges, other units). */
export function sumOf(figures: readonly ReadFigure[]): string | null {
  const [first] = figures;
  if (first === undefined) return null;
  let sum = 0;
  for (const read of figures) {
    const factor = unitFactor(read.figure.unit, first.figure.unit);
    if (factor === null || isRange(read) || isMixedShare(first, read)) return null;
    sum += read.figure.value * factor;
  }
  return (figures.every(({ figure }) => figure.bound === 'exact') ? '' : '约') + wording(exact(sum), first, first.figure.unit);
}

/** How many times the second figure the first one is, to two decimals; null where they cannot be divided. */
export function ratioOf(a: ReadFigure, b: ReadFigure): string | null {
  const factor = unitFactor(b.figure.unit, a.figure.unit);
  if (factor === null || isRange(a) || isRange(b) || isMixedShare(a, b) || b.figure.value === 0) return null;
  const ratio = a.figure.value / (b.figure.value * factor);
  const shown = Math.round(100 * ratio) / 100;
  const isExact = Math.abs(shown - ratio) < 1e-9 && a.figure.bound === 'exact' && b.figure.bound === 'exact';
  return `${isExact ? '' : '约'}${String(shown)}倍`;
}

/** The part of the whole in per cent, to one decimal; null where it is no part, or they cannot be divided. */
export function shareOf(part: ReadFigure, whole: ReadFigure): string | null {
  const factor = unitFactor(whole.figure.unit, part.figure.unit);
  if (factor === null || isRange(part) || isRange(whole) || whole.figure.value === 0 || part.figure.value > whole.figure.value * factor) return null;
  const share = (100 * part.figure.value) / (whole.figure.value * factor);
  const shown = Math.round(10 * share) / 10;
  const isExact = Math.abs(shown - share) < 1e-9 && part.figure.bound === 'exact' && whole.figure.bound === 'exact';
  return `${isExact ? '' : '约'}${String(shown)}%`;
}

/** Order of two figures of one dimension: negative when the first is smaller; null where they cannot be compared (other units, ranges that meet). */
export function orderOf(a: Figure, b: Figure): number | null {
  const factor = unitFactor(b.unit, a.unit);
  if (factor === null || (a.unit !== b.unit && (a.unit === '%' || b.unit === '%'))) return null;
  if ((a.upTo !== a.value || b.upTo !== b.value) && a.value <= b.upTo * factor && b.value * factor <= a.upTo) return null;
  return exact(a.value - b.value * factor);
}

/** Written with the multiplier of the figure it comes from, as long as that keeps it short. */
function wording(value: number, like: ReadFigure, unit: string): string {
  const multiplier = MULTIPLIERS.find(([word]) => like.printed.includes(word));
  const shown = multiplier === undefined ? value : exact(value / multiplier[1]);
  const useless = multiplier !== undefined && value !== 0 && shown < 0.01;
  return useless ? `${String(value)}${unit}` : `${String(shown)}${multiplier?.[0] ?? ''}${unit}`;
}

/** Takes out what binary fractions add: 0.3 − 0.1 is 0.2. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}

function isRange({ figure }: ReadFigure): boolean {
  return figure.upTo !== figure.value;
}

function isMixedShare(a: ReadFigure, b: ReadFigure): boolean {
  return a.figure.unit !== b.figure.unit && (a.figure.unit === '%' || b.figure.unit === '%');
}
