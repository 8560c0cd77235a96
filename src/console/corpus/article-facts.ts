import { html } from 'hono/html';
import type { ArticleFacts } from '../../domain/facts.js';
import type { Visit } from '../console-desk.js';

/** The people with their offices and the figures that were drawn out of an article, folded in; nothing where there are none. */
export function articleFacts({ people, figures }: ArticleFacts, say: Visit['texts']['say']) {
  return html`${people.length === 0 ? '' : html`<details><summary>${say('document.people', { count: people.length })}</summary><div class="scroll" tabindex="0" role="region" aria-label="${say('document.people', { count: people.length })}"><table><thead><tr><th scope="col">${say('facts.name')}</th><th scope="col">${say('facts.office')}</th><th scope="col">${say('facts.state')}</th><th scope="col">${say('facts.asOf')}</th><th scope="col" class="number">${say('facts.line')}</th></tr></thead>
<tbody>${people.map(({ name, office, state, asOf, line }) => html`<tr><th scope="row"><bdi>${name}</bdi></th><td><bdi>${office}</bdi></td><td>${say(`facts.state.${state}`)}</td><td>${asOf ?? '–'}</td><td class="number">${line ?? '–'}</td></tr>`)}</tbody></table></div></details>`}${
    figures.length === 0 ? '' : html`<details><summary>${say('document.figures', { count: figures.length })}</summary><div class="scroll" tabindex="0" role="region" aria-label="${say('document.figures', { count: figures.length })}"><table><thead><tr><th scope="col">${say('facts.subject')}</th><th scope="col">${say('facts.figure')}</th><th scope="col">${say('facts.change')}</th><th scope="col">${say('facts.kind')}</th><th scope="col">${say('facts.period')}</th><th scope="col" class="number">${say('facts.line')}</th></tr></thead>
<tbody>${figures.map(({ printed, subject, change, kind, period, line }) => html`<tr><th scope="row"><bdi>${subject || '–'}</bdi></th><td><bdi>${printed}</bdi></td><td>${say(`facts.change.${change}`)}</td><td>${say(`facts.kind.${kind}`)}</td><td>${period || '–'}</td><td class="number">${line ?? '–'}</td></tr>`)}</tbody></table></div></details>`}`;
}
