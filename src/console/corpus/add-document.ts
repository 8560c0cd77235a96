import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { ArticleHeader } from '../../domain/corpus.js';
import type { StoredPassage } from '../../ports/generation.js';
import type { PastPassage } from '../../ports/past-passages.js';
import type { ConsoleDesk, ConsoleEnv, Visit } from '../console-desk.js';
import { articleFacts } from './article-facts.js';
import { page } from '../page/page.js';
import { notFound } from '../page/not-found.js';

/** `/document?passage=ID` or `?article=ID`: the article as it stands in the index, the passage marked; of a past version the passage alone. */
export function addDocument(app: Hono<ConsoleEnv>, desk: ConsoleDesk): void {
  app.get('/document', async (context) => {
    const visit = context.get('visit');
    const { say } = visit.texts;
    const { corpus } = await desk.generation();
    const [passageId, articleId] = [context.req.query('passage') ?? '', context.req.query('article') ?? ''];
    const opened = passageId === '' ? null : await desk.openPassage(passageId);
    if (opened?.kind === 'withdrawn') return notFound(context, visit, say('document.withdrawn', { date: opened.withdrawnAtUtc.slice(0, 10) }));
    if (opened?.kind === 'past') return context.html(page(visit, visit, opened.header.title, pastVersion(opened, say)));
    const cited = passageId === '' ? null : corpus.passageById(passageId);
    const ordinal = cited === null ? corpus.headers.findIndex((header) => header.articleId === articleId) : corpus.articleOfRow(cited.row);
    const header = corpus.headers[ordinal];
    if (header === undefined) return notFound(context, visit, say('document.gone'));
    const { first, end } = corpus.rowsOfArticle(ordinal);
    const passages = corpus.passages(Array.from({ length: end - first }, (_, index) => first + index));
    const others = corpus.headers.filter(({ documentId, articleId: id }) => documentId === header.documentId && id !== header.articleId).slice(0, 200);
    const show = (passage: StoredPassage) => html`${passage.heading === '' ? '' : html`<h3>${passage.heading}</h3>`}<p class="text${passage.row === cited?.row ? ' cited' : ''}"${
      passage.row === cited?.row ? html` id="cited" tabindex="-1"` : ''}><span class="lines">${passage.place.startLine}–${passage.place.endLine}</span> <bdi>${passage.row === cited?.row ? html`<mark>${passage.text}</mark>` : passage.text}</bdi></p>`;
    return context.html(page(visit, visit, header.title, html`${facts(header, say)}
<section class="reading">${passages.map(show)}</section>
${articleFacts(corpus.facts(ordinal), say)}
${others.length === 0 ? '' : html`<details><summary>${say('document.others', { count: others.length })}</summary><ul>${others.map((other) => html`<li><a href="/document?article=${encodeURIComponent(other.articleId)}">${other.title}</a></li>`)}</ul></details>`}`));
  });
}

type Say = Visit['texts']['say'];

function facts({ body, meeting, date, file }: ArticleHeader, say: Say) {
  return html`<dl class="facts"><dt>${say('document.body')}</dt><dd>${body || '–'}</dd><dt>${say('document.meeting')}</dt><dd>${meeting || '–'}</dd>
<dt>${say('document.date')}</dt><dd>${date ?? '–'}</dd><dt>${say('document.file')}</dt><dd><code>${file}</code></dd></dl>`;
}

function pastVersion({ header, passage, leftAtUtc }: PastPassage, say: Say) {
  return html`${facts(header, say)}
<p role="status">${say('document.past', { date: leftAtUtc.slice(0, 10) })}</p>
<section class="reading"><p class="text cited" id="cited" tabindex="-1"><span class="lines">${passage.place.startLine}–${passage.place.endLine}</span> <bdi><mark>${passage.text}</mark></bdi></p></section>`;
}
