import type { ArticleHeader } from '../../domain/corpus.js';
import { fold } from '../../language/fold.js';
import type { Outcome, Presser } from '../buttons/presser.js';
import type { Keyboard } from '../buttons/answer-buttons.js';
import { cleanText } from '../clean-text.js';
import type { Reply } from '../compose-answer.js';
import { composePlain } from '../compose-plain.js';
import type { Desk } from '../desk.js';
import { keepTyping } from '../keep-typing.js';
import { personIdOf } from '../moderation/person-id.js';
import { oneLine } from '../name-passage.js';
import { sendReply } from '../send-reply.js';
import { clip } from '../split-rich-text.js';
import { mayAct, type Visit } from '../visit.js';

const OFFERED = 8;
const NAME_UNITS = 46;
const REASON_UNITS = 200;

interface Held {
  documentId: string;
  /** Its first article's title. */
  title: string;
}

/** `/withdraw WORDS`: offers the documents whose name or title holds the words. */
export async function offerWithdrawal(written: string, { texts }: Visit, desk: Desk): Promise<Reply> {
  const words = fold(written.trim());
  if (words === '') return composePlain(texts.say('withdraw_usage'));
  const found = (await documentsOf(desk)).filter(({ documentId, title }) => fold(`${documentId} ${title}`).includes(words));
  if (found.length === 0) return composePlain(texts.say('withdraw_none'));
  const keyboard: Keyboard = found.slice(0, OFFERED).map((held) => [{ text: nameOf(held), callback_data: `z:${keyOf(held, desk)}` }]);
  return { ...composePlain(texts.say('withdraw_which')), keyboard };
}

/** A document chosen by its button: asked once more, then taken out. Null for whoever is no staff (any more), or an unknown document. */
export async function outcomeOfWithdrawal(key: string, answer: string | undefined, presser: Presser, desk: Desk): Promise<Outcome | null> {
  const { texts } = presser;
  const { library } = desk;
  if (library === null || !presser.isPrivate || !mayAct(presser, 'staff', desk)) return null;
  if (answer === 'no') return { notice: texts.say('withdraw_kept') };
  const held = (await documentsOf(desk)).find((one) => keyOf(one, desk) === key);
  if (held === undefined) return null;
  if (answer !== 'yes') {
    const keyboard = [[{ text: texts.say('withdraw_yes'), callback_data: `z:${key}:yes` }, { text: texts.say('forget_no'), callback_data: `z:${key}:no` }]];
    return { reply: { ...composePlain(texts.say('withdraw_ask', { name: `${nameOf(held)} (${clip(oneLine(held.documentId), REASON_UNITS)})` })), keyboard } };
  }
  return { run: async (visit) => {
    const stopTyping = keepTyping(() => desk.sender.showTyping(visit.place), desk.clock);
    const outcome = await library.withdraw(held.documentId).finally(stopTyping);
    if (outcome.kind === 'failed') {
      await sendReply(desk.sender, visit.place, composePlain(texts.say('withdraw_failed', { reason: clip(cleanText(outcome.reason), REASON_UNITS) })));
      return;
    }
    for (const document of [held.documentId, ...outcome.copies]) desk.moderation?.note(personIdOf(presser), 'withdrew document', '', { document });
    const copies = outcome.copies.slice(0, OFFERED).map((copy) => `· ${clip(oneLine(copy), REASON_UNITS)}`);
    await sendReply(desk.sender, visit.place, composePlain([texts.say('withdraw_done', { name: nameOf(held) }), ...(copies.length === 0 ? [] : [texts.say('withdraw_copies', { n: outcome.copies.length }), ...copies])].join('\n')));
  } };
}

async function documentsOf(desk: Desk): Promise<Held[]> {
  const { headers } = await desk.holdings();
  const first = new Map<string, ArticleHeader>();
  for (const header of headers) if (!first.has(header.documentId)) first.set(header.documentId, header);
  return [...first.values()].map(({ documentId, title }) => ({ documentId, title }));
}

function nameOf({ documentId, title }: Held): string {
  return clip(oneLine(title === '' ? documentId : title), NAME_UNITS);
}

function keyOf({ documentId }: Held, desk: Desk): string {
  return desk.nameOf('document', documentId);
}
