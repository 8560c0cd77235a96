import i18next from 'i18next';
import { en } from './en.js';
import { LANGUAGES, type Language } from './languages.js';
import { teamEn } from './team/en.js';
import { teamZhHans } from './team/zh-hans.js';
import { teamZhHant } from './team/zh-hant.js';
import type { TextKey } from './wording.js';
import { zhHans } from './zh-hans.js';
import { zhHant } from './zh-hant.js';

/** The interface in one language. Answers and canned replies come from the pipeline. */
export interface Texts {
  language: Language;
  /** A sentence with its `{{names}}` filled in; `count` chooses between one and many. */
  say(key: TextKey, values?: Record<string, string | number>): string;
}

const WORDINGS = { 'zh-Hans': { ...zhHans, ...teamZhHans }, 'zh-Hant': { ...zhHant, ...teamZhHant }, en: { ...en, ...teamEn } } as const;

const translator = i18next.createInstance({
  lng: 'en',
  fallbackLng: false,
  initAsync: false,
  // A key may look like anything; what is filled in is text, escaped where it becomes HTML.
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false, skipOnVariables: true },
  resources: Object.fromEntries(LANGUAGES.map((language) => [language, { translation: WORDINGS[language] }])),
});
void translator.init();

const known = Object.fromEntries(
  LANGUAGES.map((language): [Language, Texts] => {
    const translate = translator.getFixedT(language);
    return [language, { language, say: (key, values = {}) => translate(key, values) }];
  }),
) as Record<Language, Texts>;

export function textsIn(language: Language): Texts {
  return known[language];
}
