import { lineKindOf } from './line-kind.js';

/** 某府字〔2024〕48号: the number of a paper is no part of its title. */
const PAPER_NUMBER = /^[\u4e00-\u9fff]{0,8}[〔[（(]\d{4}[〕\]）)]\s*第?\d{1,5}号$/;

/**
 * The title from the printed lines of a heading: kicker, dateline, byline and speaker are no part of it,
 * of subtitles only those that name a subject (——访…), not those that name a session (——在…上).
 */
export function articleTitle(heading: readonly string[], fallback: string): string {
  let title = '';
  for (const line of heading) {
    if (PAPER_NUMBER.test(line)) continue;
    const kind = lineKindOf(line);
    if (kind === 'subtitle' && !/^[—―─–-]{1,2}.*(?:会议|大会|全会)上$/.test(line)) title += line;
    else if (kind === 'title' || kind === 'notice' || kind === 'label' || kind === 'prose') title += title === '' ? line : `${isOneWord(title, line) ? '' : ' '}${line}`;
  }
  return title === '' ? withoutExtension(fallback) : title;
}

/** A report on the work of a government whose title does not say which one nor when: the session tells. */
export function reportTitle(title: string, body: string, date: string | null): string {
  const place = /^([\u4e00-\u9fff]{2,8}?(?:自治[区州县]|[省市县区州盟旗]))(?:第[^届]{1,3}届)?人民代表大会/.exec(body)?.[1];
  if (place === undefined || !/^政府工作报告$/.test(title.replace(/\s+/g, ''))) return title;
  return `${date === null ? '' : `${date.slice(0, 4)}年`}${place}政府工作报告`;
}

/** Official titles run over the line end; headlines of news set a new half on each line. */
function isOneWord(above: string, below: string): boolean {
  return /(?:关于|委员会|代表大会|的|和|与|对|在|第)$/.test(above) || /^(?:第|关于|委员会|的|(?:政治)?决议|决定|公告|公报|(?:工作|情况)?报告)/.test(below);
}

function withoutExtension(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.[a-z]+$/i, '');
}
