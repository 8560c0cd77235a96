import type { Reply } from '../compose-answer.js';
import { composePlain } from '../compose-plain.js';
import type { Desk } from '../desk.js';
import type { Visit } from '../visit.js';
import { personIdOf } from './person-id.js';

/** `/console`: a link that lets this person into the moderators' pages, once. */
export function sendConsoleLink(visit: Visit, desk: Desk): Reply {
  const { texts } = visit;
  const address = desk.moderation?.consoleLink(personIdOf(visit)) ?? null;
  if (address === null) return composePlain(texts.say('console_off'));
  // In fixed width, to be copied by a tap: Telegram makes no link of an address without a name, and looks at those with one.
  return composePlain(`${texts.say('console_link')}\n${address}`);
}
