import { endsSentence, lineKindOf, type LineKind } from './line-kind.js';

/** Where an article begins among lines that are not blank. */
export interface ArticleBorder {
  /** First line of its heading. */
  first: number;
  /** First line of its body. */
  body: number;
  /** Why a new article is believed to begin here. */
  reason: string;
  /** The title, where it stands on one line with the byline. */
  title?: string;
}

/** Lines of which headings are made; sections of a report (一、…) are never among them. */
const HEAD_KINDS: ReadonlySet<LineKind> = new Set(['kicker', 'title', 'notice', 'subtitle', 'dateline', 'speaker', 'byline']);
const MAX_TITLE_LINES = 4;
/** 关于…的决议, …公告: a title of this form needs no byline. */
const OFFICIAL_TITLE = /(?:决议|决定|公报|公告|通告|公示|通知|倡议书|名单|[一-龥]{4,}(?:工作报告|情况的报告|审查报告))$/;
const EVENT = /召开|举行|调研|座谈|会议|活动|开展|启动|印发|发布|通过|当选|视察|检查|考察|签约|揭牌|部署|动员|培训|开幕|闭幕/;
/** Recognition sometimes sets the title and the text on one line: 某会议召开 本报讯(记者 …) */
const TITLE_AND_LEAD = /^([^。，；：:]{6,40}?)\s*(?:本报讯|本台讯|新华社[^。，]{1,12}电)\s*[（(\s]/;
/** Features of the wire services carry their title in the lead: 新华社某地某日电 题：… */
const LEAD_WITH_TITLE = /^(?:新华社|中新社)[^。：:]{1,16}电\s*题[：:]\s*(\S.{1,40})$/;
const EVENT_LEAD = /^\s*(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日[，,上下晚凌]|近日|日前|昨日|昨天|连日来|今日)/;

/** Borders of articles on a page of news, from its lines that are not blank. */
export function findArticleBorders(lines: readonly string[]): ArticleBorder[] {
  const kinds = lines.map(lineKindOf);
  const borders: ArticleBorder[] = [];
  let index = 0;
  while (index < lines.length) {
    const within = borderWithin(lines[index] ?? '', kinds[index]);
    if (within !== null && borders.at(-1)?.body !== index) borders.push({ first: index, body: index, ...within });
    else if (isLeadAlone(lines, kinds, index, borders.at(-1))) borders.push({ first: index, body: index, reason: 'byline without a heading' });
    if (!isHeadKind(kinds[index]) && !isTitleAbove(kinds, index)) {
      index++;
      continue;
    }
    const body = endOfHeading(lines, kinds, index);
    const title = firstTitleLine(kinds, index, body);
    // A few characters under an open sentence, with a title line below them, are the end of that sentence.
    const first = title + 1 < body && kinds[title + 1] === 'title' && (lines[title] ?? '').trim().length < 8 && !isAfterEnd(lines, kinds, title) ? title + 1 : title;
    const reason = whyBorder(lines, kinds, first, body);
    if (reason !== null) borders.push({ first, body, reason });
    index = body;
  }
  return borders;
}

/** A line that begins an article without a heading of its own above it. */
function borderWithin(line: string, kind: LineKind | undefined): { reason: string; title?: string } | null {
  const text = line.trim();
  if (kind === 'continued') return { reason: 'continued from another page' };
  const title = kind === 'prose' ? TITLE_AND_LEAD.exec(text)?.[1] : kind === 'newsLead' ? LEAD_WITH_TITLE.exec(text)?.[1] : undefined;
  return title === undefined ? null : { reason: 'title and byline on one line', title };
}

/** Recognition lost the heading (vertical ones often): another report begins where the one before has its own byline and has come to its end. */
function isLeadAlone(lines: readonly string[], kinds: readonly LineKind[], index: number, last: ArticleBorder | undefined): boolean {
  if (kinds[index] !== 'newsLead' || last?.body === index || !isAfterEnd(lines, kinds, index)) return false;
  return last === undefined || kinds.slice(last.first, index).some((kind) => kind === 'newsLead' || kind === 'byline' || kind === 'dateline');
}

function isHeadKind(kind: LineKind | undefined): boolean {
  return kind !== undefined && HEAD_KINDS.has(kind);
}

/** A line with a colon is a title only when a byline stands right under it. */
function isTitleAbove(kinds: readonly LineKind[], index: number): boolean {
  return kinds[index] === 'label' && (kinds[index + 1] === 'newsLead' || kinds[index + 1] === 'dateline');
}

/** A title behind a dateline, byline or speaker opens the next heading, not this one. */
function endOfHeading(lines: readonly string[], kinds: readonly LineKind[], start: number): number {
  let hasTitle = false;
  let isClosed = false;
  let end = start;
  for (; end < kinds.length; end++) {
    const kind = kinds[end];
    const isTitle = kind === 'title' || kind === 'notice' || (end === start && kind === 'label');
    if ((!isHeadKind(kind) && !isTitle) || (end > start && EVENT_LEAD.test(lines[end] ?? ''))) break;
    if ((isTitle || kind === 'kicker') && isClosed) break;
    if (kind === 'kicker' && hasTitle) break;
    if (kind === 'notice' && hasTitle) break;
    hasTitle ||= isTitle;
    isClosed ||= hasTitle && (kind === 'dateline' || kind === 'byline' || kind === 'speaker' || kind === 'notice');
  }
  return end;
}

/** Loose lines pile up above a heading (ends of lists, recognition debris): a title has only so many lines. */
function firstTitleLine(kinds: readonly LineKind[], start: number, body: number): number {
  const lastTitle = Math.max(start, kinds.slice(start, body).lastIndexOf('title') + start);
  let first = lastTitle;
  while (first > start && kinds[first - 1] === 'title' && lastTitle - first + 1 < MAX_TITLE_LINES) first--;
  while (first > start && kinds[first - 1] === 'kicker') first--;
  return first;
}

function whyBorder(lines: readonly string[], kinds: readonly LineKind[], first: number, body: number): string | null {
  const head = kinds.slice(first, body);
  if (!head.some((kind) => kind === 'title' || kind === 'notice' || kind === 'label')) return null;
  if (head.includes('notice')) return 'heading of a notice';
  if (head.includes('dateline')) return 'title with a dateline in brackets';
  // Several lines with a dash are points of a list, not subtitles.
  if (head.filter((kind) => kind === 'subtitle').length === 1 && !/^[—―─–]{2}/.test(lines[body] ?? '')) return 'title with a subtitle';
  if (head.includes('byline')) return 'title with a byline';
  if (kinds[body] === 'newsLead') return 'title above a byline';
  if (kinds[body] === 'continued') return 'continued from another page';
  if (lines.slice(first, body).some((line) => line.trim().startsWith('【'))) return 'title under a kicker';
  const title = lines.slice(first, body).join('').trim();
  // A title without witness has no comma: half a sentence has.
  if (!isAfterEnd(lines, kinds, first) || title.includes('，')) return null;
  if (first === 0) return 'first heading of the page';
  if (OFFICIAL_TITLE.test(title)) return 'title of an official document';
  return title.length >= 8 && EVENT.test(title) && EVENT_LEAD.test(lines[body] ?? '') ? 'title above the lead of a report' : null;
}

/** Without a byline or dateline as witness a title is believed only where the text before has come to its end. */
function isAfterEnd(lines: readonly string[], kinds: readonly LineKind[], first: number): boolean {
  const before = kinds[first - 1];
  return (before !== 'prose' && before !== 'newsLead') || endsSentence(lines[first - 1] ?? '');
}
