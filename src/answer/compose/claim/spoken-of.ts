import { fold } from '../../../language/fold.js';
import type { Span } from '../../../language/sentences.js';
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

/** One of so many characters of a claim may be missing: short verbs and adjectives (选了新主席) are no words of the matter, and still count. */
const CHARACTERS_A_MISS = 7;
const FUNCTION = /[的了着过是有在于从到由对为把被将要就都也还又很会能和与及或并而这那此该个其中里上下内所以之曾已经不没未吗呢吧\s\p{P}\p{S}]/u;

/** Whether nearly every character of a claim, outside names of meetings, dates and values, is said: words anywhere in `text`, single characters in `near`. */
function saysCharacters(claim: Claim, text: string, near: string): boolean {
  const given = [...claim.intent.meetings, ...claim.intent.dates, ...claim.assertions].map(({ start, end }) => ({ start: start - claim.start, end: end - claim.start }));
  const said = claim.topic.filter((word) => presence(word, text) >= 0.9 || sameMatter(word.text)?.test(text) === true).flatMap(({ text: word }) => placesOf(word, claim.text));
  const isIn = (spans: readonly Span[], at: number): boolean => spans.some(({ start, end }) => start <= at && at < end);
  let counted = 0;
  let held = 0;
  for (let at = 0; at < claim.text.length; at++) {
    const character = claim.text[at] ?? '';
    if (FUNCTION.test(character) || isIn(given, at)) continue;
    counted++;
    if (isIn(said, at) || near.includes(character)) held++;
  }
  return counted - held <= Math.floor(counted / CHARACTERS_A_MISS);
}

function placesOf(word: string, text: string): Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) places.push({ start: at, end: at + word.length });
  return places;
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
  return (absent.length === 0 || isLenient) && claim.pieces.every((piece) => spot.whole.includes(piece)) && saysCharacters(claim, around + above, spot.whole + headerLine(passage.header) + fold(passage.heading));
}

/** The clause as printed. */
export function printedClause(spot: Spot): string {
  return spot.ranked.passage.text.slice(spot.clause.start, spot.clause.end);
}
