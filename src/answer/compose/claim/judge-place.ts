import { squeeze } from '../../../language/likeness.js';
import type { Spot } from './claim-spots.js';
import type { Reading } from './finding.js';
import { findPlaces } from './places.js';

/** What a label of minutes calls it. */
const LABEL = /(?:会议)?地点\s*[:：]\s*([^\n,。;]{2,40})/;

/** What a clause, or the label above it, says to the place claimed. */
export function readPlaces(place: string, spot: Spot): Reading[] {
  const recorded = [...findPlaces(spot.whole).map((other) => other.place), ...(LABEL.exec(spot.whole)?.slice(1, 2) ?? [])];
  return recorded.map((other) => {
    const isSame = squeeze(other).includes(squeeze(place)) || squeeze(place).includes(squeeze(other));
    return { outcome: isSame ? 'holds' : 'differs', recorded: other.trim(), bonus: isSame ? 0.2 : 0 };
  });
}
