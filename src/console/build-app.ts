import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ConsoleDesk, ConsoleEnv } from './console-desk.js';
import { addDocument } from './corpus/add-document.js';
import { addCorpus } from './corpus/add-corpus.js';
import { addCorrect } from './correct/add-correct.js';
import { addEntry } from './entry/add-entry.js';
import { refuseForeign } from './guard/refuse-foreign.js';
import { securityHeaders } from './guard/security-headers.js';
import { findVisit, isOwnForm } from './guard/session.js';
import { addLog } from './log/add-log.js';
import { createRecordIndex, type RecordIndex } from '../review/record-index.js';
import { addOverview } from './overview/add-overview.js';
import { notFound } from './page/not-found.js';
import { serveAssets } from './page/serve-assets.js';
import { addActions } from './review/add-actions.js';
import { addTry } from './try/add-try.js';
import { createReviews } from '../review/review-state.js';

const MOST_FORM_BYTES = 256 * 1024;

/** The console's pages: guards first, then the way in, then what only a signed-in person reaches. */
export function buildApp(desk: ConsoleDesk): { app: Hono<ConsoleEnv>; index: RecordIndex } {
  const app = new Hono<ConsoleEnv>();
  const index = createRecordIndex(desk.facts);
  const reviews = createReviews(desk.actions, desk.feedback);
  app.use(securityHeaders);
  app.use(refuseForeign(desk));
  app.use(bodyLimit({ maxSize: MOST_FORM_BYTES, onError: (context) => context.text('The form is too large.', 413) }));
  serveAssets(app);
  addEntry(app, desk);
  app.use(async (context, next) => {
    const visit = findVisit(context, desk);
    if (visit === null) return context.req.method === 'GET' ? context.redirect('/enter', 303) : context.text('Sign in first.', 401);
    context.set('visit', visit);
    if (context.req.method === 'POST' && !isOwnForm(visit, (await context.req.parseBody()).formToken)) return context.text('This form is not from your session; open the page again.', 403);
    await next();
  });
  addLog(app, desk, index, reviews);
  addDocument(app, desk);
  addCorrect(app, desk, reviews);
  addOverview(app, desk, index, reviews);
  addTry(app, desk);
  addCorpus(app, desk);
  addActions(app, desk, index, reviews);
  app.notFound((context) => {
    const visit = context.get('visit') as ConsoleEnv['Variables']['visit'] | undefined;
    return visit === undefined ? context.text('Not found.', 404) : notFound(context, visit, visit.texts.say('noSuchPage'));
  });
  app.onError((error, context) => {
    desk.log(`console: ${context.req.method} ${context.req.path.replace(/^\/enter\/.*/u, '/enter/…')}: ${error.message}`);
    return context.text('Something broke; the service log says what.', 500);
  });
  return { app, index };
}
