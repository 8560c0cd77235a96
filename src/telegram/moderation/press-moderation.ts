import type { Outcome, Presser } from '../buttons/presser.js';
import type { ModerationWish } from '../buttons/read-press.js';
import type { Desk } from '../desk.js';
import { mayAct } from '../visit.js';
import { beginCorrection, withdraw } from './correct-answer.js';
import { composeReview, judge, reviewNext } from './review-answer.js';

/** What a moderator's button comes to; null for whoever is none, or not in a private chat: a record is not for a group. */
export async function outcomeOfModeration(wish: ModerationWish, presser: Presser, desk: Desk): Promise<Outcome | null> {
  if (!presser.isPrivate || desk.moderation === null || !mayAct(presser, 'moderator', desk)) return null;
  switch (wish.kind) {
    case 'review':
      return { reply: wish.recordId === 'next' ? reviewNext(presser, desk) : composeReview(wish.recordId, presser, desk) };
    case 'judge': {
      const reply = judge(wish.recordId, wish.code, presser, desk);
      return reply === null ? null : { reply };
    }
    case 'correct':
      return { reply: await beginCorrection(wish.recordId, presser, desk) };
    case 'withdraw':
      return { notice: withdraw(wish.curatedId, presser, desk) };
  }
}
