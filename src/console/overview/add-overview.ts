import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { ConsoleDesk, ConsoleEnv, Visit } from '../console-desk.js';
import type { RecordIndex } from '../../review/record-index.js';
import { type Html, page } from '../page/page.js';
import { reasonName } from '../review/feedback-view.js';
import type { Reviews } from '../../review/review-state.js';
import { type Counts, countRecords, isByWeek, type Ranked } from '../../review/count-records.js';
import { namesEn } from '../texts/names-en.js';
import type { Texts } from '../texts/texts.js';
import type { TextKey } from '../texts/wording.js';
import { dayPlot, latencyPlot, legend } from './plots.js';

const RANGES = [7, 30, 90, 365];

/** How the bot does, in numbers and plots; and who did what, for administrators. */
export function addOverview(app: Hono<ConsoleEnv>, desk: ConsoleDesk, index: RecordIndex, reviews: () => Reviews): void {
  const counted = keepingCounts();
  app.get('/overview', (context) => {
    const visit = context.get('visit');
    const { say } = visit.texts;
    const days = RANGES.find((range) => String(range) === context.req.query('days')) ?? 30;
    const counts = counted(index.catchUp(), reviews(), desk.nowMs(), days);
    const perDay = isByWeek(days) ? 'overview.perWeek' : 'overview.perDay';
    const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${part}/${whole} (${Math.round((100 * part) / whole)}\u00a0%)`);
    const { families, verdicts } = counts;
    const judged = verdicts.right + verdicts.wrong + verdicts.incomplete;
    return context.html(page(visit, visit, say('nav.overview'), html`<nav aria-label="${say('overview.range')}"><ul class="tabs">${RANGES.map((range) => html`<li><a href="/overview?days=${range}"${range === days ? html` aria-current="true"` : ''}>${say('overview.days', { n: range })}</a></li>`)}</ul></nav>
<ul class="numbers"><li><strong>${counts.questions}</strong>${say('overview.questions')}</li><li><strong>${share(families.answered, counts.questions)}</strong>${say('family.answered')}</li><li><strong>${share(families.refused, counts.questions)}</strong>${say('family.refused')}</li><li><strong>${share(families.failed, counts.questions)}</strong>${say('family.failed')}</li>
<li><strong>${Math.round(counts.p50Ms)} / ${Math.round(counts.p95Ms)} ms</strong>${say('overview.latency')}</li><li><strong>${share(verdicts.right, judged)}</strong>${say('overview.right')}</li><li><strong>${share(counts.agreed, counts.judgedTwice)}</strong>${say('overview.agreement')}</li>
<li><strong>${counts.votes.up} / ${counts.votes.down}</strong>${say('feedback.liked')} / ${say('feedback.disliked')}</li><li><strong>${counts.votes.staff}</strong>${say('feedback.reported')}</li></ul>
<h2>${say(perDay)}</h2>${dayPlot(counts.days, say(perDay))}${legend([[say('family.answered'), 'a'], [say('family.refused'), 'b'], [say('family.failed'), 'c'], [say('family.clarification'), 'd']])}
<details><summary>${say('overview.asTable')}</summary><div class="scroll" tabindex="0" role="region" aria-label="${say(perDay)}"><table><thead><tr><th scope="col">${say('document.date')}</th><th scope="col" class="number">${say('family.answered')}</th><th scope="col" class="number">${say('family.refused')}</th><th scope="col" class="number">${say('family.failed')}</th><th scope="col" class="number">p50 ms</th><th scope="col" class="number">p95 ms</th></tr></thead>
<tbody>${counts.days.map((day) => html`<tr><th scope="row">${day.day}</th><td class="number">${day.families.answered}</td><td class="number">${day.families.refused}</td><td class="number">${day.families.failed}</td><td class="number">${Math.round(day.p50Ms)}</td><td class="number">${Math.round(day.p95Ms)}</td></tr>`)}</tbody></table></div></details>
<h2>${say('overview.latency')}</h2>${latencyPlot(counts.days, say('overview.latency'))}${legend([['p50', 'a'], ['p95', 'b']])}
${table(visit, say('overview.reasons'), counts.reasons.map((row) => ({ ...row, name: say(`status.${row.name}` as TextKey) })))}${table(visit, say('overview.dislikes'), counts.dislikes.map((row) => ({ ...row, name: reasonName(visit.texts, row.name) })))}${table(visit, say('overview.unanswered'), counts.unanswered)}${table(visit, say('overview.asked'), counts.asked)}${table(visit, say('overview.cited'), counts.cited)}`));
  });

  app.get('/actions', (context) => {
    const visit = context.get('visit');
    const { say } = visit.texts;
    if (visit.role !== 'administrator') return context.html(page(visit, visit, say('notDone'), html`<p role="alert">${say('denied')}</p>`), 403);
    const newest = desk.actions.after(0).slice(-200).reverse();
    return context.html(page(visit, visit, say('nav.actions'), html`<div class="scroll" tabindex="0" role="region" aria-label="${say('nav.actions')}"><table><thead><tr><th scope="col">${say('fact.at')}</th><th scope="col">${say('actions.who')}</th><th scope="col">${say('actions.what')}</th><th scope="col">${say('actions.subject')}</th><th scope="col">${say('journey.details')}</th></tr></thead>
<tbody>${newest.map(({ atUtc, personId, action, subject, detail }) => html`<tr><td>${atUtc.slice(0, 19).replace('T', ' ')}</td><td>${personId}</td><td title="${action}">${actionName(visit.texts, action)}</td><td><bdi>${subject}</bdi></td><td><code>${JSON.stringify(detail)}</code></td></tr>`)}</tbody></table></div>`));
  });
}

/** What an action is called; one of another program by its code. */
function actionName({ say }: Texts, action: string): string {
  return `action.${action}` in namesEn ? say(`action.${action}` as TextKey) : action;
}

/** Counts again only when something was added or erased, or the day is another: a year of 100,000 questions takes a tenth of a second. */
function keepingCounts(): typeof countRecords {
  const kept = new Map<number, { state: string; counts: Counts }>();
  return (records, reviews, nowMs, days) => {
    const state = [records.length, records.at(-1)?.sequence ?? 0, reviews.state, new Date(nowMs).toISOString().slice(0, 10)].join('/');
    const earlier = kept.get(days);
    if (earlier?.state === state) return earlier.counts;
    const counts = countRecords(records, reviews, nowMs, days);
    kept.set(days, { state, counts });
    return counts;
  };
}

function table({ texts: { say } }: Visit, title: string, rows: readonly Ranked[]): Html {
  return html`<h2>${title}</h2>${rows.length === 0 ? html`<p class="empty">${say('list.empty')}</p>` : html`<table><tbody>${rows.map(({ name, count, recordId }) => html`<tr><td><a href="/record?id=${encodeURIComponent(recordId)}"><bdi>${[...name].slice(0, 120).join('') || say('list.noWords')}</bdi></a></td><td class="number">${count}</td></tr>`)}</tbody></table>`}`;
}
