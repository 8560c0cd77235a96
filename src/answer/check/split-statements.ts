import { fold } from '../../language/fold.js';

const CLOSERS = new Set('”’」』）)】》"\'');
/** What stands around a forwarded text and states nothing: 【转发】, 重要通知：, @所有人. */
const WRAPPING = /^(?:[\s>*•·\-–—]+|(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.、．)）]\s*|[【[](?:转发|转|通知|紧急|重要|扩散|必看|消息)[^】\]]{0,10}[】\]]\s*|(?:转发|扩散|紧急通知|重要通知|重要消息|最新消息|好消息|通知|消息|fwd?|fw)\s*[:：]\s*|@\S+\s+)+/i;
/** Requests around the statements: 请大家转发, 是真的吗. */
const NOTHING = /^(?:请?(?:大家|各位|麻烦)?(?:互相)?(?:转发|扩散|周知|知悉|相互转告|帮忙看看?|帮我(?:看看|查查|核实|确认)?(?:一下)?)|(?:这(?:些|个)?)?(?:都)?(?:是)?(?:真的吗|真的假的|对吗|对不对|属实吗|是真的吗|是这样吗)|is (?:this|that|it) (?:true|right|correct)|please (?:forward|share).*)$/;
const MIN_CHARACTERS = 4;

/** The statements of a text, in order: its sentences, without what is wrapped around a forwarded message. A text of one sentence comes back as it is. */
export function splitStatements(text: string): string[] {
  return sentencesOf(text)
    .map((sentence) => sentence.trim().replace(WRAPPING, '').trim())
    .filter((sentence) => !NOTHING.test(fold(sentence).replace(/[\s。！!？?,，~]+$/u, '').replace(/^[\s,，]+/u, '')) && (sentence.match(/[\p{L}\p{N}]/gu) ?? []).length >= MIN_CHARACTERS);
}

/** Cut after 。！？；, at line breaks and after an English full stop; never inside quotation marks or figures. */
function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if ('“「『《'.includes(character)) depth++;
    else if ('”」』》'.includes(character)) depth = Math.max(0, depth - 1);
    const isEnd = character === '\n' || (depth === 0 && ('。！？；!?;'.includes(character) || (character === '.' && /[\p{L}\d)%]$/u.test(text.slice(0, at)) && /^\s+(?=[A-Z“"])/.test(text.slice(at + 1)))));
    if (!isEnd) continue;
    // A line break ends a quotation that nobody closed.
    if (character === '\n') depth = 0;
    while (CLOSERS.has(text[at + 1] ?? '')) at++;
    sentences.push(text.slice(from, at + 1));
    from = at + 1;
  }
  sentences.push(text.slice(from));
  return sentences;
}
