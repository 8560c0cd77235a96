import type { BodyCoverage, Coverage, CoverageGap } from '../answer/holdings/coverage.js';
import type { ArticleKind } from '../domain/corpus.js';
import { plainText } from './plain-text.js';

const KIND: Record<ArticleKind, string> = { resolution: '决议 resolutions', report: '报告 reports', speech: '讲话 speeches', minutes: '纪要 minutes', news: '新闻 news', notice: '通知 notices', announcement: '公告 announcements', record: '记录 records', other: '其他 other' };
/** Meetings named one by one; more of them are told as series. */
const MAX_NAMED = 6;
const MAX_BODY_COLUMNS = 44;

/** What is on record, for people: a line an organ, its meetings and its gaps below it. */
export function printCoverage(coverage: Coverage, examples: readonly string[]): string {
  const { documents, articles, passages, firstDate, lastDate, bodies } = coverage;
  if (articles === 0) return '还没有资料 Nothing is on record yet; run "huida ingest PATH…".\n';
  const lines = [
    `文件 documents ${String(documents)} · 文章 articles ${String(articles)} · 段落 passages ${String(passages)}${firstDate === null ? '' : ` · ${firstDate} – ${lastDate ?? ''}`}`,
    coverage.kinds.map(({ kind, articles: count }) => `${KIND[kind]} ${String(count)}`).join(' · '),
    '',
  ];
  const nameColumns = Math.min(MAX_BODY_COLUMNS, Math.max(columnsOf('机构 body'), ...bodies.map(({ name }) => columnsOf(name))));
  lines.push(`${pad('机构 body', nameColumns)}  记录 records  会议 meetings  起 from     止 to`);
  for (const body of bodies) lines.push(bodyLine(body, nameColumns), ...detailLines(body));
  const rest = [
    coverage.articlesWithoutBody === 0 ? '' : `没有写明机构 naming no body: ${String(coverage.articlesWithoutBody)}`,
    coverage.articlesWithoutDate === 0 ? '' : `没有写明日期 without a date: ${String(coverage.articlesWithoutDate)}`,
  ].filter((line) => line !== '');
  if (rest.length > 0) lines.push('', ...rest);
  if (examples.length > 0) lines.push('', '可以这样问 questions that these records answer:', ...examples.map((example) => `  ${example}`));
  return `${lines.map(plainText).join('\n')}\n`;
}

function bodyLine({ name, articles, meetings, firstDate, lastDate }: BodyCoverage, nameColumns: number): string {
  return `${pad(name, nameColumns)}  ${String(articles).padStart(12)}  ${String(meetings.length).padStart(13)}  ${firstDate ?? '-         '}  ${lastDate ?? '-'}`;
}

function detailLines({ meetings, series, gaps }: BodyCoverage): string[] {
  const named = meetings.length <= MAX_NAMED ? meetings.map(({ name, firstDate }) => `${name}${firstDate === null ? '' : ` (${firstDate})`}`) : series.map(({ name, meetings: count }) => `${name} ×${String(count)}`);
  return [...named.slice(0, MAX_NAMED).map((line) => `    ${line}`), ...(gaps.length === 0 ? [] : [`    缺 missing: ${gaps.map(sayGap).join('; ')}`])];
}

function sayGap(gap: CoverageGap): string {
  if (gap.kind === 'sessions') return `${gap.series}第${gap.numbers.join('、')}次会议`;
  return gap.from === gap.to ? String(gap.from) : `${String(gap.from)} – ${String(gap.to)}`;
}

/** A Han character takes two columns of a terminal. */
function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(character) ? 2 : 1), 0);
}

function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}
