import type { ArticleHeader } from '../../domain/corpus.js';
import { sayDay } from '../../language/dates.js';
import { fold } from '../../language/fold.js';
import { squeeze } from '../../language/likeness.js';
import { findMeetings } from '../../language/meetings.js';
import type { CorpusReader } from '../../ports/generation.js';
import { corpusMap } from '../corpus-map.js';
import { bodyIn } from '../holdings/body-in.js';
import { organName } from '../holdings/body-name.js';
import { readCoverage } from '../holdings/read-coverage.js';
import type { Meaning } from './meaning.js';

/** The newest report of the kind, or the newest meeting of the body, that a question speaks of; undefined where it names neither clearly. */
export function latestOnRecord(question: string, corpus: CorpusReader): Meaning | undefined {
  const asked = squeeze(fold(question));
  const kind = corpusMap(corpus).kinds.find(({ name }) => asked.includes(name));
  if (kind !== undefined) return latestReport(kind.articles.flatMap((ordinal) => corpus.headers[ordinal] ?? []), asked);
  const { bodies } = readCoverage(corpus);
  const body = bodies.length === 1 ? bodies[0]?.name : bodyIn(question, corpus);
  if (body === undefined || body === null) return undefined;
  const met = corpus.headers.filter((header) => organName(header.body) === body && header.date !== null && (header.meeting !== '' || header.kind === 'minutes'));
  const newest = [...met].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))[0];
  return newest === undefined ? undefined : meetingMeant(newest);
}

function meetingMeant({ meeting, date }: ArticleHeader): Meaning {
  const session = findMeetings(meeting).find(({ term }) => term !== null);
  const name = /[（(]([^（）()]*次会议)[）)]/.exec(meeting)?.[1] ?? meeting;
  if (session !== undefined) return { written: name, english: name, said: name, isName: true };
  const day = date ?? '';
  return { written: sayDay(day, 'zh'), english: sayDay(day, 'en'), said: day };
}

/** Reports go by the year of their title; a question for a place means that place's. */
function latestReport(headers: readonly ArticleHeader[], asked: string): Meaning | undefined {
  const years = headers.flatMap(({ title, date }) => {
    const place = /(?:19|20)\d\d年(.{2,8}?)(?:省|市|县|区|自治区)/.exec(title)?.[1];
    const isMeant = place === undefined ? !/[省市县区]/.test(asked) : asked.includes(place);
    const year = /((?:19|20)\d\d)年/.exec(title)?.[1] ?? date?.slice(0, 4);
    return isMeant && year !== undefined ? [year] : [];
  });
  const newest = years.sort().at(-1);
  return newest === undefined ? undefined : { written: `${newest}年`, english: newest, said: newest };
}
