import { html } from 'hono/html';
import { familyOf } from '../../domain/status.js';
import type { Html } from '../page/page.js';
import type { Feedback } from '../../review/feedback-state.js';
import type { Review, Reviews } from '../../review/review-state.js';
import { feedbackBadges } from '../review/feedback-view.js';
import type { Texts } from '../texts/texts.js';
import type { RecordFacts } from '../../ports/record-facts.js';

export const PAGE_ROWS = 50;

interface ListParts {
  records: readonly RecordFacts[];
  page: number;
  reviews: Pick<Reviews, 'of' | 'feedbackOn'>;
  personId: string;
  /** Address of another page of the same list. */
  pageAddress: (page: number) => string;
  /** A word beside each record. */
  remark?: (record: RecordFacts) => string;
}

/** One page of a list of records, with the way to the others. */
export function recordList(texts: Texts, { records, page, reviews, personId, pageAddress, remark }: ListParts): Html {
  const { say } = texts;
  const pages = Math.max(1, Math.ceil(records.length / PAGE_ROWS));
  const shown = Math.min(page, pages);
  const rows = records.slice((shown - 1) * PAGE_ROWS, shown * PAGE_ROWS);
  return html`<p class="count" role="status">${say('list.count', { count: records.length })}</p>
${rows.length === 0 ? html`<p class="empty">${say('list.empty')}</p>` : ''}
<ol class="records">${rows.map((record) => recordRow(texts, record, reviews.of(record.id), reviews.feedbackOn(record.id), personId, remark?.(record) ?? ''))}</ol>
${pages === 1 ? '' : html`<nav class="pages" aria-label="${say('list.pages')}">
${shown > 1 ? html`<a href="${pageAddress(shown - 1)}" rel="prev">${say('list.newer')}</a>` : ''}
<span>${say('list.page', { page: shown, pages })}</span>
${shown < pages ? html`<a href="${pageAddress(shown + 1)}" rel="next">${say('list.older')}</a>` : ''}</nav>`}`;
}

function recordRow(texts: Texts, record: RecordFacts, review: Review, feedback: Feedback, personId: string, remark: string): Html {
  const { say } = texts;
  const isUnread = !review.readBy.has(personId);
  return html`<li class="${isUnread ? 'unread' : ''}">
<a href="/record?id=${encodeURIComponent(record.id)}"><bdi>${shorten(record.question) || say('list.noWords')}</bdi></a>
<p class="meta">${isUnread ? html`<span class="dot">${say('list.unread')}</span> ` : ''}${statusBadge(texts, record.status)}
${remark === '' ? '' : html`<span class="badge warn">${remark}</span>`}
${review.verdict === null ? '' : html`<span class="badge ${review.verdict}">${say(`verdict.${review.verdict}`)} · ${review.by}</span>`}
${feedbackBadges(texts, feedback)}
${review.isCorrected ? html`<span class="badge right">${say('reviewed.corrected')}</span>` : ''}
${review.assignedTo === null ? '' : html`<span class="badge">→ ${review.assignedTo}</span>`}
<time datetime="${record.askedAtUtc}">${moment(record.askedAtUtc)}</time> <span>${record.channel} · ${record.engine} · ${Math.round(record.durationMs)} ms</span></p></li>`;
}

/** An outcome in words; its code, as the command line knows it, shows under the pointer. */
export function statusBadge({ say }: Texts, status: RecordFacts['status']): Html {
  return html`<span class="badge ${familyOf(status)}" title="${status}">${say(`status.${status}`)}</span>`;
}

/** `2025-03-01 08:15` of an ISO moment. */
export function moment(utc: string): string {
  return utc.slice(0, 16).replace('T', ' ');
}

function shorten(text: string): string {
  const signs = [...text.replace(/\s+/gu, ' ').trim()];
  return signs.length <= 160 ? signs.join('') : `${signs.slice(0, 160).join('')}…`;
}
