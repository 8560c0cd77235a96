import { parseNumeral } from '../../language/chinese-numerals.js';
import type { LookUps } from './look-ups.js';
import { meetingIn } from './meeting-in.js';
import { readQuestion } from './read-question.js';

const NUMERAL = '[一二三四五六七八九十\\d]{1,3}';
const ITEM = new RegExp(`^(?:那么?|其中)?(?:第(${NUMERAL})[个项条]?(?:议题|议程|议案)|(?:议题|议程)(${NUMERAL}))(?:是|的)?`);
const LISTED = /议题|议程|讨论了|审议了|议了/;
/** A line of an answer that is no item: a heading or a note. */
const NO_ITEM = /^(?:资料中|计算得出|（按|\(Read)/;
/** A name of a part under an item that ends in a colon (Intel申请建立代码仓库：vendor_intel …). */
const PART = /^[\w./-]+$/;

/** The item of an agenda that is meant by its number, as a question of its own; `missing` when the agenda is shorter; null where none is meant. */
export async function askAgendaItem(text: string, earlier: string, { answerOf }: LookUps): Promise<{ text: string; missing: string } | null> {
  const item = ITEM.exec(text.trim());
  if (item === null || !LISTED.test(earlier) || /第[一二三四五六七八九十\d]+[个项条]?议[题程]/.test(earlier)) return null;
  const answer = await answerOf?.(earlier);
  const topics = (answer ?? '').split('\n').map((line) => line.replace(/\[\d+\]/g, '').replace(/^[-+•·*\s]+/, '').trim()).filter((line, index, lines) => line !== '' && !NO_ITEM.test(line) && !(PART.test(line) && lines.slice(0, index).some((before) => /[:：]$/.test(before))));
  const meeting = meetingIn(readQuestion(earlier));
  if (topics.length === 0 || meeting === '') return null;
  const number = parseNumeral(item[1] ?? item[2] ?? '') ?? 0;
  const topic = topics[number - 1];
  const rest = text.trim().slice(item[0].length);
  if (topic === undefined) return { text: `${meeting}${item[0].replace(/^(?:那么?|其中)|[是的]$/g, '')}${rest}`, missing: `${meeting}的${item[0].replace(/^(?:那么?|其中)|[是的]$/g, '')}` };
  if (/^(?:什么|啥|哪个|呢)?[?？。\s]*$/.test(rest)) return { text: `${meeting}上，“${topic.replace(/[:：]$/, '')}”的结论是什么？`, missing: '' };
  return { text: `${meeting}上，“${topic.replace(/[:：]$/, '')}”${/^[\u4e00-\u9fff]{2,4}呢?[?？]?$/.test(rest) ? asAttribute(rest) : rest}`, missing: '' };
}

/** 汇报人呢 behind a topic. */
function asAttribute(rest: string): string {
  const name = rest.replace(/呢?[?？]?$/, '');
  if (name.endsWith("人")) return `${/汇报|主讲|报告/.test(name) ? '由谁汇报' : `的${name}是谁`}？`;
  return /[谁么哪]/.test(rest) ? rest : `的${name}是什么？`;
}
