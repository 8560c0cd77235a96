import type { Answer } from '../../domain/answer.js';
import type { Presser } from '../buttons/presser.js';
import type { Desk } from '../desk.js';
import type { Place } from '../send/sender.js';
import type { Language } from '../texts/languages.js';

/** Days that it is known where somebody wants to hear. */
export const NOTED_DAYS = 90;

/** `asked`: they passed the question on to staff; `tell`: they want to hear when the answer is corrected. */
type Wish = 'asked' | 'tell';

/** Where somebody hears of an answer. Sealed on the disk: nobody reads from there who asked. */
export interface KeptPlace {
  place: Place;
  language: Language;
}

/** Keeps where somebody wants to hear of an answer; false when that was known already. */
export function keepPlace(wish: Wish, { id }: Answer, { person, place, texts }: Pick<Presser, 'person' | 'texts'> & { place: Place }, desk: Desk): boolean {
  const key = placeKey(id, person, desk);
  if (desk.state.kept(wish, key) !== null) return false;
  const where: KeptPlace = { place, language: texts.language };
  desk.state.keep(wish, key, { value: desk.seal(where), person, untilMs: desk.nowMs() + NOTED_DAYS * 86_400_000 });
  return true;
}

/** Null when that is too long ago, or they had it forgotten. */
export function keptPlace(wish: Wish, key: string, desk: Desk): KeptPlace | null {
  const sealed = desk.state.kept(wish, key)?.value;
  return (typeof sealed === 'string' ? desk.unseal(sealed) : null) as KeptPlace | null;
}

export function placeKey(answerId: string, person: string, desk: Desk): string {
  return desk.nameOf('asked', answerId, person);
}

/** Where somebody wants to hear that this answer was corrected; null when they do not. */
export function whereToTell(answerId: string, person: string, desk: Desk): KeptPlace | null {
  const key = placeKey(answerId, person, desk);
  return keptPlace('asked', key, desk) ?? keptPlace('tell', key, desk);
}
