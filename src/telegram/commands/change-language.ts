import type { Keyboard, Reply } from '../compose-answer.js';
import type { Desk } from '../desk.js';
import { LANGUAGE_NAMES, LANGUAGES } from '../texts/languages.js';
import { textsFor, type Visit } from '../visit.js';

/** `/lang`: one button a language, each by its own name, and one for whatever the client speaks. */
export function offerLanguages({ texts }: Visit): Reply {
  const rows: Keyboard = LANGUAGES.map((language) => [{ text: LANGUAGE_NAMES[language], callback_data: `l:${language}` }]);
  return { text: [{ text: texts.say('lang_choose') }], keyboard: [...rows, [{ text: texts.say('lang_auto'), callback_data: 'l:auto' }]] };
}

/** Sets the language of a pressed button, and says so in it; null for data this program did not make. */
export function chooseLanguage(choice: string, visit: Pick<Visit, 'user' | 'person'>, desk: Desk): string | null {
  const language = LANGUAGES.find((known) => known === choice) ?? null;
  if (language === null && choice !== 'auto') return null;
  desk.state.setLanguage(visit.person, language);
  return textsFor(visit.person, visit.user, undefined, desk).say('lang_set');
}
