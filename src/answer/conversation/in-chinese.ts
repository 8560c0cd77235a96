import { NO_NAMES } from '../translate/name-lookup.js';
import { translateQuestion } from '../translate/translate-question.js';

const HAN = /[\u3400-\u9fff]/;
const OPENING = /^(?:(?:and|so|ok|okay|thanks|thank you|then|also|right)[,.!\s]+)+/i;
const ABOUT = /^(?:(?:what|how) about|what of)\s+/i;
const ASKS = /\b(?:how|who|whom|when|where|why|what|which|is|are|was|were|did|does)\b/i;
const PERSON = /\b(?:his|her|he|she|him)\b/i;
const YEAR = /^(?:in |for |of )?((?:19|20)\d\d)$/i;
const ORDINAL = /^(?:the )?(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?: (?:one|meeting|session))?$/i;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** A question in Chinese: an English one translated, a fragment of one (And the fourth?) as it is put after `earlier`, a Chinese one as it is. */
export function inChinese(question: string, earlier: string): string {
  if (HAN.test(question)) return question;
  const text = question.trim().replace(OPENING, '');
  const bare = text.replace(ABOUT, '').replace(/[?.!\s]+$/, '');
  const year = YEAR.exec(bare)?.[1];
  if (year !== undefined) return `那${year}年呢？`;
  const ordinal = ORDINALS.indexOf(ORDINAL.exec(bare)?.[1]?.toLowerCase() ?? '');
  if (ordinal >= 0) return `第${'一二三四五六七八九十'[ordinal] ?? ''}${/[一二三四五六七八九十\d]次/.test(earlier) ? '次' : '项'}呢？`;
  if (ABOUT.test(text) || !ASKS.test(text)) return `${translateQuestion(bare, NO_NAMES).replace(/[？?]$/, '')}呢？`;
  return `${PERSON.test(text) ? '他' : ''}${translateQuestion(text, NO_NAMES)}`;
}
