import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { ConsoleEnv, View } from '../console-desk.js';
import { textsIn } from '../texts/texts.js';

const COOKIE = 'huida-view';
const SEEN = /^(zh|en)\.(auto|light|dark)$/u;

/** Language and colours: as chosen, else as the browser says. */
export function viewOf(context: Context<ConsoleEnv>): View {
  const chosen = SEEN.exec(getCookie(context, COOKIE) ?? '');
  if (chosen !== null) return { texts: textsIn(chosen[1] as 'zh' | 'en'), theme: chosen[2] as View['theme'] };
  const accepted = context.req.header('accept-language') ?? '';
  return { texts: textsIn(/^\s*en\b/iu.test(accepted) ? 'en' : 'zh'), theme: 'auto' };
}

/** Remembers a choice in the browser; anything else is ignored. */
export function chooseView(context: Context<ConsoleEnv>, language: unknown, theme: unknown, isSecure: boolean): void {
  const now = viewOf(context);
  const choice = `${typeof language === 'string' ? language : now.texts.language}.${typeof theme === 'string' ? theme : now.theme}`;
  if (SEEN.test(choice)) setCookie(context, COOKIE, choice, { httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure, maxAge: 31_536_000 });
}
