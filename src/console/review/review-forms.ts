import { html } from 'hono/html';
import type { Visit } from '../console-desk.js';
import { moment } from '../log/record-list.js';
import { hidden, type Html } from '../page/page.js';
import { REVIEW_VERDICTS, type Review } from '../../review/review-state.js';

/** What was said of a record, and the forms to say it: one key a verdict (the script), or a button. */
export function reviewForms(visit: Visit, recordId: string, review: Review): Html {
  const { say } = visit.texts;
  const of = html`${hidden(visit)}<input type="hidden" name="record" value="${recordId}"><input type="hidden" name="version" value="${review.version}">`;
  return html`<section class="review" aria-labelledby="review"><h2 id="review">${say('filter.review')}</h2>
<p>${review.verdict === null ? say('review.none') : html`<span class="badge ${review.verdict}">${say(`verdict.${review.verdict}`)}</span> ${review.by} · <time datetime="${review.atUtc}">${moment(review.atUtc)}</time>`}
${review.note === '' ? '' : html`<q><bdi>${review.note}</bdi></q>`} ${review.isFlagged ? html`<span class="badge warn">${say('eyes.flagged')}</span>` : ''}
${review.assignedTo === null ? '' : html`<span class="badge">→ ${review.assignedTo}</span>`}</p>
${visit.role === 'viewer' ? '' : html`<form class="row" method="post" action="/do/judge">${of}
<label>${say('review.note')}<input name="note" maxlength="500"></label>
<span class="buttons">${REVIEW_VERDICTS.map((verdict, index) => html`<button name="verdict" value="${verdict}" data-key="${index + 1}" class="${verdict}">${say(`verdict.${verdict}`)} <kbd>${index + 1}</kbd></button>`)}</span>
<label class="check"><input type="checkbox" name="next" value="yes" checked> ${say('review.next')}</label></form>
<span class="buttons"><form method="post" action="/do/flag">${of}<button data-key="f">${say('review.flag')} <kbd>f</kbd></button></form>
<form method="post" action="/do/assign">${of}<button data-key="a" name="to" value="${review.assignedTo === visit.personId ? '' : visit.personId}">${say(review.assignedTo === visit.personId ? 'review.release' : 'review.take')} <kbd>a</kbd></button></form>
<a class="button" data-key="c" href="/correct?record=${encodeURIComponent(recordId)}">${say('review.correct')} <kbd>c</kbd></a></span>`}</section>`;
}
