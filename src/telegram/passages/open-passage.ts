import type { PassageView } from '../../domain/answer.js';
import type { Reply } from '../compose-answer.js';
import { composePassage } from '../compose-passage.js';
import { describeError, type Desk } from '../desk.js';
import { type OpenedPassage, type PassageKey, passageOf, permanentName } from '../passage-key.js';
import type { Visit } from '../visit.js';

/** The kind under which passages with a permanent link are kept. */
const KIND = 'passage';

/** The message that opens a passage of a logged answer; null when there is no such answer or passage. */
export async function openCited(key: PassageKey, visit: Pick<Visit, 'texts' | 'me'>, desk: Desk): Promise<Reply | null> {
  const answer = desk.findAnswer(key.answerId);
  const passage = answer === null ? null : passageOf(answer, key);
  return passage === null ? null : await showPassage(passage, visit, desk);
}

/** The message behind a permanent link; null for a name nobody was given. */
export async function openPermanent(name: string, visit: Pick<Visit, 'texts' | 'me'>, desk: Desk): Promise<Reply | null> {
  const kept = /^[\w-]{22}$/.test(name) ? desk.state.kept(KIND, name) : null;
  return kept === null ? null : await showPassage(kept.value as PassageView, visit, desk);
}

/** Keeps the words of a passage under a permanent name, whatever becomes of the index; gives the name. */
export function keepPassage(passage: PassageView, desk: Desk): string {
  const { passageId, articleId, documentId, title, body, meeting, date, source, text } = passage;
  const name = permanentName(passage);
  if (desk.state.kept(KIND, name) === null) {
    const view: PassageView = { passageId, articleId, documentId, title, body, meeting, date, source, text };
    desk.state.keep(KIND, name, { value: view, person: null, untilMs: null });
  }
  return name;
}

/** A passage with what stands around it today and the link that opens it for ever. */
async function showPassage(passage: OpenedPassage, { texts, me }: Pick<Visit, 'texts' | 'me'>, desk: Desk): Promise<Reply> {
  const { standing, ...surroundings } = await desk.surroundings(passage.passageId);
  if (standing === 'withdrawn') return { text: [{ text: texts.say('passage_withdrawn') }], keyboard: [] };
  let link: string | null = null;
  try {
    link = `https://t.me/${me.username}?start=p_${keepPassage(passage, desk)}`;
  } catch (error) {
    desk.log(`telegram: a passage got no permanent link: ${describeError(error)}`);
  }
  return { text: composePassage(passage, texts, { link, isPast: standing === 'past', ...surroundings }), keyboard: [] };
}
