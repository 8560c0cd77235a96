import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import type { ConsoleDesk, ConsoleEnv, Visit } from '../console-desk.js';
import { endSession } from '../guard/session.js';
import type { RecordIndex } from '../../review/record-index.js';
import { page } from '../page/page.js';
import { chooseView } from '../page/view.js';
import { type Decision, decideOnRecord } from '../../review/decide-on-record.js';
import { needsEyes } from '../../review/needs-eyes.js';
import { REVIEW_VERDICTS, type Reviews } from '../../review/review-state.js';

const text = (most: number) => z.string().max(most);
const onRecord = z.object({ record: text(200).min(1), version: z.coerce.number().int().min(0) });
const judging = onRecord.extend({ verdict: z.enum(REVIEW_VERDICTS), note: text(500).default(''), next: z.literal('yes').optional() });
const assigning = onRecord.extend({ to: text(20) });
const keeping = z.object({ name: text(60).trim().min(1), query: text(2_000).default('') });

/** What forms do. Every one is written down with its person before the page goes on. */
export function addActions(app: Hono<ConsoleEnv>, desk: ConsoleDesk, index: RecordIndex, reviews: () => Reviews): void {
  const write = (visit: Visit, action: string, subject: string, detail: Record<string, string | number | null>): void => {
    desk.actions.append({ atUtc: new Date(desk.nowMs()).toISOString(), personId: visit.personId, action, subject, detail });
  };
  /** A decision on a record: by a moderator, on a record that is there, seen as it stands now. */
  const onSeenRecord = <T extends z.infer<typeof onRecord>>(path: string, shape: z.ZodType<T>, work: (form: T) => Pick<Decision, 'action' | 'detail'> & { next?: (() => string) | undefined }): void => {
    app.post(path, async (context) => {
      const visit = context.get('visit');
      if (visit.role === 'viewer') return said(context, visit, 'denied', 403);
      const form = shape.safeParse(await context.req.parseBody());
      if (!form.success || desk.record(form.data.record) === null) return said(context, visit, 'badForm', 400);
      const { action, detail, next } = work(form.data);
      const outcome = decideOnRecord({ recordId: form.data.record, action, personId: visit.personId, detail, version: form.data.version, nowMs: desk.nowMs() }, desk.actions, reviews);
      if (outcome === 'stale') return said(context, visit, 'stale', 409, form.data.record);
      return outcome === 'done' && next !== undefined ? context.redirect(next(), 303) : back(context);
    });
  };

  onSeenRecord('/do/judge', judging, ({ record, verdict, note, next }) => ({ action: 'judged', detail: { verdict, note }, next: next === undefined ? undefined : () => nextInQueue(index, reviews(), record) }));
  onSeenRecord('/do/flag', onRecord, () => ({ action: 'flagged', detail: {} }));
  onSeenRecord('/do/assign', assigning, ({ to }) => ({ action: 'assigned', detail: { to: to === '' ? null : to } }));

  for (const [path, action] of [['/do/save-view', 'saved view'], ['/do/remove-view', 'removed view']] as const) {
    app.post(path, async (context) => {
      const visit = context.get('visit');
      const form = keeping.safeParse(await context.req.parseBody());
      if (!form.success) return said(context, visit, 'badForm', 400);
      write(visit, action, form.data.name, action === 'saved view' ? { query: form.data.query } : {});
      return back(context);
    });
  }
  app.post('/do/view', async (context) => {
    const form = await context.req.parseBody();
    chooseView(context, form.language, form.theme, desk.isSecure);
    return back(context);
  });
  app.post('/do/leave', (context) => {
    const visit = context.get('visit');
    write(visit, 'left', '', {});
    endSession(context, desk, visit);
    return context.redirect('/enter', 303);
  });
}

/** The next record below this one that waits for eyes; the queue where there is none. */
function nextInQueue(index: RecordIndex, reviews: Reviews, recordId: string): string {
  const records = index.catchUp();
  const at = records.findIndex(({ id }) => id === recordId);
  for (let place = at - 1; place >= 0; place--) {
    const record = records[place];
    if (record !== undefined && needsEyes(record, reviews.of(record.id), reviews.feedbackOn(record.id)) !== null) return `/record?id=${encodeURIComponent(record.id)}`;
  }
  return '/';
}

/** Only to a page of the console: no other address is ever redirected to. */
async function back(context: Context<ConsoleEnv>): Promise<Response> {
  const { back: wanted } = await context.req.parseBody();
  const isOwn = typeof wanted === 'string' && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/u.test(wanted) && !wanted.startsWith('/do/');
  return context.redirect(isOwn ? wanted : '/', 303);
}

function said(context: Context<ConsoleEnv>, visit: Visit, key: 'denied' | 'badForm' | 'stale', status: 400 | 403 | 409, recordId = ''): Response | Promise<Response> {
  const { say } = visit.texts;
  return context.html(page(visit, visit, say('notDone'), html`<p role="alert">${say(key)}</p><p><a href="${recordId === '' ? '/' : `/record?id=${encodeURIComponent(recordId)}`}">${say('lookAgain')}</a></p>`), status);
}
