import { html } from 'hono/html';
import type { Citation, PassageView } from '../../domain/answer.js';
import { STATUS_TABLE } from '../../domain/status.js';
import type { AnswerRecord, LoggedPassage } from '../../ports/record-log.js';
import { WEAK_BELOW } from '../../review/needs-eyes.js';
import type { Html } from '../page/page.js';
import type { Texts } from '../texts/texts.js';
import { moment, statusBadge } from './record-list.js';

/** A question's whole way, from what was asked to what was said. */
export function journey(texts: Texts, record: AnswerRecord): Html {
  const { say } = texts;
  const { answer, question, standaloneQuestion, passages } = record;
  const [kept, rejected] = [passages.filter(({ isKept }) => isKept), passages.filter(({ isKept }) => !isKept)];
  const places = new Map([...answer.citations, ...answer.nearest].map((view) => [view.passageId, view]));
  return html`<section aria-labelledby="asked"><h2 id="asked">${say('journey.question')}</h2>
<blockquote><bdi>${question.question}</bdi></blockquote>
${question.history.length === 0 ? '' : html`<p class="meta">${say('journey.before')}</p><ul>${question.history.map((earlier) => html`<li><bdi>${earlier.question}</bdi></li>`)}</ul>`}
${standaloneQuestion === '' || standaloneQuestion === question.question ? '' : html`<p>${say('journey.standalone')} <q><bdi>${standaloneQuestion}</bdi></q></p>`}</section>
<section aria-labelledby="said"><h2 id="said">${say('journey.answer')}</h2>
<p class="meta">${statusBadge(texts, answer.status)} ${STATUS_TABLE[answer.status].moderatorNote[texts.language]} ${answer.verdict === null ? '' : html`<span class="badge">${say(`claim.${answer.verdict}`)}</span>`}</p>
<blockquote class="answer"><bdi>${answer.answer}</bdi></blockquote>
${answer.findings === undefined ? '' : html`<ul>${answer.findings.map(({ claimed, recorded, holds }) => html`<li>${holds ? '✓' : '✗'} ${claimed} → ${recorded}</li>`)}</ul>`}
${record.failure === null ? '' : html`<p role="alert">${say('journey.failure')} <code>${record.failure}</code></p>`}</section>
<section aria-labelledby="cited"><h2 id="cited">${say('journey.citations', { count: answer.citations.length })}</h2>
${answer.citations.map((citation) => citationView(texts, citation))}
${answer.nearest.length === 0 ? '' : html`<h3>${say('journey.nearest')}</h3>${answer.nearest.map((view) => placeView(texts, view))}`}</section>
<section aria-labelledby="passages"><h2 id="passages">${say('journey.passages')}</h2>
${kept.map((passage) => passageView(texts, passage, places.get(passage.passageId)))}
<details><summary>${say('journey.rejected', { count: rejected.length })}</summary>${rejected.map((passage) => passageView(texts, passage, undefined))}</details></section>
<section aria-labelledby="understood"><h2 id="understood">${say('journey.understood')}</h2>
<details><summary>${say('journey.details')}</summary><pre>${JSON.stringify(record.intent, null, 2)}</pre></details>
<dl class="facts"><dt>${say('fact.at')}</dt><dd><time datetime="${record.askedAtUtc}">${moment(record.askedAtUtc)} UTC</time></dd>
<dt>${say('filter.channel')}</dt><dd>${record.channel}</dd><dt>${say('filter.engine')}</dt><dd>${answer.engine}</dd>
${record.strength === null ? '' : html`<dt>${say('fact.strength')}</dt><dd>${record.strength.toFixed(2)}${record.strength < WEAK_BELOW ? html` <span class="badge warn">${say('eyes.weak')}</span>` : ''}</dd>`}
<dt>${say('fact.generation')}</dt><dd>${record.generationId ?? '–'}</dd><dt>${say('fact.duration')}</dt><dd>${answer.durationMs} ms</dd>
<dt>${say('fact.stages')}</dt><dd>${Object.entries(record.stageMs).map(([stage, ms]) => `${stage} ${ms}`).join(' · ')}</dd><dt>${say('fact.id')}</dt><dd><code>${record.id}</code></dd></dl></section>`;
}

/** Address of a passage in its document. */
export function passageAddress(passageId: string): string {
  return `/document?passage=${encodeURIComponent(passageId)}#cited`;
}

function citationView(texts: Texts, citation: Citation): Html {
  const at = citation.text.indexOf(citation.quote);
  const [before, after] = at < 0 ? [citation.text, ''] : [citation.text.slice(0, at), citation.text.slice(at + citation.quote.length)];
  return html`<article class="passage kept"><h3>[${citation.marker}] ${citation.title}</h3>${placeLine(texts, citation)}
<p class="text"><bdi>${before}${at < 0 ? '' : html`<mark>${citation.quote}</mark>`}${after}</bdi></p></article>`;
}

function placeView(texts: Texts, view: PassageView): Html {
  return html`<article class="passage"><h4>${view.title}</h4>${placeLine(texts, view)}<p class="text"><bdi>${view.text}</bdi></p></article>`;
}

function placeLine({ say }: Texts, { body, meeting, date, source, passageId }: PassageView): Html {
  const known = [body, meeting, date ?? '', `${source.file}${source.page === null ? '' : ` p. ${source.page}`}:${source.startLine}-${source.endLine}`];
  return html`<p class="meta">${known.filter((part) => part !== '').join(' · ')} <a href="${passageAddress(passageId)}">${say('journey.open')}</a></p>`;
}

function passageView({ say }: Texts, passage: LoggedPassage, place: PassageView | undefined): Html {
  const score = (value: number): string => value.toFixed(3);
  return html`<article class="passage ${passage.isKept ? 'kept' : ''}"><h3>${passage.isKept ? '+' : '−'} ${passage.title}</h3>
<p class="meta">${say('journey.scores', { score: score(passage.score), lexical: score(passage.lexicalScore), vector: score(passage.vectorScore) })}
<a href="${passageAddress(passage.passageId)}">${say('journey.open')}</a></p>${place === undefined ? html`<p class="text"><bdi>${passage.text}</bdi></p>` : ''}</article>`;
}
