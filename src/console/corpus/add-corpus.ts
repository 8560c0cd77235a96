import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { Coverage, CoverageGap } from '../../answer/holdings/coverage.js';
import type { ArticleHeader } from '../../domain/corpus.js';
import type { ConsoleDesk, ConsoleEnv } from '../console-desk.js';
import { fold } from '../../language/fold.js';
import { page } from '../page/page.js';

const ROWS = 50;
const MONTHS = 24;
const BODIES = 30;

/** What is on record: counts, gaps, a table of bodies and months, and the articles by title. */
export function addCorpus(app: Hono<ConsoleEnv>, desk: ConsoleDesk): void {
  let known: { id: string; coverage: Coverage; months: string[]; counts: Map<string, Map<string, number>> } | null = null;

  app.get('/corpus', async (context) => {
    const visit = context.get('visit');
    const { say } = visit.texts;
    const { info, corpus } = await desk.generation();
    // Worked out once a generation.
    if (known?.id !== info.id) known = { id: info.id, coverage: await desk.coverage(), ...countMonths(corpus.headers) };
    const { coverage, months, counts } = known;
    const text = (context.req.query('text') ?? '').slice(0, 200);
    const wanted = fold(text).trim();
    const found = wanted === '' ? corpus.headers : corpus.headers.filter(({ title, body, meeting, file, date }) => fold(`${title} ${body} ${meeting} ${file} ${date ?? ''}`).includes(wanted));
    const pages = Math.max(1, Math.ceil(found.length / ROWS));
    const shown = Math.min(Math.max(1, Math.trunc(Number(context.req.query('page')) || 1)), pages);
    const address = (number: number): string => `/corpus?${new URLSearchParams({ text, page: String(number) }).toString()}#articles`;
    const gaps = coverage.bodies.flatMap(({ name, gaps: missing }) => missing.map((gap) => `${name}: ${wordsOf(gap)}`));
    return context.html(page(visit, visit, say('nav.corpus'), html`<ul class="numbers"><li><strong>${coverage.documents}</strong>${say('corpus.documents')}</li><li><strong>${coverage.articles}</strong>${say('corpus.articles')}</li><li><strong>${coverage.passages}</strong>${say('corpus.passages')}</li><li><strong class="date">${coverage.firstDate ?? '–'}</strong>${say('corpus.first')}</li><li><strong class="date">${coverage.lastDate ?? '–'}</strong>${say('corpus.last')}</li></ul>
<h2>${say('corpus.problems')}</h2><ul><li>${say('corpus.withoutBody', { n: coverage.articlesWithoutBody })}</li><li>${say('corpus.withoutDate', { n: coverage.articlesWithoutDate })}</li>${gaps.slice(0, 40).map((gap) => html`<li>${gap}</li>`)}</ul>
<h2>${say('corpus.months')}</h2><div class="scroll" tabindex="0" role="region" aria-label="${say('corpus.months')}"><table><thead><tr><th scope="col">${say('document.body')}</th>${months.map((month) => html`<th scope="col" class="number">${month}</th>`)}</tr></thead>
<tbody>${[...counts].map(([body, byMonth]) => html`<tr><th scope="row">${body === '' ? '–' : body}</th>${months.map((month) => html`<td class="number">${byMonth.get(month) ?? '·'}</td>`)}</tr>`)}</tbody></table></div>
<h2 id="articles">${say('corpus.list')}</h2><form class="row" method="get" action="/corpus" role="search"><label>${say('filter.text')}<input type="search" name="text" value="${text}" maxlength="200"></label><button>${say('filter.show')}</button></form>
<p class="count" role="status">${say('list.count', { count: found.length })}</p>
<ul class="records">${found.slice((shown - 1) * ROWS, shown * ROWS).map((header) => html`<li><a href="/document?article=${encodeURIComponent(header.articleId)}">${header.title || header.articleId}</a><p class="meta">${[header.body, header.meeting, header.date ?? '', header.kind, header.file].filter((part) => part !== '').join(' · ')}</p></li>`)}</ul>
${pages === 1 ? '' : html`<nav class="pages" aria-label="${say('list.pages')}">${shown > 1 ? html`<a href="${address(shown - 1)}">${say('list.previous')}</a>` : ''}<span>${say('list.page', { page: shown, pages })}</span>${shown < pages ? html`<a href="${address(shown + 1)}">${say('list.next')}</a>` : ''}</nav>`}`));
  });
}

/** Articles by body and month: the bodies with most articles, the newest months that have any. */
function countMonths(headers: readonly ArticleHeader[]): { months: string[]; counts: Map<string, Map<string, number>> } {
  const all = new Map<string, Map<string, number>>();
  const totals = new Map<string, number>();
  for (const { body, date } of headers) {
    totals.set(body, (totals.get(body) ?? 0) + 1);
    if (date === null) continue;
    const byMonth = all.get(body) ?? new Map<string, number>();
    all.set(body, byMonth.set(date.slice(0, 7), (byMonth.get(date.slice(0, 7)) ?? 0) + 1));
  }
  const months = [...new Set(headers.flatMap(({ date }) => (date === null ? [] : [date.slice(0, 7)])))].sort().reverse().slice(0, MONTHS);
  const bodies = [...totals].sort((a, b) => b[1] - a[1]).slice(0, BODIES).map(([body]) => body);
  return { months, counts: new Map(bodies.map((body) => [body, all.get(body) ?? new Map<string, number>()])) };
}

function wordsOf(gap: CoverageGap): string {
  if (gap.kind === 'sessions') return `${gap.series} ${gap.numbers.join(', ')}`;
  return gap.from === gap.to ? String(gap.from) : `${gap.from} – ${gap.to}`;
}
