import { html } from 'hono/html';
import type { Visit } from '../console-desk.js';
import { hidden, type Html } from '../page/page.js';
import type { SavedView } from '../../review/review-state.js';
import type { TextKey } from '../texts/wording.js';
import { EYES_REASONS } from '../../review/needs-eyes.js';
import { CLAIM_VERDICTS, ENGINES, FAMILIES, FEEDBACK, queryOf, REVIEWED, STATUSES, type Filters } from './filters.js';

/** Everything a list of records can be narrowed by, as a form that needs no script. */
export function filterForm({ texts }: Visit, filters: Filters): Html {
  const { say } = texts;
  const choice = (name: keyof Filters, values: readonly string[], label: (value: string) => string): Html =>
    html`<label>${say(`filter.${name}` as TextKey)}<select name="${name}"><option value="">${say('filter.any')}</option>${values.map(
      (value) => html`<option value="${value}"${filters[name] === value ? html` selected` : ''}>${label(value)}</option>`,
    )}</select></label>`;
  const field = (name: keyof Filters, type: string): Html =>
    html`<label>${say(`filter.${name}` as TextKey)}<input type="${type}" name="${name}" value="${String(filters[name])}" maxlength="200"></label>`;
  const isNarrow = [filters.status, filters.engine, filters.channel, filters.verdict, filters.meeting, filters.document].some((value) => value !== '');
  return html`<form class="filters" method="get" action="/log" role="search">
<div class="fields">${field('text', 'search')}
${choice('family', FAMILIES, (value) => say(`family.${value}` as TextKey))}
${choice('review', REVIEWED, (value) => say(`reviewed.${value}` as TextKey))}
${choice('feedback', FEEDBACK, (value) => say(`feedback.${value}` as TextKey))}
${choice('eyes', EYES_REASONS, (value) => say(`eyes.${value}` as TextKey))}
${field('from', 'date')}${field('to', 'date')}</div>
<details${isNarrow ? html` open` : ''}><summary>${say('filter.more')}</summary><div class="fields">
${choice('status', STATUSES, (value) => say(`status.${value}` as TextKey))}${choice('engine', ENGINES, (value) => value)}
${choice('verdict', CLAIM_VERDICTS, (value) => say(`claim.${value}` as TextKey))}
${field('channel', 'text')}${field('meeting', 'text')}${field('document', 'text')}</div></details>
<p class="row"><button class="primary">${say('filter.show')}</button> <a href="/log">${say('filter.clear')}</a></p></form>`;
}

/** The person's own views, and the way to keep this one. */
export function savedViews(visit: Visit, filters: Filters, views: readonly SavedView[]): Html {
  const { say } = visit.texts;
  const query = queryOf(filters);
  return html`<details class="views"${views.length > 0 ? html` open` : ''}><summary>${say('views.title')}</summary>
<ul>${views.map(({ name, query: kept }) => html`<li><a href="/log?${kept}">${name}</a>
<form method="post" action="/do/remove-view">${hidden(visit)}<button name="name" value="${name}" aria-label="${say('views.removeNamed', { name })}">×</button></form></li>`)}</ul>
<form class="row" method="post" action="/do/save-view">${hidden(visit)}<input type="hidden" name="query" value="${query}">
<label>${say('views.name')}<input name="name" required maxlength="60"></label><button>${say('views.keep')}</button></form></details>`;
}
