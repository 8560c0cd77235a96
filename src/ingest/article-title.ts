import { lineKindOf } from './line-kind.js';

/**
 * The title from the printed lines of a heading: kicker, dateline, byline and speaker are no part of it,
 * of subtitles only those that name a subject (——访…), not those that name a session (——在…上).
 */
export function articleTitle(heading: readonly string[], fallback: string): string {
  let title = '';
  for (const line of heading) {
    const kind = lineKindOf(line);
    if (kind === 'subtitle' && !/^[—―─–-]{1,2}.*(?:会议|大会|全会)上$/.test(line)) title += line;
    else if (kind === 'title' || kind === 'notice' || kind === 'label' || kind === 'prose') title += title === '' ? line : `${isOneWord(title, line) ? '' : ' '}${line}`;
  }
  return title === '' ? withoutExtension(fallback) : title;
}

/** Official titles run over the line end; headlines of news set a new half on each line. */
function isOneWord(above: string, below: string): boolean {
  return /(?:关于|委员会|代表大会|的|和|与|对|在|第)$/.test(above) || /^(?:第|关于|委员会|的|(?:政治)?决议|决定|公告|公报|(?:工作|情况)?报告)/.test(below);
}

function withoutExtension(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.[a-z]+$/i, '');
}
