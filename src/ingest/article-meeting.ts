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
const HELD = /^([^，。]{0,30}?)(?:主持)?(?:召开|举行)([^，。]{0,30})/;
const GATHERING = /^.*?(?:会议|(?:座谈|推进|调度|动员|例|常务|全|大|研讨|培训|联席|听证|发布|常委)会(?!议))/;

/** Which session an article belongs to and which organ met; empty where the article does not say. */
export function findMeetingOf({ title, heading, text, kind }: Printed): { meeting: string; body: string } {
  if (kind === 'notice') return { meeting: '', body: '' };
  const session = sessionOf(title, heading, text);
  const held = HELD.exec(title.split(/\s/)[0] ?? '');
  const organ = held !== null && ORGAN.test(held[1] ?? '') ? (held[1] ?? '') : '';
  // 市政府召开第十七次常务会议: the session is named without its organ, which stands before the verb.
  if (session !== null) return { meeting: session.meeting.startsWith('第') ? organ + session.meeting : session.meeting, body: organ !== '' ? organ : session.body };
  if (kind === 'announcement') return { meeting: '', body: /^(.{4,40}?)(?:关于.*)?(?:公告|通告|公示|通知)$/.exec(title.replace(/\s+/g, ''))?.[1] ?? '' };
  if (held !== null) {
    const before = held[1] ?? '';
    const after = GATHERING.exec(held[2] ?? '')?.[0];
    if (/会议?$/.test(before) && organ === '') return { meeting: before, body: '' };
    if (after !== undefined) return { meeting: `${organ}${after}`, body: organ };
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
