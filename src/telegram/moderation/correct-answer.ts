import type { Message } from 'grammy/types';
import type { CorrectionFault } from '../../answer/curated/publish-correction.js';
import type { StoredPassage } from '../../ports/generation.js';
import type { Reply } from '../compose-answer.js';
import { composePlain } from '../compose-plain.js';
import { cleanText } from '../clean-text.js';
import type { Desk } from '../desk.js';
import { oneLine } from '../name-passage.js';
import { answerOfMessage } from '../replied-answer.js';
import { cleanRuns, type Run } from '../rich-text.js';
import { clip } from '../split-rich-text.js';
import type { Visit } from '../visit.js';
import { personIdOf } from './person-id.js';

const KIND = 'correcting';
/** In front of the key of what is being corrected, in what a message of ours is about. */
const CORRECTING = 'fix:';
const KEPT_MS = 86_400_000;
const TITLE_UNITS = 80;
const TEXT_UNITS = 280;
const ANSWER_UNITS = 2_000;

/** A correction somebody began: which passages their marks mean. */
interface Begun {
  recordId: string;
  version: number;
  question: string;
  passageIds: string[];
}

const FAULTS = { stale: 'review_stale', empty: 'correct_fault_empty', 'no passage': 'correct_fault_passage', marker: 'correct_fault_marker', figure: 'correct_fault_figure', date: 'correct_fault_date' } as const satisfies Record<CorrectionFault | 'stale', string>;

/** `/correct` under an answer: with text and marks it is published at once, its marks being those of that answer; alone it shows what may be cited. */
export async function startCorrection(written: string, message: Message, visit: Visit, desk: Desk): Promise<Reply> {
  const answer = answerOfMessage(message.reply_to_message, desk);
  if (answer === null) return composePlain(visit.texts.say('correct_usage'));
  const begun = written.trim() === '' || answer.citations.length === 0 ? null : await begin(answer.id, desk);
  if (begun === null) return await beginCorrection(answer.id, visit, desk);
  const passageIds = answer.citations.toSorted((a, b) => a.marker - b.marker).map(({ passageId }) => passageId);
  return await publish({ ...begun, passageIds }, written, visit, desk);
}

/** Shows the passages a right answer may rest on, numbered, and asks for it in a reply. */
export async function beginCorrection(recordId: string, visit: Pick<Visit, 'texts' | 'person' | 'updateId'>, desk: Desk): Promise<Reply> {
  const { texts } = visit;
  const begun = await begin(recordId, desk);
  if (begun === null) return composePlain(texts.say('record_unknown'));
  const key = desk.nameOf('correcting', visit.updateId, recordId);
  desk.state.keep(KIND, key, { value: { ...begun, passages: undefined }, person: visit.person, untilMs: desk.nowMs() + KEPT_MS });
  const lines = begun.passages.flatMap((passage, index): Run[] => [{ text: `\n[${index + 1}] ${nameOf(passage)}\n` }, { text: clip(oneLine(passage.text), TEXT_UNITS), quote: 'folded' }]);
  return { text: cleanRuns([{ text: `${clip(oneLine(begun.question), TEXT_UNITS)}\n`, isBold: true }, { text: texts.say('correct_how') }, ...lines]), keyboard: [], about: `${CORRECTING}${key}` };
}

/** The right answer, in reply to the passages shown. Null when the message is about something else. */
export async function takeCorrection(about: string, written: string, visit: Visit, desk: Desk): Promise<Reply | null> {
  if (!about.startsWith(CORRECTING)) return null;
  const kept = desk.state.kept(KIND, about.slice(CORRECTING.length));
  if (kept?.person !== visit.person) return composePlain(visit.texts.say('correct_usage'));
  const reply = await publish(kept.value as Begun, written, visit, desk);
  // Whoever made a mistake replies again, to the complaint or to the passages.
  return reply.keyboard.length > 0 ? reply : { ...reply, about };
}

/** Takes a published correction back; gives what is said. */
export function withdraw(curatedId: string, { texts, user }: Pick<Visit, 'texts' | 'user'>, desk: Desk): string {
  return texts.say(desk.moderation?.withdraw(curatedId, personIdOf({ user })) === true ? 'correct_withdrawn' : 'correct_gone');
}

async function begin(recordId: string, { moderation }: Desk): Promise<(Begun & { passages: StoredPassage[] }) | null> {
  if (moderation === null) return null;
  const basis = await moderation.basisOf(recordId);
  if (basis === null) return null;
  const { question, passages } = basis;
  return { recordId, version: moderation.review(recordId).version, question, passages, passageIds: passages.map(({ passageId }) => passageId) };
}

async function publish({ recordId, version, question, passageIds }: Begun, written: string, visit: Visit, desk: Desk): Promise<Reply> {
  const { texts } = visit;
  const { moderation } = desk;
  if (moderation === null) return composePlain(texts.say('record_unknown'));
  const { answer, ids, isUnknown } = renumber(cleanText(written).trim().slice(0, ANSWER_UNITS), passageIds);
  if (isUnknown) return composePlain(texts.say('correct_fault_marker'));
  const id = desk.nameOf('curated', visit.updateId, recordId);
  const cited = await moderation.passages(ids);
  if (cited.length < ids.length) return composePlain(texts.say('correct_passage_changed'));
  const fault = moderation.publish({ id, recordId, version, personId: personIdOf(visit), question, wordings: [], answer, cited });
  if (fault !== null && fault !== 'repeated') return composePlain(texts.say(FAULTS[fault]));
  const sources = cited.map((passage, index) => `\n[${index + 1}] ${nameOf(passage)}`).join('');
  return {
    text: cleanRuns([{ text: `${texts.say('correct_done')}\n`, isBold: true }, { text: `${answer}${sources}` }]),
    keyboard: [[{ text: texts.say('correct_withdraw'), callback_data: `y:${id}` }]],
  };
}

/** Numbers the passages anew, in the order they are first marked: what is published cites no passage it does not use. */
function renumber(written: string, passageIds: readonly string[]): { answer: string; ids: string[]; isUnknown: boolean } {
  const ids: string[] = [];
  let isUnknown = false;
  const answer = written.replace(/[[【［](\d{1,3})[\]】］]/gu, (mark, number: string) => {
    const passageId = passageIds[Number(number) - 1];
    if (passageId === undefined) {
      isUnknown = true;
      return mark;
    }
    if (!ids.includes(passageId)) ids.push(passageId);
    return `[${ids.indexOf(passageId) + 1}]`;
  });
  return { answer, ids, isUnknown };
}

function nameOf({ header: { title, meeting, date } }: StoredPassage): string {
  return [title, meeting, date ?? ''].map(oneLine).filter((part) => part !== '').map((part) => clip(part, TITLE_UNITS)).join(' · ');
}
