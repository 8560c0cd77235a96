import type { Hono } from 'hono';
import { sha256 } from '../../domain/ids.js';
import type { ConsoleDesk, ConsoleEnv } from '../console-desk.js';
import { startSession } from '../guard/session.js';
import { page } from '../page/page.js';
import { viewOf } from '../page/view.js';
import { html } from 'hono/html';
import { countAttempts } from './attempts.js';

const WRONG_LINKS = 20;
const MINUTE_MS = 60_000;
const SECRET = /^[\w-]{22}$/u;

/** The one-time link. Opening it only shows a button, so that a program which looks at links in chats does not use it up. */
export function addEntry(app: Hono<ConsoleEnv>, desk: ConsoleDesk): void {
  const wrong = countAttempts(WRONG_LINKS, MINUTE_MS);

  app.get('/enter', (context) => {
    const view = viewOf(context);
    const { say } = view.texts;
    return context.html(page(view, null, say('enter.title'), html`<p>${say('enter.how')}</p><p><code>huida console link</code></p>`), 401);
  });

  app.get('/enter/:secret', (context) => {
    const view = viewOf(context);
    const { say } = view.texts;
    const body = html`<p>${say('enter.once')}</p>
      <form method="post" action="/enter/${encodeURIComponent(context.req.param('secret'))}"><button class="primary">${say('enter.button')}</button></form>`;
    return context.html(page(view, null, say('enter.title'), body));
  });

  app.post('/enter/:secret', (context) => {
    const view = viewOf(context);
    const { say } = view.texts;
    const nowMs = desk.nowMs();
    if (wrong.isTooMany(nowMs)) return context.html(page(view, null, say('enter.title'), html`<p role="alert">${say('enter.tooMany')}</p>`), 429);
    const secret = context.req.param('secret');
    const link = SECRET.test(secret) ? desk.entry.spendLink(sha256(secret)) : null;
    const role = link === null || link.expiresAtMs < nowMs ? null : desk.roleOf(link.personId);
    if (link === null || role === null) {
      wrong.add(nowMs);
      return context.html(page(view, null, say('enter.title'), html`<p role="alert">${say('enter.refused')}</p>`), 401);
    }
    startSession(context, desk, link.personId);
    desk.actions.append({ atUtc: new Date(nowMs).toISOString(), personId: link.personId, action: 'entered', subject: '', detail: { role } });
    return context.redirect('/', 303);
  });
}
