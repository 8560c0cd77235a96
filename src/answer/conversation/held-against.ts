import { neighbourSession } from './neighbour-session.js';
import { readQuestion, textOf } from './read-question.js';

const CHANGE = '(?:(?:要|还|又)?(?:多|少|高|低|大|小|长|短|快|慢|早|晚)(?:了|出)?(?:多少|几|吗|还是)|(?:增加|减少|增长|下降|提高|降低)(?:了|多少|吗)|(?:是|有没有)?(?:多|少|高|低|增|减)).*';
const THAN = new RegExp(`^(?:那么?|它|这)?(?:是不是|是否)?(?:比|较)(.{1,24}?)((?:是不是|是否)?${CHANGE})$`);
const AGAINST = new RegExp(`^(?:那么?|它|这)?(?:和|跟|与|同)(.{1,24}?)(?:相)?(?:比(?:较|起来)?|差)[，,]?(.*)$`);
/** The records say these themselves (比上年增长), or the date alone tells the other side. */
const EARLIER = /^(?:上|去|前|同)(?:一)?年|^(?:上年|去年)?同期|^(?:19|20)\d\d年|^(?:目标|预期|计划)/;
const LAST_TIME = /^(?:[上前]一?次|[上前]一?届)(?:会议)?(?:的)?/;

/** 比经济建设类多多少: the earlier question's matter stands on the other side; null when nothing is compared or the other side is a year. */
export function heldAgainst(text: string, earlier: string): string | null {
  const than = THAN.exec(text.trim()) ?? AGAINST.exec(text.trim());
  const other = (than?.[1] ?? '').trim();
  if (than === null || other === '') return null;
  const words = readQuestion(earlier);
  const at = words.findIndex(({ role, folded }) => role === 'asked' && /^(?:多少|几)/.test(folded));
  if (at < 0) return null;
  const before = words.slice(0, at);
  while (before.length > 0 && /^(?:是|有|为|了|共|一共|总共|达到?)$/.test(before.at(-1)?.folded ?? '')) before.pop();
  const noun = textOf(words.slice(at + 1).filter(({ role }) => role === 'noun')).trim();
  const isDone = before.at(-1)?.role === 'verb';
  const matter = `${textOf(before).trim()}${isDone ? '的' : ''}${noun}`;
  if (EARLIER.test(other)) return `${matter}${text.trim()}`;
  const session = LAST_TIME.test(other) ? neighbourSession(words, -1) : null;
  const against = session === null ? other : `${session}${isDone ? `${before.at(-1)?.text ?? ''}的` : ''}${noun}`;
  const unit = (words[at]?.folded ?? '').replace(/^(?:多少|几)/, '');
  const asked = (than[2] ?? '').replace(/[?？。\s]+$/, '').replace(/(多少|几)$/, (word) => `${word}${unit}`);
  return `${matter}比${against}${asked === '' || asked.startsWith("多少") ? `相差多少${unit}` : asked.replace(/^([多少高低大小])了/, '$1')}？`;
}
