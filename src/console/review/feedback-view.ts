import { html } from 'hono/html';
import type { Feedback } from '../../review/feedback-state.js';
import type { Html } from '../page/page.js';
import type { Texts } from '../texts/texts.js';
import type { TextKey } from '../texts/wording.js';

const REASONS = ['wrong', 'source', 'missing', 'other', 'unclear'];

/** What citizens made of an answer, apart from what moderators say. */
export function feedbackView(texts: Texts, feedback: Feedback): Html {
  const { say } = texts;
  const { up, down, staff, reasons, comments } = feedback;
  return html`<section aria-labelledby="votes"><h2 id="votes">${say('feedback.title')}</h2>
<p class="meta">${up + down + staff === 0 ? say('feedback.none') : feedbackBadges(texts, feedback)}</p>
${reasons.length === 0 ? '' : html`<p>${say('feedback.reasons')} ${reasons.map(({ reason, count }) => `${reasonName(texts, reason)} × ${count}`).join(' · ')}</p>`}
${comments.length === 0 ? '' : html`<p>${say('feedback.comments')}</p><ul>${comments.map((comment) => html`<li><q><bdi>${comment}</bdi></q></li>`)}</ul>`}</section>`;
}

/** The votes on one line; nothing where nobody voted. */
export function feedbackBadges({ say }: Texts, { up, down, staff }: Feedback): Html[] {
  // In words: not every machine has a font with thumbs.
  const badge = (count: number, style: string, name: TextKey): Html[] => (count === 0 ? [] : [html`<span class="badge ${style}">${say(name)} ${count}</span> `]);
  return [...badge(up, 'right', 'feedback.liked'), ...badge(down, 'wrong', 'feedback.disliked'), ...badge(staff, 'warn', 'feedback.reported')];
}

/** What the code of a reason means; a code of another program as it is. */
export function reasonName({ say }: Texts, reason: string): string {
  return REASONS.includes(reason) ? say(`reason.${reason}` as TextKey) : reason;
}
