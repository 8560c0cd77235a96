import { chineseNumeral } from './english-forms.js';
import { makeItem, type Item } from './item.js';

const SESSION = /^(?:会议|全体会议|全会|大会|例会|年度会议|周例会)$/;
const ORGAN = /政协|人大|[市省县]委$|中央|主席团|常委会|委员会|党委|主席会议|代表团/;
/** Organs of a session that count their own meetings and have no term. */
const SUB_ORGAN = /主席团|常委会|主席会议|(?:审查|专门|提案|经济)委员会/;

/** Numbered sessions, however they are put, as one item each: the 4th session of the 7th CPPCC committee → 政协七届四次会议. */
export function joinSessions(items: readonly Item[]): Item[] {
  // From the end, so that a session inside the name of another (the presidium of the fifth session) is joined first.
  const rest = [...items];
  for (let at = rest.length - 1; at >= 0; at--) {
    const joined = sessionOf(rest, at) ?? organFirst(rest, at);
    if (joined !== null) rest.splice(at, joined.length, ...joined.items);
  }
  return rest;
}

interface Joined {
  length: number;
  items: Item[];
}

/** fourth (plenary) session [of the seventh …committee]; fourth presidium meeting. */
function sessionOf(items: readonly Item[], at: number): Joined | null {
  const ordinal = items[at];
  if (ordinal?.kind !== 'ordinal') return null;
  let next = at + 1;
  const between: Item[] = [];
  while (isPartOfName(items[next]) && !isSession(items[next])) between.push(items[next++] as Item);
  const noun = items[next];
  if (noun === undefined || !isSession(noun)) return null;
  next++;
  // 5th National People's Congress first session is told from its front: see organFirst.
  const own = nameOf(between);
  if (own.organ !== '' || own.term > 0) return { length: next - at, items: [compose(own, ordinal.value, noun)] };
  const link = items[next];
  const isLinked = link?.kind === 'prep' && link.zh === 'of';
  if (!isLinked) return { length: next - at, items: [compose(own, ordinal.value, noun)] };
  const after: Item[] = [];
  let end = next + 1;
  while (isPartOfName(items[end]) || isLinkInName(items, end)) after.push(items[end++] as Item);
  const name = nameOf(after);
  if (name.organ === '') return { length: next - at, items: [compose(own, ordinal.value, noun)] };
  while (items[end - 1]?.kind === 'det') end--;
  return { length: end - at, items: [compose(name, ordinal.value, noun)] };
}

/** Seventh Municipal People's Congress, fifth session; the presidium's fourth meeting. */
function organFirst(items: readonly Item[], at: number): Joined | null {
  const before = items[at - 1];
  if (!isPartOfName(items[at]) || items[at]?.kind === 'det' || (isPartOfName(before) && before?.kind !== 'det' && before?.kind !== 'session')) return null;
  let end = at;
  const parts: Item[] = [];
  while (isPartOfName(items[end]) && items[end]?.kind !== 'session') parts.push(items[end++] as Item);
  while (items[end]?.kind === 'possessive' || items[end]?.zh === ',') end++;
  const session = items[end];
  const name = nameOf(parts);
  const bare = /^第?([一二三四五六七八九十]+)次(全体会议|会议|全会|大会|例会)$/.exec(session?.zh ?? '');
  if (session?.kind !== 'session' || bare === null || name.organ === '') return null;
  return { length: end - at + 1, items: [compose(name, session.value, makeItem('noun', bare[2] ?? '会议', ''))] };
}

function isSession(item: Item | undefined): boolean {
  return item?.kind === 'noun' && SESSION.test(item.zh);
}

function isPartOfName(item: Item | undefined): boolean {
  return item !== undefined && (item.kind === 'ordinal' || item.kind === 'organ' || item.kind === 'place' || item.kind === 'det' || (item.kind === 'name' && /^[\u3400-\u9fff]+$/.test(item.zh)) || (item.kind === 'modifier' && /^(?:市|省级|全国|县级|中国)$/.test(item.zh)) || (item.kind === 'noun' && /^(?:会议|全体会议|例会|委员)$/.test(item.zh)));
}

/** of or in between two parts of an organ's name (the seventh committee of the CPPCC in Shuozhou). */
function isLinkInName(items: readonly Item[], at: number): boolean {
  const link = items[at];
  return link?.kind === 'prep' && (link.zh === 'of' || link.zh === 'in') && [1, 2].some((step) => items[at + step]?.kind === 'organ' || items[at + step]?.kind === 'ordinal' || (step === 1 && (items[at + step]?.kind === 'name' || items[at + step]?.kind === 'place')));
}

interface OrganName {
  organ: string;
  term: number;
}

function nameOf(parts: readonly Item[]): OrganName {
  const organs = parts.filter(({ kind, zh }) => kind === 'organ' && ORGAN.test(zh)).map(({ zh }) => zh);
  const named = organs.filter((organ) => organ !== '委员会');
  const places = parts.filter(({ kind }) => kind === 'place' || kind === 'name').map(({ zh }) => zh).join('');
  const level = parts.some(({ kind, zh }) => (kind === 'modifier' && zh === '市') || (kind === 'organ' && zh === '市')) && !organs.some((organ) => organ.startsWith('市')) ? '市' : '';
  const organ = named.length > 0 ? named.join('') : (organs[0] ?? '');
  return { organ: organ === '' ? '' : `${places}${level}${organ}`, term: parts.find(({ kind }) => kind === 'ordinal')?.value ?? 0 };
}

function compose({ organ, term }: OrganName, session: number, noun: Item): Item {
  const number = chineseNumeral(session);
  const isPlenum = noun.zh === '全会';
  const kind = isPlenum ? '全会' : SESSION.test(noun.zh) && noun.zh !== '年度会议' ? noun.zh : '会议';
  const body = organ === '中共中央' || organ === '党中央' || organ === '中央委员会' ? '' : organ;
  let zh: string;
  if (term > 0 && (isPlenum || kind === '全体会议') && body !== organ) zh = `${chineseNumeral(term)}届${number}中全会`;
  else if (term > 0 && /[市省县]委$/.test(organ)) zh = `${body}${chineseNumeral(term)}届${number}次全会`;
  else if (term > 0) zh = `${body}${chineseNumeral(term)}届${number}次${kind === '全体会议' ? '会议' : kind}`;
  else if (organ === '' || SUB_ORGAN.test(organ)) zh = `${body}第${number}次${kind}`;
  else zh = `${body}${number}次${kind}`;
  return makeItem('session', zh, noun.word, 'base', session);
}
