import type { ArticleHeader, ArticleKind } from '../../domain/corpus.js';
import { findDates } from '../../language/dates.js';
import type { CorpusReader } from '../../ports/generation.js';
import { organName, seriesName } from './body-name.js';
import type { BodyCoverage, Coverage, MeetingCoverage, SeriesCoverage } from './coverage.js';
import { findGaps } from './find-gaps.js';

/** What is left of a title that was only a day and a place names no series. */
const NAMES_MEETINGS = /会(?!议时间)|评审|报告|纪要|周报|月报|meeting|review|[a-z]{2,} ?sig/;
const known = new WeakMap<CorpusReader, Coverage>();

/** What a corpus covers; read from its headers on the first call for it. */
export function readCoverage(corpus: CorpusReader): Coverage {
  const read = known.get(corpus) ?? coverageOf(corpus.headers, corpus.passageCount);
  known.set(corpus, read);
  return read;
}

function coverageOf(headers: readonly ArticleHeader[], passages: number): Coverage {
  const organs = organsOf(headers);
  const byOrgan = groupBy(headers.map((header, index) => ({ header, organ: organs[index] ?? '' })), ({ organ }) => organ);
  const bodies = [...byOrgan].filter(([organ]) => organ !== '').map(([organ, members]) => bodyOf(organ, members.map(({ header }) => header)));
  const kinds = [...groupBy(headers, ({ kind }) => kind)].map(([kind, members]: [ArticleKind, ArticleHeader[]]) => ({ kind, articles: members.length }));
  return {
    documents: new Set(headers.map(({ documentId }) => documentId)).size,
    articles: headers.length,
    passages,
    ...rangeOf(headers),
    years: yearsOf(headers),
    bodies: bodies.sort((a, b) => b.articles - a.articles || a.name.localeCompare(b.name)),
    kinds: kinds.sort((a, b) => b.articles - a.articles),
    articlesWithoutBody: byOrgan.get('')?.length ?? 0,
    articlesWithoutDate: headers.filter(({ date }) => date === null).length,
  };
}

/** The organ of each article; one that names none belongs to the organ of its series, where the series has just one. */
function organsOf(headers: readonly ArticleHeader[]): string[] {
  const bySeries = new Map<string, Set<string>>();
  for (const { title, body } of headers) {
    if (body === '') continue;
    const name = seriesName(title);
    bySeries.set(name, (bySeries.get(name) ?? new Set()).add(organName(body)));
  }
  return headers.map(({ title, body }) => {
    if (body !== '') return organName(body);
    const name = seriesName(title);
    const organs = name.length < 4 ? undefined : bySeries.get(name);
    return organs?.size === 1 ? ([...organs][0] ?? '') : '';
  });
}

function bodyOf(name: string, headers: readonly ArticleHeader[]): BodyCoverage {
  const held = headers.map((header) => ({ date: header.date, year: yearOf(header), meeting: header.meeting === '' ? header.title : header.meeting }));
  const meetings = meetingsOf(headers);
  return { name, writtenAs: [...new Set(headers.map(({ body }) => body).filter((body) => body !== ''))], articles: headers.length, ...rangeOf(headers), years: yearsOf(headers), meetings, series: seriesOf(meetings), gaps: findGaps(held) };
}

function meetingsOf(headers: readonly ArticleHeader[]): MeetingCoverage[] {
  // Weekly minutes are often all called the same: each day of theirs is a meeting.
  const named = groupBy(headers.filter((header) => meetingName(header) !== ''), (header) => `${meetingName(header)}${header.kind === 'minutes' ? `\n${header.date ?? ''}` : ''}`);
  const meetings = [...named].map(([key, members]) => ({ name: key.split('\n', 1)[0] ?? '', articles: members.length, ...rangeOf(members) }));
  return meetings.sort((a, b) => (a.firstDate ?? '9999').localeCompare(b.firstDate ?? '9999') || a.name.localeCompare(b.name));
}

/** Minutes are a meeting's own record, whether or not they name it. */
function meetingName({ meeting, kind, title }: ArticleHeader): string {
  return meeting === '' && kind === 'minutes' ? title : meeting;
}

function seriesOf(meetings: readonly MeetingCoverage[]): SeriesCoverage[] {
  const series = [...groupBy(meetings, ({ name }) => seriesName(name))].filter(([name, members]) => NAMES_MEETINGS.test(name) && members.length >= 2);
  return series
    .map(([name, members]) => {
      const dates = members.flatMap(({ firstDate, lastDate }) => [firstDate, lastDate]).filter((date) => date !== null).sort();
      return { name, meetings: members.length, firstDate: dates[0] ?? null, lastDate: dates.at(-1) ?? null };
    })
    .sort((a, b) => b.meetings - a.meetings);
}

function yearOf({ date, title }: ArticleHeader): number | null {
  return date === null ? (findDates(title)[0]?.year ?? null) : Number(date.slice(0, 4));
}

function yearsOf(headers: readonly ArticleHeader[]): number[] {
  return [...new Set(headers.map(yearOf).filter((year) => year !== null))].sort((a, b) => a - b);
}

function rangeOf(headers: readonly ArticleHeader[]): { firstDate: string | null; lastDate: string | null } {
  const dates = headers.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  return { firstDate: dates[0] ?? null, lastDate: dates.at(-1) ?? null };
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
