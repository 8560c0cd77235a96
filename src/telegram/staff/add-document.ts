import type { Document, Message } from 'grammy/types';
import type { Outcome, Presser } from '../buttons/presser.js';
import { cleanText, hasVisibleText } from '../clean-text.js';
import type { Reply } from '../compose-answer.js';
import { composePlain } from '../compose-plain.js';
import { describeError, type Desk } from '../desk.js';
import { keepTyping } from '../keep-typing.js';
import { personIdOf } from '../moderation/person-id.js';
import { oneLine } from '../name-passage.js';
import { cleanRuns, type Run } from '../rich-text.js';
import { MOST_FILE_BYTES } from '../send/download-file.js';
import { sendReply } from '../send-reply.js';
import { clip } from '../split-rich-text.js';
import type { Texts } from '../texts/texts.js';
import { mayAct, type Visit } from '../visit.js';
import type { PutAside } from './library.js';

const KIND = 'adding';
const KEPT_MS = 86_400_000;
const READ = /\.(?:md|txt|html?|pdf|docx|xlsx|csv|tsv|jsonl|zip)$/iu;
export const READ_NAMES = '.md .txt .html .pdf .docx .xlsx .csv .jsonl .zip';
const LISTED = 8;
const MASKED = 5;
const UNITS = 80;
const REASON_UNITS = 200;

interface Waiting {
  stored: string;
  name: string;
  bytes: number;
}

/** `/add`: how a document is added. */
export function sayHowToAdd({ texts }: Pick<Visit, 'texts'>): Reply {
  return composePlain(texts.say('add_usage', { names: READ_NAMES, most: MOST_FILE_BYTES / 1024 / 1024 }));
}

/** A document that staff sent: fetched, screened, and shown as it would be read, before anything is added. Null for whoever is no staff. */
export async function takeDocument(message: Message, visit: Visit, desk: Desk): Promise<Reply | null> {
  const { document } = message;
  if (document === undefined || desk.library === null || !visit.isPrivate || message.forward_origin !== undefined || !mayAct(visit, 'staff', desk)) return null;
  const stopTyping = keepTyping(() => desk.sender.showTyping(visit.place), desk.clock);
  try {
    return await preview(document, visit, desk);
  } catch (error) {
    desk.log(`telegram: a document could not be put aside: ${describeError(error)}`);
    return composePlain(visit.texts.say('add_failed'));
  } finally {
    stopTyping();
  }
}

async function preview({ file_id: fileId, file_name: given, file_size: size }: Document, visit: Visit, desk: Desk): Promise<Reply> {
  const { texts } = visit;
  const name = clip(oneLine(given ?? ''), UNITS);
  if (!READ.test(given ?? '')) return composePlain(texts.say('add_type', { name: hasVisibleText(name) ? name : '?', names: READ_NAMES }));
  if ((size ?? 0) > MOST_FILE_BYTES) return composePlain(texts.say('add_too_large', { most: MOST_FILE_BYTES / 1024 / 1024 }));
  if (size === 0) return composePlain(texts.say('add_empty'));
  const file = await desk.download(fileId);
  if ('fault' in file) return composePlain(texts.say(file.fault === 'too_large' ? 'add_too_large' : 'add_not_fetched', { most: MOST_FILE_BYTES / 1024 / 1024 }));
  const aside = await desk.library?.putAside(given ?? '', file.bytes);
  if (aside === undefined || aside.articles === 0) return composePlain(texts.say('add_unreadable', { reason: clip(oneLine(aside?.reasons[0] ?? '?'), REASON_UNITS) }));
  const key = desk.nameOf('adding', visit.updateId);
  const waiting: Waiting = { stored: aside.stored, name, bytes: file.bytes.length };
  desk.state.keep(KIND, key, { value: waiting, person: visit.person, untilMs: desk.nowMs() + KEPT_MS });
  return {
    text: cleanRuns([{ text: `${name}\n`, isBold: true }, ...previewRuns(aside, texts), { text: `\n\n${texts.say('add_ask')}` }]),
    keyboard: [[{ text: texts.say('add_yes'), callback_data: `a:${key}:yes` }, { text: texts.say('add_no'), callback_data: `a:${key}:no` }]],
  };
}

function previewRuns({ articles, listed, masked, reasons }: PutAside, texts: Texts): Run[] {
  const lines = listed.slice(0, LISTED).map(({ title, body, meeting, date }) => `\n• ${[date ?? texts.say('add_no_date'), oneLine(title) === '' ? texts.say('without_title') : title, body, meeting].map((part) => clip(oneLine(part), UNITS)).filter(hasVisibleText).join(texts.say('separator'))}`);
  const contexts = masked.slice(0, MASKED).map(({ context }): Run => ({ text: `\n…${clip(oneLine(context), UNITS)}…`, quote: 'folded' }));
  return [
    { text: `${texts.say('add_articles', { count: articles })}${lines.join('')}${articles > LISTED ? `\n${texts.say('meeting_more', { count: articles - LISTED })}` : ''}` },
    { text: `\n${texts.say('add_masked', { count: masked.length })}` },
    ...contexts,
    ...reasons.slice(0, MASKED).map((reason): Run => ({ text: `\n⚠️ ${clip(oneLine(reason), REASON_UNITS)}` })),
  ];
}

/** The yes or no of staff to a document; null for whoever is no staff (any more), or for a document that nobody sent. */
export function confirmDocument(key: string, isYes: boolean, presser: Presser, desk: Desk): Outcome | null {
  const { texts, person } = presser;
  const { library } = desk;
  const kept = desk.state.kept(KIND, key);
  if (library === null || !presser.isPrivate || !mayAct(presser, 'staff', desk) || kept?.person !== person) return null;
  const { stored, name, bytes } = kept.value as Waiting;
  if (!isYes) {
    desk.state.take(KIND, key);
    library.discard(stored);
    return { notice: texts.say('add_discarded') };
  }
  return { run: async (visit) => {
    await sendReply(desk.sender, visit.place, composePlain(texts.say('add_reading', { name })));
    const stopTyping = keepTyping(() => desk.sender.showTyping(visit.place), desk.clock);
    const outcome = await library.add(stored).finally(stopTyping);
    if (outcome.kind === 'added') desk.moderation?.note(personIdOf(presser), 'added document', '', { file: stored, bytes });
    desk.state.take(KIND, key);
    await sendReply(desk.sender, visit.place, composePlain(sayOutcome(outcome, texts, name)));
  } };
}

function sayOutcome(outcome: Awaited<ReturnType<NonNullable<Desk['library']>['add']>>, texts: Texts, name: string): string {
  if (outcome.kind === 'gone') return texts.say('add_gone');
  if (outcome.kind === 'failed') return texts.say('add_unreadable', { reason: clip(cleanText(outcome.reason), REASON_UNITS) });
  return texts.say('add_done', { name, documents: outcome.documents, articles: outcome.articles, passages: outcome.passages });
}
