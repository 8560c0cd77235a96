import { textsEn } from './texts.en.js';
import { type Texts, textsZh } from './texts.zh.js';

/**
 * Chinese for a language code of `zh…`, English for any other. Where Telegram gives no code (some clients, anonymous
 * administrators) the script of the message decides.
 */
export function chooseTexts(languageCode: string | undefined, message = ''): Texts {
  const isChinese = languageCode === undefined ? /\p{Script=Han}/u.test(message) : languageCode.toLowerCase().startsWith('zh');
  return isChinese ? textsZh : textsEn;
}
