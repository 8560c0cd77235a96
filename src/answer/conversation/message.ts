import { fold } from '../../language/fold.js';
import { splitSentences } from '../../language/sentences.js';
import { readQuestion } from './read-question.js';

/** Shortest text before a question, in UTF-16 units, that is taken for something passed on. */
const MIN_PASSED_ON = 40;
const COURTESY = /^(?:谢谢(?:你|您|啦|了)?|多谢|感谢(?:你|您)?|辛苦了?|好的?[吧呢嘞呀]?|嗯+|哦+|噢|行|可以了?|明白了?|知道了|了解了?|清楚了|收到|懂了|ok(?:ay)?|thanks?|thank you|(?:very|so) much|a lot|great|got it|i see|哈+|(?:你|您|大家)好[啊呀]?|早上好|早安|下午好|晚上好|晚安|嗨|哈[喽啰罗]|在(?:吗|不在|么)|有人(?:在)?吗|再见|拜拜|(?:请问)?你(?:是谁|是什么|是干(?:什么|嘛|啥)的|叫什么(?:名字)?|是机器人吗|会(?:做)?什么|能(?:做|干|帮我)?(?:什么|啥))[?？]?|hi|hello|hey|bye|good (?:morning|afternoon|evening|bye)|goodbye|who are you\??|what can you do\??|are you (?:a bot|a robot|there)\??)$/i;
const ASKS_WHETHER = /(?:是不是|是否)?(?:真的|属实|可信|对不对|对吗|是吗|真假|谣言)/;
const POLITE = /^(?:请问(?:一下)?|想问(?:一下|问)?|问一下|我想(?:问|知道)(?:一下)?|麻烦(?:问一下|查一下)?)[，,：:\s]*/;
const THIS_MEETING = /(?:在)?(?:这|该|此|本)次?(?:会议|大会|全会|例会)|(?:在)?会上/;
/** 主任是谁？提案委员会的 */
const PUT_BEHIND = /^([^?？]{2,60}[?？])\s*([^?？。！!]{2,30}(?:的|里说的|上说的|中说的))[。！!\s]*$/;

/** True for a message that only greets, thanks or acknowledges, or asks who is there. */
export function isCourtesy(message: string): boolean {
  const parts = fold(message).split(/[，,。.！!?~～、\s]+/).filter((part) => part !== '');
  return parts.length > 0 && (COURTESY.test(parts.join(' ')) || parts.every((part) => COURTESY.test(part)));
}

/** The question in a message: without the text passed on before it, and with what was put behind it in its place. */
export function questionIn(message: string): string {
  const text = message.trim();
  const behind = PUT_BEHIND.exec(text);
  if (behind !== null && !asks(behind[2] ?? '')) return `${behind[2] ?? ''}${behind[1] ?? ''}`;
  const last = splitSentences(text).at(-1);
  if (last === undefined || last.start < MIN_PASSED_ON) return text;
  const sentence = text.slice(last.start, last.end);
  if (!asks(sentence) || ASKS_WHETHER.test(sentence)) return text;
  const question = sentence.replace(POLITE, '');
  return question.replace(THIS_MEETING, (pointer) => `${meetingNamedIn(text.slice(0, last.start)) ?? pointer.replace(/上$/, '')}${pointer.endsWith('上') ? '上' : ''}`);
}

function asks(text: string): boolean {
  return readQuestion(text).some(({ role }) => role === 'asked');
}

function meetingNamedIn(text: string): string | null {
  return readQuestion(text).find(({ role, folded }) => role === 'session' || (role === 'event' && folded.length > 4))?.text.trim() ?? null;
}
