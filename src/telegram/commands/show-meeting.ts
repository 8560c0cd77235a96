import type { ArticleHeader } from '../../domain/corpus.js';
import { fold } from '../../language/fold.js';
import { bigramShare } from '../../language/likeness.js';
import { answerInChat } from '../answer-in-chat.js';
import type { Outcome, Presser } from '../buttons/presser.js';
import { addPassageButton, type Keyboard } from '../buttons/answer-buttons.js';
import type { Reply } from '../compose-answer.js';
import { composePlain } from '../compose-plain.js';
import type { Holdings } from '../backroom.js';
import type { Desk } from '../desk.js';
import { oneLine } from '../name-passage.js';
import { keepPassage, openPermanent } from '../passages/open-passage.js';
import { cleanRuns } from '../rich-text.js';
import { sendReply } from '../send-reply.js';
import { clip } from '../split-rich-text.js';
import type { Visit } from '../visit.js';

const OFFERED = 8;
const LISTED = 8;
const NAME_UNITS = 46;
/** Of the letters that were written, so many must stand in a meeting's name. */
const LIKE = 0.5;

interface Meeting {
  /** Organ and session in the wording of the record. */
  name: string;
  date: string;
  records: ArticleHeader[];
}

/** `/meeting NAME`: what one meeting brought, at a glance; several that fit, or none, are offered as buttons. */
export async function showMeeting(written: string, messageId: number, visit: Visit, desk: Desk): Promise<Reply | null> {
  const { texts } = visit;
  const meetings = meetingsOf(await desk.holdings());
  if (meetings.length === 0) return composePlain(texts.say('covers_nothing'));
  if (written.trim() === '') return offer(texts.say('meeting_usage'), meetings, desk);
  const wanted = squeeze(written);
  const found = meetings.filter(({ name, records }) => squeeze(name).includes(wanted) || records.some(({ title }) => squeeze(title) === wanted));
  // A joint meeting holds the names of others in its own.
  const called = found.filter(({ name }) => name.split(/[（）()\s]/u).some((part) => squeeze(part) === wanted));
  const [only] = called.length === 1 ? called : found;
  if (only !== undefined && (called.length === 1 || found.length === 1)) {
    await tellMeeting(only, messageId, visit, desk);
    return null;
  }
  if (found.length > 1) return offer(texts.say('meeting_which'), found, desk);
  const like = meetings.map((meeting) => ({ meeting, share: bigramShare(wanted, squeeze(meeting.name)) })).filter(({ share }) => share >= LIKE);
  return offer(texts.say('meeting_none'), like.length === 0 ? meetings : like.sort((a, b) => b.share - a.share).map(({ meeting }) => meeting), desk);
}

/** `/latest [WORDS]`: the newest records, of those whose title, organ or meeting holds the words. */
export async function showLatest(written: string, { texts }: Visit, desk: Desk): Promise<Reply> {
  const holdings = await desk.holdings();
  const words = squeeze(written);
  const fitting = holdings.headers.filter(({ title, body, meeting }) => words === '' || squeeze(`${title}${body}${meeting}`).includes(words));
  const newest = fitting.toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? '')).slice(0, LISTED);
  if (newest.length === 0) return composePlain(texts.say('latest_none'));
  const lines = newest.map(({ title, body, date }) => `• ${[date ?? '', oneLine(body), clip(oneLine(title), 80)].filter((part) => part !== '').join(texts.say('separator'))}`);
  return { text: cleanRuns([{ text: `${texts.say('latest_heading')}\n`, isBold: true }, { text: lines.join('\n') }]), keyboard: recordButtons(newest, holdings, desk, texts) };
}

/** A meeting chosen by its button; null when it is not on record any more. */
export async function openMeeting(name: string, desk: Desk): Promise<Outcome | null> {
  const meeting = meetingsOf(await desk.holdings()).find((known) => desk.nameOf('meeting', known.name) === name);
  return meeting === undefined ? null : { run: (visit) => tellMeeting(meeting, visit.place.replyTo ?? 0, visit, desk) };
}

/** A record chosen by its button, as it was when the button was made. */
export async function openRecord(name: string, presser: Presser, desk: Desk): Promise<Outcome | null> {
  const reply = await openPermanent(name, presser, desk);
  if (reply === null) return null;
  return presser.place === null ? { url: `https://t.me/${presser.me.username}?start=p_${name}` } : { reply };
}

/** The overview as an answer with its citations, then the records of the meeting, each with a button. */
async function tellMeeting({ name, records }: Meeting, messageId: number, visit: Visit, desk: Desk): Promise<void> {
  const { texts } = visit;
  await answerInChat(visit, { text: texts.say('overview_question', { subject: name }), messageId }, desk);
  const holdings = await desk.holdings();
  const listed = records.slice(0, LISTED);
  const more = records.length > LISTED ? `\n${texts.say('meeting_more', { count: records.length - LISTED })}` : '';
  const lines = listed.map(({ title, date }) => `• ${date === null ? '' : `${date} `}${clip(oneLine(title), 80)}`).join('\n');
  const text = cleanRuns([{ text: `${oneLine(name)}\n`, isBold: true }, { text: `${texts.say('meeting_records', { count: records.length })}\n${lines}${more}` }]);
  await sendReply(desk.sender, visit.place, { text, keyboard: recordButtons(listed, holdings, desk, texts) });
}

function recordButtons(headers: readonly ArticleHeader[], holdings: Holdings, desk: Desk, texts: Visit['texts']): Keyboard {
  const keyboard: Keyboard = [];
  for (const { articleId } of headers) {
    const passage = holdings.firstPassage(articleId);
    if (passage !== null) addPassageButton(keyboard, '', passage, `x:${keepPassage(passage, desk)}`, texts);
  }
  return keyboard;
}

/** Newest first. */
function meetingsOf({ headers }: Holdings): Meeting[] {
  const byName = new Map<string, Meeting>();
  for (const header of headers) {
    if (header.meeting === '') continue;
    const name = header.body === '' || header.meeting.includes(header.body) ? header.meeting : `${header.body} ${header.meeting}`;
    const meeting = byName.get(name) ?? { name, date: '', records: [] };
    meeting.records.push(header);
    if ((header.date ?? '') > meeting.date) meeting.date = header.date ?? '';
    byName.set(name, meeting);
  }
  return [...byName.values()].sort((a, b) => b.date.localeCompare(a.date) || a.name.localeCompare(b.name));
}

function offer(text: string, meetings: readonly Meeting[], desk: Desk): Reply {
  const keyboard = meetings.slice(0, OFFERED).map(({ name }) => [{ text: clip(oneLine(name), NAME_UNITS), callback_data: `m:${desk.nameOf('meeting', name)}` }]);
  return { ...composePlain(text), keyboard };
}

function squeeze(text: string): string {
  return fold(text).replace(/[\s·•,，、（）()《》]/gu, '');
}
