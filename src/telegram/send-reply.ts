import type { Reply } from './compose-answer.js';
import { toHtml, toPlain } from './rich-text.js';
import type { Delivery, Place, Sender } from './send/sender.js';
import { splitRichText } from './split-rich-text.js';

/** Sends a reply in as many messages as it needs: the first quotes the question, the last carries the buttons. Gives what became of the last. */
export async function sendReply(sender: Sender, place: Place, reply: Reply): Promise<Delivery> {
  const parts = splitRichText(reply.text);
  let target = place;
  let delivery: Delivery = { outcome: 'lost', messageId: null };
  for (const [index, part] of parts.entries()) {
    const keyboard = index === parts.length - 1 ? reply.keyboard : [];
    delivery = await sender.sendMessage(target, { html: toHtml(part), plain: toPlain(part), keyboard, ...(reply.about === undefined ? {} : { about: reply.about }) });
    if (delivery.outcome === 'lost') break;
    target = withoutQuote(place);
  }
  return delivery;
}

function withoutQuote({ chatId, threadId }: Place): Place {
  return threadId === undefined ? { chatId } : { chatId, threadId };
}
