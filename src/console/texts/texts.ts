import i18next from 'i18next';
import { en } from './en.js';
import type { TextKey } from './wording.js';
import { zh } from './zh.js';

export type ConsoleLanguage = 'zh' | 'en';

/** The interface in one language. */
export interface Texts {
  language: ConsoleLanguage;
  say: (key: TextKey, values?: Record<string, string | number>) => string;
}

const translator = i18next.createInstance({
  lng: 'zh',
  fallbackLng: false,
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  // Filled in as text; the page escapes it.
  interpolation: { escapeValue: false, skipOnVariables: true },
  resources: { zh: { translation: zh }, en: { translation: en } },
});
void translator.init();

const known: Record<ConsoleLanguage, Texts> = { zh: textsOf('zh'), en: textsOf('en') };

export function textsIn(language: ConsoleLanguage): Texts {
  return known[language];
}

function textsOf(language: ConsoleLanguage): Texts {
  const translate = translator.getFixedT(language);
  return { language, say: (key, values = {}) => translate(key, values) };
}
