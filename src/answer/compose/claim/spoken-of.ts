import { fold } from '../../../language/fold.js';
import { headerLine, presence } from '../../evidence.js';
import type { Spot } from './claim-spots.js';
import { sameMatter } from './polarity.js';
import type { Claim } from './read-claim.js';

/** Least share of the matter's words in the clause and around it. */
const MIN_HELD = 0.6;

/** Whether a clause is about the claim's matter at all: its names are there, its meeting and date too. */
export function speaks(spot: Spot): boolean {
  return spot.gaps === 0 && spot.missing.length === 0 && spot.held >= MIN_HELD;
}

/** Share of the matter from which on a sentence may leave the rest to the one before it. */
const MIN_OWN = 0.4;

/** Whether a spot and its surroundings say every word of the matter; among many words one verb may be another one. */
export function saysAll(claim: Claim, spot: Spot): boolean {
  const { passage } = spot.ranked;
  const around = `${spot.whole} ${headerLine(passage.header)} ${fold(passage.heading)} ${spot.inSentence >= MIN_OWN ? spot.said : ''}`;
  const above = fold(passage.text.slice(0, spot.clause.end));
  const words = claim.topic.filter(({ text, importance }) => text.length >= 2 && importance > 0.15);
  const absent = words.filter((word) => presence(word, word.isName ? around + above : around) < 0.5 && sameMatter(word.text)?.test(spot.whole) !== true);
  const isLenient = words.length >= 4 && absent.length === 1 && absent.every(({ isName, importance }) => !isName && importance < 0.9);
  return (absent.length === 0 || isLenient) && claim.pieces.every((piece) => spot.whole.includes(piece));
}

/** The clause as printed. */
export function printedClause(spot: Spot): string {
  return spot.ranked.passage.text.slice(spot.clause.start, spot.clause.end);
}
