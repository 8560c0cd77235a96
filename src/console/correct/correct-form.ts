import { html } from 'hono/html';
import type { StoredPassage } from '../../ports/generation.js';
import type { Visit } from '../console-desk.js';
import { passageAddress } from '../log/journey.js';
import { hidden, type Html } from '../page/page.js';

/** What the form of a correction holds between its steps. */
export interface Correction {
  record: string;
  version: number;
  question: string;
  wordings: string;
  answer: string;
  search: string;
}

/** Write, search, cite, publish: one form, so that nothing written is lost while searching. */
export function correctForm(visit: Visit, correction: Correction, cited: readonly StoredPassage[], found: readonly StoredPassage[], fault: string): Html {
  const { say } = visit.texts;
  const others = found.filter(({ passageId }) => !cited.some((passage) => passage.passageId === passageId));
  return html`${fault === '' ? '' : html`<p role="alert" class="card">${fault}</p>`}
<form method="post" action="/do/correct">${hidden(visit)}
<input type="hidden" name="record" value="${correction.record}"><input type="hidden" name="version" value="${correction.version}">
<p><label>${say('journey.question')}<input name="question" value="${correction.question}" maxlength="300" required size="60"></label></p>
<p><label>${say('correct.wordings')}<textarea name="wordings" maxlength="3000" rows="2">${correction.wordings}</textarea></label></p>
<p><label>${say('correct.answer')}<textarea name="answer" maxlength="2000" rows="5">${correction.answer}</textarea></label></p>
<h2>${say('correct.cite')}</h2>
<p class="row"><label>${say('correct.search')}<input type="search" name="search" value="${correction.search}" maxlength="300"></label><button name="step" value="search">${say('correct.find')}</button></p>
${[...cited, ...others].map((passage, index) => choice(visit, passage, index < cited.length ? index + 1 : 0))}
<p class="row publish"><button class="primary" name="step" value="publish">${say('correct.publish')}</button> <a href="/record?id=${encodeURIComponent(correction.record)}">${say('correct.leave')}</a></p></form>`;
}

function choice({ texts: { say } }: Visit, { passageId, header, text }: StoredPassage, marker: number): Html {
  return html`<div class="passage${marker > 0 ? ' kept' : ''}"><label class="check"><input type="checkbox" name="cite" value="${passageId}"${marker > 0 ? html` checked` : ''}> ${marker > 0 ? `[${marker}] ` : ''}${header.title}</label>
<p class="meta">${[header.body, header.meeting, header.date ?? ''].filter((part) => part !== '').join(' · ')} <a href="${passageAddress(passageId)}" target="_blank" rel="noopener">${say('journey.open')}</a></p><p class="text"><bdi>${text}</bdi></p></div>`;
}
