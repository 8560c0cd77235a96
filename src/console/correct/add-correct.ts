import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { passagesOf } from '../../answer/curated/answer-curated.js';
import { publishCorrection, withdrawCorrection } from '../../answer/curated/publish-correction.js';
import type { StoredPassage } from '../../ports/generation.js';
import type { ConsoleDesk, ConsoleEnv, Visit } from '../console-desk.js';
import { moment } from '../log/record-list.js';
import { notFound } from '../page/not-found.js';
import { hidden, page } from '../page/page.js';
import type { Reviews } from '../../review/review-state.js';
import { correctForm, type Correction } from './correct-form.js';

const FOUND = 8;
const MOST_CITED = 8;
const many = z.union([z.string(), z.array(z.string())]).optional().transform((given) => (given === undefined ? [] : [given].flat()));
const form = z.object({
  record: z.string().min(1).max(200), version: z.coerce.number().int().min(0), question: z.string().trim().min(1).max(300), wordings: z.string().max(4_000).default(''),
  answer: z.string().max(2_500).default(''), search: z.string().max(300).default(''), step: z.enum(['search', 'publish']).default('search'), cite: many,
});

/** Writing the right answer to a question, and the list of those that were written. */
export function addCorrect(app: Hono<ConsoleEnv>, desk: ConsoleDesk, reviews: () => Reviews): void {
  const show = (context: Context<ConsoleEnv>, visit: Visit, correction: Correction, cited: StoredPassage[], found: StoredPassage[], fault = '', status: 200 | 400 | 409 = 200) =>
    context.html(page(visit, visit, visit.texts.say('correct.title'), correctForm(visit, correction, cited, found, fault)), status);
  const passagesFor = async (question: string): Promise<StoredPassage[]> => (question.trim() === '' ? [] : (await desk.search(question, FOUND)).map(({ passage }) => passage));

  app.get('/correct', async (context) => {
    const visit = context.get('visit');
    const record = desk.record(context.req.query('record') ?? '');
    if (record === null) return notFound(context, visit, visit.texts.say('record.unknown'));
    const { corpus } = await desk.generation();
    const question = record.question.history.length > 0 && record.standaloneQuestion !== '' ? record.standaloneQuestion : record.question.question;
    const cited = record.answer.citations.flatMap(({ passageId }) => corpus.passageById(passageId) ?? []);
    const correction = { record: record.id, version: reviews().of(record.id).version, question, wordings: '', answer: record.answer.citations.length > 0 ? record.answer.answer : '', search: question };
    return await show(context, visit, correction, cited, await passagesFor(question));
  });

  app.post('/do/correct', async (context) => {
    const visit = context.get('visit');
    const { say } = visit.texts;
    if (visit.role === 'viewer') return context.html(page(visit, visit, say('notDone'), html`<p role="alert">${say('denied')}</p>`), 403);
    const read = form.safeParse(await context.req.parseBody({ all: true }));
    if (!read.success || desk.record(read.data.record) === null) return context.html(page(visit, visit, say('notDone'), html`<p role="alert">${say('badForm')}</p>`), 400);
    const { step, cite, ...correction } = read.data;
    const { corpus } = await desk.generation();
    const cited = cite.slice(0, MOST_CITED).flatMap((id) => corpus.passageById(id) ?? []);
    const found = await passagesFor(correction.search);
    if (step === 'search') return await show(context, visit, correction, cited, found);
    if (reviews().of(correction.record).version !== correction.version) return await show(context, visit, { ...correction, version: reviews().of(correction.record).version }, cited, found, say('stale'), 409);
    const { record: recordId, question, answer } = correction;
    const fault = publishCorrection({ id: randomUUID(), recordId, personId: visit.personId, nowMs: desk.nowMs(), question, wordings: correction.wordings.split('\n'), answer, cited }, desk);
    if (fault !== null) return await show(context, visit, correction, cited, found, say(`correct.fault.${fault}`), 400);
    return context.redirect('/curated', 303);
  });

  app.get('/curated', async (context) => {
    const visit = context.get('visit');
    const { say } = visit.texts;
    const { corpus } = await desk.generation();
    const all = desk.curated.all();
    return context.html(page(visit, visit, say('curated.title'), html`<p>${say('curated.what')}</p>${all.length === 0 ? html`<p class="empty">${say('curated.none')}</p>` : ''}
${all.map((curated) => html`<article class="card"><h2><bdi>${curated.question}</bdi></h2><blockquote class="answer"><bdi>${curated.answer}</bdi></blockquote>
<p class="meta">${passagesOf(curated, corpus) === null ? html`<span class="badge warn">${say('curated.suspended')}</span>` : html`<span class="badge right">${say('curated.live')}</span>`} ${curated.publishedBy} · ${moment(curated.publishedAtUtc)} <a href="/record?id=${encodeURIComponent(curated.recordId)}">${say('record.title')}</a></p>
${visit.role === 'viewer' ? '' : html`<form method="post" action="/do/withdraw">${hidden(visit)}<button name="id" value="${curated.id}">${say('curated.withdraw')}</button></form>`}</article>`)}`));
  });

  app.post('/do/withdraw', async (context) => {
    const visit = context.get('visit');
    const { id } = await context.req.parseBody();
    if (visit.role === 'viewer') return context.text(visit.texts.say('denied'), 403);
    if (typeof id !== 'string' || !withdrawCorrection({ id, personId: visit.personId, nowMs: desk.nowMs() }, desk)) return context.text(visit.texts.say('badForm'), 400);
    return context.redirect('/curated', 303);
  });
}
