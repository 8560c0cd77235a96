import { tagWords } from '../../../language/tokens.js';
import { isLight } from './light-words.js';

/** Words of folded text that say something of the matter: two characters and more, no numbers, times, particles or words that only join. */
export function contentWords(text: string): string[] {
  return tagWords(text).filter(({ word, tag }) => word.length >= 2 && /\p{L}/u.test(word) && !isLight(word) && !/^[mtfup]/.test(tag)).map(({ word }) => word);
}
