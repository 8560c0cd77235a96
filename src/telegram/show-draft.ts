import { cleanText } from './clean-text.js';
import type { Sender, Place } from './send/sender.js';

/** A preview is changed this often at most: Telegram counts it as a message to the chat. */
const MOST_CHANGES = 8;
const MOST_UNITS = 3000;

/** Shows proved sentences as a preview while a model writes; the answer itself follows as a message. Private chats only. `draftId`: a whole number above 0. */
export function showDraft(sender: Sender, place: Place, draftId: number): (sentence: string) => void {
  let text = '';
  let changes = 0;
  return (sentence) => {
    text = `${text}${text === '' ? '' : '\n'}${cleanText(sentence)}`;
    if (++changes > MOST_CHANGES || text.length > MOST_UNITS) return;
    void sender.showDraft(place, draftId, text);
  };
}
