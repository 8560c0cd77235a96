import { COURTESY, INTRODUCES, TITLE } from './people-words.js';
import type { Span } from './sentences.js';
import { tagWords } from './tokens.js';

const DOT = '[·・‧•･]';
const DOTTED = new RegExp(`[\\u3400-\\u9fff]{1,8}(?:${DOT}[\\u3400-\\u9fff]{1,8})+`, 'g');
/** Where a transliterated or minority name cannot begin or end. */
const BEFORE_DOTTED = new RegExp(`^.*(?:${TITLE}|${INTRODUCES}|${COURTESY}|[是的在和与及为被将以到从向对有等把]|主演|又译|译|第[一二三四五六七八九十]任)`);
const AFTER_DOTTED = new RegExp(`^(.+?)(?:主持|出席|参加|讲话|作|表示|说|指出|强调|介绍|任|担任|当选|获|凭|饰|执导|主演|${TITLE}|${COURTESY}|[是的在和与及为被将以到从向对有等把于因]|接替|所)`);

/** Names with an interpunct: 阿依古丽·买买提, 约翰·史密斯. The text is folded. */
export function dottedNames(folded: string): Span[] {
  return [...folded.matchAll(DOTTED)].flatMap((match) => {
    const parts = match[0].split(new RegExp(DOT));
    const first = parts[0] ?? '';
    const skipped = BEFORE_DOTTED.exec(first)?.[0].length ?? 0;
    const last = parts.at(-1) ?? '';
    const kept = wordsOfName(AFTER_DOTTED.exec(last)?.[1] ?? last);
    const start = skipped + wordsBeforeName(first.slice(skipped));
    if (start >= first.length || /(?:日报|晚报|新闻|客户端|网|社|报)$/.test(last)) return [];
    return [{ start: match.index + start, end: match.index + match[0].length - last.length + kept }];
  });
}

/** Length of the words of the dictionary in front of a name that no dictionary holds (替补亚历山德罗). */
function wordsBeforeName(part: string): number {
  let end = part.length;
  for (const { word, tag } of tagWords(part).reverse()) {
    if (word.length > 1 && /^(?:v|n(?!r|s|z)|d|p|c|a|f|t|m)/.test(tag)) break;
    end -= word.length;
  }
  return end;
}

/** Length of what stands before the first word of the dictionary behind such a name. */
function wordsOfName(part: string): number {
  let end = 0;
  for (const { word, tag } of tagWords(part)) {
    if (end > 0 && word.length > 1 && /^(?:v|n(?!r|s|z)|d|p|c|f|t|m)/.test(tag)) break;
    end += word.length;
  }
  return end;
}

const LATIN = "[A-Z][\\w\\u00c0-\\u024f'’-]*\\.?";
const LATIN_NAME = new RegExp(`(?<![\\w@])(?:(?:Mr|Ms|Mrs|Miss|Dr|Prof|Professor|Mayor|Chair|Chairman|Chairwoman|Chairperson|Vice-Chair|President|Secretary|Minister|Governor|Director|Councillor|Councilor|Senator)\\.?\\s+)(${LATIN}(?:\\s+${LATIN}){0,3})|(?<![\\w@])([A-Z]\\.\\s?(?:[A-Z]\\.\\s?)?[A-Z][a-z]+(?:-[A-Z][a-z]+)?)`, 'g');
const LABELLED_LATIN = /(?:汇报人|主持人|主讲人|分享人|报告人|召集人|责任人|发言人|记录人|主席|轮值主席|副主席|成员|研发|作者|讲师|工程师|开发者|同学|老师)[\s\u3000]*[-:：是为]?[\s\u3000]*@?([A-Za-z][\w\u00c0-\u024f-]{2,30}(?:\s[A-Z][\w\u00c0-\u024f-]+)?)/g;
const NO_LATIN_NAME = /^(?:sig|pmc|tsc|wg|pfcc|api|sdk|paddle\w*|openharmony|github|readme|the|and|of)\b/i;

/** Latin names behind a title or a label, or with an initial; `text` keeps its capitals. */
export function latinNames(text: string, folded: string): Span[] {
  const named = [...text.matchAll(LATIN_NAME)].flatMap((match) => {
    const name = match[1] ?? match[2] ?? '';
    const start = match.index + match[0].length - name.length;
    const trimmed = name.replace(/\.$/, '');
    return [{ start, end: start + trimmed.length }];
  });
  const labelled = [...text.matchAll(LABELLED_LATIN)].flatMap((match) => {
    const name = match[1] ?? '';
    const start = match.index + match[0].length - name.length;
    return NO_LATIN_NAME.test(name) || /^[的]/.test(folded.slice(start + name.length)) ? [] : [{ start, end: start + name.length }];
  });
  return [...named, ...labelled];
}
