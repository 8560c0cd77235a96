import type { Reply } from '../compose-answer.js';
import { composePlain } from '../compose-plain.js';
import type { Desk } from '../desk.js';
import type { Visit } from '../visit.js';

/** `/privacy`: what is kept and for how long. */
export function sayPrivacy({ texts }: Visit, desk: Desk): Reply {
  return composePlain(texts.say('privacy', { days: desk.keptDays }));
}

/** `/forgetme`: asks once more, because it cannot be undone. */
export function askToForget({ texts }: Visit): Reply {
  return {
    ...composePlain(texts.say('forget_ask')),
    keyboard: [[{ text: texts.say('forget_yes'), callback_data: 'f:yes' }, { text: texts.say('forget_no'), callback_data: 'f:no' }]],
  };
}

/** Forgets the person who pressed, and nobody else; gives what they are told. */
export function forgetNow(isSure: boolean, { person, texts }: Pick<Visit, 'person' | 'texts'>, desk: Desk): string {
  if (!isSure) return texts.say('forget_kept');
  desk.state.forget(person);
  return texts.say(desk.erase(person) ? 'forget_done' : 'forget_partly');
}
