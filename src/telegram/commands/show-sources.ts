import { composeSources, type Reply } from '../compose-answer.js';
import { recallAnswers } from '../conversation.js';
import type { Desk } from '../desk.js';
import type { Visit } from '../visit.js';

const DAY_MS = 86_400_000;

/** `/sources`: what the last answer of this conversation rests on, with its buttons. */
export function showSources(visit: Visit, desk: Desk): Reply {
  const { texts } = visit;
  const last = recallAnswers(visit.conversation, DAY_MS, desk).at(-1);
  if (last === undefined) return { text: [{ text: texts.say('no_answer_yet') }], keyboard: [] };
  if (last.citations.length === 0) return { text: [{ text: texts.say('sources_none') }], keyboard: [] };
  return composeSources(last, texts);
}
