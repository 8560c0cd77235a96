import { cleanText } from '../clean-text.js';
import type { Clock } from '../clock.js';
import { describeError, type Desk } from '../desk.js';
import { cleanRuns } from '../rich-text.js';
import { sendReply } from '../send-reply.js';
import { clip } from '../split-rich-text.js';
import { textsIn } from '../texts/texts.js';
import { NOTED_DAYS, whereToTell } from './kept-place.js';

const TOLD_KIND = 'told';
const QUESTION_UNITS = 300;
const LOOK_MS = 30_000;

/** Tells of corrections, wherever they are published, until the bot stops. */
export async function watchCorrections(desk: Desk, clock: Clock, signal: AbortSignal): Promise<void> {
  let seen = 0;
  while (!signal.aborted && desk.moderation !== null) {
    try {
      seen = await tellCorrections(seen, desk, signal);
    } catch (error) {
      desk.log(`telegram: corrections could not be told: ${describeError(error)}`);
    }
    await clock.pause(LOOK_MS, signal);
  }
}

/** Tells each person once who agreed to hear of a question that was corrected since; gives how far the log of actions was read. */
async function tellCorrections(after: number, desk: Desk, signal: AbortSignal): Promise<number> {
  const { sequence, corrections } = desk.moderation?.corrections(after) ?? { sequence: after, corrections: [] };
  for (const { curatedId, question, answer, askers } of corrections) {
    for (const { answerId, person } of askers) {
      const where = whereToTell(answerId, person, desk);
      const id = desk.nameOf('told', curatedId, person);
      if (signal.aborted) return after;
      if (where === null || desk.state.kept(TOLD_KIND, id) !== null) continue;
      // Noted first: nobody is told twice, whatever happens while it is sent.
      desk.state.keep(TOLD_KIND, id, { value: true, person, untilMs: desk.nowMs() + NOTED_DAYS * 86_400_000 });
      const texts = textsIn(where.language);
      const text = cleanRuns([{ text: `${texts.say('corrected_heading')}\n`, isBold: true }, { text: clip(cleanText(question), QUESTION_UNITS), quote: 'open' }, { text: `\n${cleanText(answer)}\n\n${texts.say('corrected_sources')}` }]);
      await sendReply(desk.sender, where.place, { text, keyboard: [], about: answerId });
    }
  }
  return sequence;
}
