import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { ConsoleDesk, ConsoleEnv, Visit } from '../console-desk.js';
import { notFound } from '../page/not-found.js';
import { type Html, page } from '../page/page.js';
import { EYES_REASONS, type EyesReason, needsEyes } from '../../review/needs-eyes.js';
import type { Reviews } from '../../review/review-state.js';
import { feedbackView } from '../review/feedback-view.js';
import { reviewForms } from '../review/review-forms.js';
import { filterForm, savedViews } from './filter-form.js';
import { type Filters, filterRecords, queryOf, readFilters } from './filters.js';
import { journey } from './journey.js';
import type { IndexedRecord, RecordIndex } from '../../review/record-index.js';
import { createWaiting } from '../../review/waiting-records.js';
import { recordList } from './record-list.js';

/** The queue, the log, and a page a record. */
export function addLog(app: Hono<ConsoleEnv>, desk: ConsoleDesk, index: RecordIndex, reviews: () => Reviews): void {
  const waitingAmong = createWaiting<IndexedRecord>();
  app.get('/', (context) => {
    const visit = context.get('visit');
    const { say } = visit.texts;
    const known = reviews();
    const filters = readFilters({ review: context.req.query('review') ?? '', eyes: context.req.query('eyes') ?? '', page: context.req.query('page') ?? '' });
    const { records, counts } = waitingAmong(index.catchUp(), known);
    const chosen = filters.eyes === '' ? records : records.filter(({ reason }) => reason === filters.eyes);
    const waiting = filterRecords(chosen.map(({ record }) => record), { ...filters, eyes: '' }, known, visit.personId, (text) => desk.facts.search(text));
    return context.html(page(visit, visit, say('nav.queue'), html`<p>${say('queue.what')}</p>${queueTabs(visit, filters, counts)}
${recordList(visit.texts, {
  records: waiting, page: filters.page, reviews: known, personId: visit.personId, pageAddress: (number) => `/?${queryOf(filters, number)}`,
  remark: (record) => {
    const reason = needsEyes(record, known.of(record.id), known.feedbackOn(record.id)) ?? 'flagged';
    // What citizens said stands in a badge of its own.
    return reason === 'reported' || reason === 'disliked' ? '' : say(`eyes.${reason}`);
  },
})}<p class="keys">${say('keys.list')}</p>`));
  });

  app.get('/log', (context) => {
    const visit = context.get('visit');
    const { say } = visit.texts;
    const known = reviews();
    const filters = readFilters(context.req.query());
    const records = filterRecords(index.catchUp(), filters, known, visit.personId, (text) => desk.facts.search(text));
    return context.html(page(visit, visit, say('nav.log'), html`${filterForm(visit, filters)}${savedViews(visit, filters, known.viewsOf(visit.personId))}
${recordList(visit.texts, { records, page: filters.page, reviews: known, personId: visit.personId, pageAddress: (number) => `/log?${queryOf(filters, number)}` })}<p class="keys">${say('keys.list')}</p>`));
  });

  app.get('/record', (context) => {
    const visit = context.get('visit');
    const { say } = visit.texts;
    const id = context.req.query('id') ?? '';
    const record = id.length > 200 ? null : desk.record(id);
    if (record === null) return notFound(context, visit, say('record.unknown'));
    const seen = reviews().of(id);
    if (!seen.readBy.has(visit.personId)) desk.actions.append({ atUtc: new Date(desk.nowMs()).toISOString(), personId: visit.personId, action: 'opened', subject: id, detail: {} });
    return context.html(page(visit, visit, say('record.title'), html`${reviewForms(visit, id, reviews().of(id))}${feedbackView(visit.texts, reviews().feedbackOn(id))}${journey(visit.texts, record)}`));
  });
}

/** All, unread or one's own; and below it the reasons that anything waits for. */
function queueTabs({ texts: { say } }: Visit, filters: Filters, counts: ReadonlyMap<EyesReason, number>): Html {
  const tab = (changed: Partial<Filters>, name: string) => {
    const query = queryOf({ ...filters, ...changed });
    return html`<li><a href="/${query === '' ? '' : `?${query}`}"${query === queryOf(filters) ? html` aria-current="true"` : ''}>${name}</a></li>`;
  };
  return html`<nav aria-label="${say('queue.tabs')}"><ul class="tabs">${(['', 'unread', 'mine'] as const).map((review) => tab({ review }, say(`queue.${review === '' ? 'all' : review}`)))}</ul></nav>
<nav aria-label="${say('filter.eyes')}"><ul class="tabs">${tab({ eyes: '' }, say('filter.any'))}${EYES_REASONS.filter((reason) => counts.has(reason) || filters.eyes === reason).map((eyes) => tab({ eyes }, `${say(`eyes.${eyes}`)} ${counts.get(eyes) ?? 0}`))}</ul></nav>`;
}
