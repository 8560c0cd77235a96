import { squeeze } from '../../../language/likeness.js';
import type { Spot } from './claim-spots.js';
import type { Reading } from './finding.js';
import { findPlaces, type PlaceMention } from './places.js';

/** What a label of minutes calls it. */
const LABEL = /(?:会议)?地点\s*[:：]\s*([^\n,。;]{2,40})/;

/** A town or county, which a hall does not deny. */
const TOWN = /[省市县区州]$/;

/** What a sentence, or its label, says to the place claimed; a hall is compared with a hall, a town with a town. */
export function readPlaces({ place, verb }: Pick<PlaceMention, 'place' | 'verb'>, spot: Spot): Reading[] {
  const labelled = LABEL.exec(spot.whole)?.[1];
  const recorded = [...findPlaces(spot.whole), ...(labelled === undefined ? [] : [{ place: labelled.trim(), verb: '' }])];
  return recorded.flatMap((other) => {
    const isSame = squeeze(other.place).includes(squeeze(place)) || squeeze(place).includes(squeeze(other.place));
    if (!isSame && TOWN.test(place) !== TOWN.test(other.place)) return [];
    return [{ outcome: isSame ? 'holds' : 'differs', recorded: other.place, bonus: (isSame ? 0.2 : 0) + (other.verb === verb ? 0.2 : 0) }];
  });
}
