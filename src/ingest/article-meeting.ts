import type { ArticleKind } from '../domain/corpus.js';
import { findSessionName } from './session-name.js';

interface Printed {
  title: string;
  heading: readonly string[];
  text: string;
  kind: ArticleKind;
}

const ORGAN = /(?:委员会|主席团|政府|市委|省委|县委|区委|常委会|人大|政协|党组|局|厅|部|院|工作组|领导小组|代表团)$/;
/** 某某会议召开 · 某机关召开某某会议 */
const HELD = /^(.{0,30}?)(?:召开|举行|主持召开)(.{0,30}?(?:会议|座谈会|推进会|调度会|动员会|例会|常务会|全会|大会|研讨会|培训会|联席会|听证会|发布会)?)(?:闭幕|开幕)?$/;

/** Which session an article belongs to and which organ met; empty where the article does not say. */
export function findMeetingOf({ title, heading, text, kind }: Printed): { meeting: string; body: string } {
  if (kind === 'notice') return { meeting: '', body: '' };
  const session = sessionOf(title, heading, text);
  const held = HELD.exec(title.replace(/\s+/g, ''));
  const organ = held !== null && ORGAN.test(held[1] ?? '') ? (held[1] ?? '') : '';
  if (session !== null) return { meeting: session.meeting, body: organ !== '' ? organ : session.body };
  if (kind === 'announcement') return { meeting: '', body: /^(.{4,40}?)(?:关于.*)?(?:公告|通告|公示|通知)$/.exec(title.replace(/\s+/g, ''))?.[1] ?? '' };
  if (held !== null) {
    const [before, after] = [held[1] ?? '', held[2] ?? ''];
    if (/会议?$|会$/.test(before) && organ === '') return { meeting: before, body: '' };
    if (/会议?$|会$/.test(after)) return { meeting: `${organ}${after}`, body: organ };
  }
  if (kind === 'minutes' && /[会例]/.test(title) && !/^(?:会议时间|\d{4}\D)/.test(title)) return { meeting: title.replace(/(?:会议)?纪要$/, (word) => (word.startsWith('会议') ? '会议' : '')), body: '' };
  return { meeting: '', body: '' };
}

/** Dateline and subtitle name the session itself, the title comes next, the head of the text last. */
function sessionOf(title: string, heading: readonly string[], text: string): ReturnType<typeof findSessionName> {
  const head = text.split('\n', 12).map((line) => line.trim());
  const named = [...heading, ...head].filter((line) => line.length <= 90 && !line.includes('。'));
  const first = named.filter((line) => /[—―─–-]{2}|^[(（]|会议上|大会上/.test(line));
  for (const zone of [...first, ...named, title, firstSentence(text)]) {
    const session = findSessionName(zone);
    if (session !== null) return session;
  }
  return null;
}

/** What somebody is quoted as saying does not make the article one of that session. */
function firstSentence(text: string): string {
  const body = text.split('\n').find((line) => line.includes('。')) ?? '';
  return body.slice(0, Math.min(body.indexOf('。'), 200)).replace(/“[^”]*(?:”|$)/g, '，');
}
