import type { StatedFigure } from '../domain/facts.js';
import { findFigures } from './figures.js';

/** The one figure that a few words are; null where they hold none or several. */
export function readOneFigure(printed: string): Pick<StatedFigure, 'printed' | 'value' | 'upTo' | 'unit' | 'bound'> | null {
  const [figure, ...more] = findFigures(printed);
  return figure === undefined || more.length > 0 ? null : { printed, value: Number(figure.value.toPrecision(12)), upTo: Number(figure.upTo.toPrecision(12)), unit: figure.unit, bound: figure.bound };
}
