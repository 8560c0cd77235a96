import type { Context, MiddlewareHandler } from 'hono';
import type { ConsoleDesk, ConsoleEnv } from '../console-desk.js';

const FORM = 'application/x-www-form-urlencoded';
const MOST_BYTES = 256 * 1024;
const OVERRIDES = ['x-http-method-override', 'x-http-method', 'x-method-override'];

/**
 * Refuses what no form of the console sends: another host name (a name that was pointed at this machine), another site's page,
 * other methods and content types, tunnels. The token of the form is checked with the session.
 */
export function refuseForeign({ hosts, isSecure }: ConsoleDesk): MiddlewareHandler<ConsoleEnv> {
  return async (context, next) => {
    const host = onlyHost(context);
    if (host === null || !hosts.includes(host)) return context.text('This console does not answer under that host name.', 403);
    const reason = whyForged(context, `${isSecure ? 'https' : 'http'}://${host}`);
    if (reason !== null) return context.text(reason, 403);
    if (!['GET', 'HEAD', 'POST'].includes(context.req.method)) return context.text('Only GET, HEAD and POST are understood.', 405);
    if (Number(context.req.header('content-length') ?? 0) > MOST_BYTES) return context.text('The form is too large.', 413);
    await next();
  };
}

function onlyHost(context: Context<ConsoleEnv>): string | null {
  const raw = (context.env as ConsoleEnv['Bindings'] | undefined)?.incoming?.rawHeaders ?? [];
  const named = raw.filter((_, index) => index % 2 === 0).filter((name) => name.toLowerCase() === 'host').length;
  const host = context.req.header('host')?.toLowerCase() ?? '';
  return named > 1 || host === '' ? null : host;
}

function whyForged({ req }: Context<ConsoleEnv>, ownOrigin: string): string | null {
  if (OVERRIDES.some((name) => req.header(name) !== undefined)) return 'A request has one method.';
  if (req.header('upgrade') !== undefined || req.header('accept')?.includes('text/event-stream')) return 'There is no stream here.';
  const [origin, site, mode] = [req.header('origin'), req.header('sec-fetch-site'), req.header('sec-fetch-mode')];
  if (req.method === 'GET' || req.method === 'HEAD') {
    if (req.path.startsWith('/do/')) return 'This is done by a form.';
    return site !== undefined && !['same-origin', 'none'].includes(site) && mode !== 'navigate' ? 'Another site asked for this.' : null;
  }
  // Under no-referrer a browser sends the origin of our own forms as "null"; Sec-Fetch-Site, which no page can set, then tells.
  const isOwn = site === undefined ? origin === ownOrigin : site === 'same-origin' && [undefined, 'null', ownOrigin].includes(origin);
  if (!isOwn) return 'The form was not sent from this console.';
  if (req.method === 'POST' && req.header('content-type')?.split(';', 1)[0]?.trim() !== FORM) return 'Forms are sent as forms.';
  return null;
}
