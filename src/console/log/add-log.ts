import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { ConsoleDesk, ConsoleEnv } from '../console-desk.js';
import { notFound } from '../page/not-found.js';
import { page } from '../page/page.js';
import { needsEyes } from '../../review/needs-eyes.js';
import type { Reviews } from '../../review/review-state.js';
import { feedbackView } from '../review/feedback-view.js';
import { reviewForms } from '../review/review-forms.js';
import { filterForm, savedViews } from './filter-form.js';
import { filterRecords, queryOf, readFilters } from './filters.js';
import { journey } from './journey.js';
import type { RecordIndex } from '../../review/record-index.js';
import { recordList } from './record-list.js';

/** The queue, the log, and a page a record. */
export function addLog(app: Hono<ConsoleEnv>, desk: ConsoleDesk, index: RecordIndex, reviews: () => Reviews): void {
  app.get('/', (context) => {
    const visit = context.get('visit');
    const { say } = visit.texts;
    const known = reviews();
    const filters = readFilters({ review: context.req.query('review') ?? '', page: context.req.query('page') ?? '' });
    const unsettled = index.catchUp().filter((record) => needsEyes(record, known.of(record.id), known.feedbackOn(record.id)) !== null);
    const waiting = filterRecords(unsettled, filters, known, visit.personId, (text) => desk.facts.search(text));
    const tab = (value: '' | 'unread' | 'mine') => html`<li><a href="/${value === '' ? '' : `?review=${value}`}"${filters.review === value ? html` aria-current="true"` : ''}>${say(`queue.${value === '' ? 'all' : value}`)}</a></li>`;
    return context.html(page(visit, visit, say('nav.queue'), html`<p>${say('queue.what')}</p><nav aria-label="${say('queue.tabs')}"><ul class="tabs">${[tab(''), tab('unread'), tab('mine')]}</ul></nav>
${recordList(visit.texts, {
  records: waiting, page: filters.page, reviews: known, personId: visit.personId, pageAddress: (number) => `/?${queryOf(filters, number)}`,
  remark: (record) => say(`eyes.${needsEyes(record, known.of(record.id), known.feedbackOn(record.id)) ?? 'flagged'}`),
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
