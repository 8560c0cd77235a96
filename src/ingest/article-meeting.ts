import type { ArticleKind } from '../domain/corpus.js';
import { isOrganName, organAtHead, publisherOf } from './organ-name.js';
import { findSessionName } from './session-name.js';

interface Printed {
  title: string;
  heading: readonly string[];
  text: string;
  kind: ArticleKind;
}

/** 某某会议召开 · 某机关召开某某会议 */
const HELD = /^([^，。]{0,30}?)(?:主持)?(?:召开|举行)([^，。]{0,30})/;
const GATHERING = /^.*?(?:会议|(?:座谈|推进|调度|动员|例|常务|全|大|研讨|培训|联席|听证|发布|常委)会(?!议))/;

const ENGLISH_ORGAN = /\b(?:Committee|Council|Board|Commission|Panel|Working Group|Task Force|Assembly)$/;

/** Which session an article belongs to and which organ met; empty where the article does not say. */
export function findMeetingOf({ title, heading, text, kind }: Printed): { meeting: string; body: string } {
  if (kind === 'notice') return { meeting: '', body: '' };
  const session = sessionOf(title, heading, text);
  const held = HELD.exec(title.split(/\s/)[0] ?? '');
  const organ = held !== null && isOrganName(held[1] ?? '') ? (held[1] ?? '') : kind === 'minutes' ? organAtHead(title) : '';
  // 市政府召开第十七次常务会议: the session is named without its organ, which stands before the verb.
  if (session !== null) return { meeting: session.meeting.startsWith('第') ? wholeSession(title, organ, session.meeting) : session.meeting, body: organ !== '' ? organ : session.body };
  if (kind === 'announcement') return { meeting: '', body: publisherOf(title, text) };
  if (held !== null) {
    const before = held[1] ?? '';
    const after = GATHERING.exec(held[2] ?? '')?.[0];
    if (/会议?$/.test(before) && organ === '') return { meeting: before, body: '' };
    if (after !== undefined) return { meeting: `${organ}${after}`, body: organ };
  }
  if (kind === 'minutes' && ENGLISH_ORGAN.test(title)) return { meeting: title, body: title };
  if (kind === 'minutes' && /[会例]/.test(title) && !/^(?:会议时间|\d{4}\D)/.test(title)) return { meeting: title.replace(/(?:会议)?(?:纪要|记录)$/, (word) => (word.startsWith('会议') ? '会议' : '')), body: organAtHead(title) };
  return { meeting: '', body: '' };
}

/** Committees count anew every year: what stands between organ and number is part of the name. */
function wholeSession(title: string, organ: string, session: string): string {
  const at = title.indexOf(session);
  const isWhole = organ !== '' && title.startsWith(organ) && at > 0 && (at < organ.length || /^\s*\d{4}\s*年度?$/.test(title.slice(organ.length, at)));
  return isWhole ? title.slice(0, at + session.length) : organ + session;
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
