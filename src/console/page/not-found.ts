import type { Context } from 'hono';
import { html } from 'hono/html';
import type { ConsoleEnv, Visit } from '../console-desk.js';
import { page } from './page.js';

/** A page that is not there, in one sentence. */
export function notFound(context: Context<ConsoleEnv>, visit: Visit, sentence: string): Response | Promise<Response> {
  return context.html(page(visit, visit, visit.texts.say('notFound'), html`<p role="alert">${sentence}</p><p><a href="/log">${visit.texts.say('nav.log')}</a></p>`), 404);
}
