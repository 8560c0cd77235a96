import { fold } from '../../../language/fold.js';
import { corpusMap } from '../../corpus-map.js';
import type { CorpusReader } from '../../../ports/generation.js';
import type { OfficeName } from './office-name.js';
import type { OfficeMention } from './office-mentions.js';

/** The place most records are of, with its level: 澜桥, 市. */
export interface Home {
  place: string;
  level: string;
}

/** Share of the records that bear a place in their heading from which on it is the home of all. */
const HOME_SHARE = 0.5;
const homes = new WeakMap<CorpusReader, Home | null>();

/** The place most records are of; null where they are of many. */
export function homeOf(corpus: CorpusReader): Home | null {
  const known = homes.get(corpus);
  if (known !== undefined) return known;
  const counts = new Map<string, { home: Home; count: number }>();
  let all = 0;
  for (const header of corpus.headers) {
    const home = placeInHead(header.body || header.title);
    if (home === null) continue;
    all++;
    counts.set(home.place, { home, count: (counts.get(home.place)?.count ?? 0) + 1 });
  }
  const [first] = [...counts.values()].sort((a, b) => b.count - a.count);
  const found = first !== undefined && first.count >= HOME_SHARE * all ? first.home : null;
  homes.set(corpus, found);
  return found;
}

function placeInHead(head: string): Home | null {
  const match = /([\u3400-\u9fff]{2,6}?)(自治区|省|市|县|区)/.exec(fold(head).replace(/第[一二三四五六七八九十\d]+届|中国|人民|政治协商会议|政协|中共|\d+年/g, ''));
  return match === null ? null : { place: match[1] ?? '', level: match[2] ?? '' };
}

/** Without a place of its own a question means the home of the records, and without a level that of the home. */
export function atHome(asked: OfficeName, mentions: readonly OfficeMention[], home: Home | null): readonly OfficeMention[] {
  if (home === null) return mentions;
  const isOf = (mention: OfficeMention): boolean => mention.offices.every(({ place }) => place === '' || asked.place !== '' || place.endsWith(home.place));
  const ofHome = mentions.filter(isOf);
  const sameLevel = ofHome.filter(({ offices }) => offices.some(({ base, level }) => base === asked.base && (level === '' || level === home.level)));
  return asked.level === '' && sameLevel.length > 0 ? sameLevel : ofHome;
}

/** Places that records of the office name themselves or in their heading. */
export function placesOf(mentions: readonly OfficeMention[], asked: OfficeName): Set<string> {
  const places = mentions.flatMap(({ offices, passage }) => offices.filter(({ base }) => base === asked.base).map(({ place }) => place || (placeInHead(passage.header.body || passage.header.title)?.place ?? '')));
  return new Set(places.filter((place) => place !== ''));
}

/** What stands around a mention; a paper names its town in the heading of any of its articles. */
export function aroundOf(mention: OfficeMention, corpus: CorpusReader, asked: OfficeName): string {
  if (asked.place === '') return mention.around;
  return `${mention.around} ${corpusMap(corpus).headsByDocument.get(mention.passage.header.documentId) ?? ''}`;
}
