import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { ConsoleDesk, ConsoleEnv } from '../console-desk.js';
import { journey } from '../log/journey.js';
import { hidden, page } from '../page/page.js';

const LONGEST = 2_000;

/** Asking as a citizen would: the answer with every stage, and no row in the log. */
export function addTry(app: Hono<ConsoleEnv>, desk: ConsoleDesk): void {
  app.get('/try', (context) => {
    const visit = context.get('visit');
    return context.html(page(visit, visit, visit.texts.say('nav.try'), tryForm(visit, '')));
  });
  app.post('/do/try', async (context) => {
    const visit = context.get('visit');
    const { question } = await context.req.parseBody();
    if (typeof question !== 'string' || question.trim() === '' || question.length > LONGEST) return context.redirect('/try', 303);
    const record = await desk.tryQuestion(question);
    return context.html(page(visit, visit, visit.texts.say('nav.try'), html`${tryForm(visit, question)}${journey(visit.texts, record)}`));
  });
}

function tryForm(visit: ConsoleEnv['Variables']['visit'], question: string) {
  const { say } = visit.texts;
  return html`<p>${say('try.what')}</p><form class="row" method="post" action="/do/try">${hidden(visit)}<label>${say('journey.question')}<input type="search" name="question" value="${question}" required maxlength="2000" size="40"></label><button class="primary">${say('try.ask')}</button></form>`;
}
