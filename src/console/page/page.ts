import { html } from 'hono/html';
import type { View, Visit } from '../console-desk.js';
import type { TextKey } from '../texts/wording.js';

export type Html = ReturnType<typeof html>;

const PLACES: readonly (readonly [string, TextKey])[] = [
  ['/', 'nav.queue'],
  ['/log', 'nav.log'],
  ['/overview', 'nav.overview'],
  ['/try', 'nav.try'],
  ['/corpus', 'nav.corpus'],
  ['/curated', 'nav.curated'],
  ['/actions', 'nav.actions'],
];

/** A whole page. Without a visit there is nothing to go to yet. */
export function page({ texts, theme }: View, visit: Visit | null, title: string, body: Html | Html[]): Html {
  const { say, language } = texts;
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}" data-theme="${theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${theme === 'auto' ? 'light dark' : theme}">
<title>${title} · ${say('name')}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/console.css">
<script src="/assets/console.js" defer></script>
</head>
<body>
<a class="skip" href="#content">${say('skip')}</a>
${visit === null ? html`<header class="top"><span class="name">${say('name')}</span></header>` : banner(visit)}
<main id="content" tabindex="-1">
<h1>${title}</h1>
${body}
</main>
</body>
</html>`;
}

function banner(visit: Visit): Html {
  const { say, language } = visit.texts;
  const path = visit.here.split('?', 1)[0] ?? '/';
  const isHere = (place: string): boolean => (place === '/' ? path === '/' : path === place);
  return html`<header class="top">
<span class="name">${say('name')}</span>
<nav aria-label="${say('nav.label')}"><ul>${PLACES.filter(([place]) => place !== '/actions' || visit.role === 'administrator').map(
    ([place, key]) => html`<li><a href="${place}"${isHere(place) ? html` aria-current="page"` : ''}>${say(key)}</a></li>`,
  )}</ul></nav>
<form class="view" method="post" action="/do/view">${hidden(visit)}
<button name="language" value="${language === 'zh' ? 'en' : 'zh'}" lang="${language === 'zh' ? 'en' : 'zh-Hans'}">${language === 'zh' ? 'English' : '中文'}</button>
<button name="theme" value="${nextTheme(visit.theme)}">${say(`theme.${nextTheme(visit.theme)}`)}</button>
</form>
<form class="view" method="post" action="/do/leave">${hidden(visit)}<span class="who">${visit.personId} · ${say(`role.${visit.role}`)}</span> <button>${say('leave')}</button></form>
</header>`;
}

/** What every form carries: its token, and where to go afterwards. */
export function hidden({ formToken, here }: Visit): Html {
  return html`<input type="hidden" name="formToken" value="${formToken}"><input type="hidden" name="back" value="${here}">`;
}

function nextTheme(theme: View['theme']): View['theme'] {
  return theme === 'auto' ? 'light' : theme === 'light' ? 'dark' : 'auto';
}
