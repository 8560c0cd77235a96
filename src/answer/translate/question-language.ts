import { splitSyllables, plainPinyin } from '../../language/pinyin.js';

/** Words that only an English sentence holds; none of them can be read as pinyin. */
const ENGLISH = /\b(?:the|of|what|who|whom|whose|which|when|where|why|how|is|was|were|did|does|do|at|in|on|to|for|by|with|and|or|about|from|that|this|has|had|have|please|tell|list|show|summari[sz]e|compare|describe)\b/i;
const ENGLISH_OPENING = /^\s*(?:the|what|who|whom|whose|which|when|where|why|how|is|was|were|did|does|do|at|in|on|has|have|please|tell|list|show|summari[sz]e|compare|describe)\s/i;
const ENGLISH_COURTESY = /^\s*(?:thanks?|thank you|hi|hello|hey|bye|goodbye|good \w+|ok(?:ay)?|great|got it|i see)(?![a-z])/i;
const LATIN_WORD = /[A-Za-z\u00c0-\u024f\u1e00-\u1eff][A-Za-z\u00c0-\u024f\u1e00-\u1eff'’]*/g;

/** The language in which a question is put: names in another script and quoted titles do not decide it. */
export function languageOf(question: string): 'zh' | 'en' {
  const outside = halfWidth(question).replace(/[“"「『《][^”"」』》]*[”"」』》]|[(（][^)）]*[)）]/g, ' ');
  const chinese = outside.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  const latin = outside.match(LATIN_WORD) ?? [];
  if (latin.length === 0) return 'zh';
  if (ENGLISH_OPENING.test(outside) || (chinese === 0 && ENGLISH_COURTESY.test(outside))) return 'en';
  if (hasEnglish(outside)) return latin.length > chinese / 2 ? 'en' : 'zh';
  // Without any small English word, the share of words that cannot be pinyin tells; acronyms stand in both.
  const words = latin.filter((word) => !/^[A-Z]{2,}$/.test(word));
  const foreign = words.filter((word) => !isPinyin(word)).length;
  return chinese === 0 && foreign >= 2 && foreign > words.length / 2 ? 'en' : 'zh';
}

/** Full-width letters and digits as plain ones; Chinese marks stay. */
export function halfWidth(text: string): string {
  return text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** Whether a text holds words that only English has. */
export function hasEnglish(text: string): boolean {
  return ENGLISH.test(text);
}

/** Whether a Latin word can be read as pinyin. */
export function isPinyin(word: string): boolean {
  return splitSyllables(plainPinyin(word)).length > 0;
}
