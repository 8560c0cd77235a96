/** What the interface speaks. The record speaks for itself. */
export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language by its own name, for a menu. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English' };

/** Common characters that only one of the scripts has. */
const TRADITIONAL = /[這個們會時過還說對於總體歲區與為誰麼幾項審議決關發問題點萬億實際號讓認識員經濟條產業務處報寫讀開門應該黨團國]/u;

/**
 * The language of somebody's client: traditional for `zh-Hant`, `zh-TW`, `zh-HK` and `zh-MO`, simplified for any other `zh`, else English.
 * Where Telegram gives no code (some clients, anonymous administrators) the script of the message decides.
 */
export function languageOf(languageCode: string | undefined, message = ''): Language {
  if (typeof languageCode !== 'string' || languageCode === '') {
    if (!/\p{Script=Han}/u.test(message)) return 'en';
    return TRADITIONAL.test(message) ? 'zh-Hant' : 'zh-Hans';
  }
  const code = languageCode.toLowerCase();
  if (!/^zh\b/.test(code)) return 'en';
  return /\b(?:hant|tw|hk|mo)\b/.test(code) ? 'zh-Hant' : 'zh-Hans';
}
