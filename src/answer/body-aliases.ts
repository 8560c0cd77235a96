import { fold } from '../language/fold.js';

/** Name of a place at the head of the name of an organ, and the count of its term. */
const PLACE_OR_TERM = /^(?:[\u3400-\u9fff]{2,8}?(?:自治[区州县]|[省市县区州盟旗])(?!委))|第?[〇零一二三四五六七八九十百\d]{1,3}届/gu;
/** 规委会 for 规划委员会, but 市委 is no short form of anything. */
const TOO_COMMON = /^[市县省区州国中地政]|党委|[的和与及]/;

/** Organs that every place has: without their place they are nobody's. */
const EVERYWHERE = /(?:人民代表大会|人民政府|政治协商会议|人大|政协)|^(?:政府|委员会|常委会|党组|主席团|(?:人民)?(?:法院|检察院))/;

/** Ways a question may name each body, longest first, by its name: folded and without white space. What several bodies could mean names none. */
export function aliasesByBody(names: readonly string[]): Map<string, string[]> {
  const shared = sharedPrefixes(names);
  const owners = new Map<string, Set<string>>();
  const found = names.map((name) => ({ name, exact: exactAliases(name, shared), short: shortAliases(name) }));
  for (const { name, short } of found) for (const alias of short) owners.set(alias, (owners.get(alias) ?? new Set()).add(name));
  return new Map(found.map(({ name, exact, short }) => [name, [...new Set([...exact, ...short.filter((alias) => owners.get(alias)?.size === 1)])].sort((a, b) => b.length - a.length)]));
}

function squeezed(name: string): string {
  return fold(name).replace(/[\s_]+/g, '');
}

/** Leading Latin words that several bodies share (OpenHarmony PMC, OpenHarmony QA SIG …) tell none of them apart. */
function sharedPrefixes(names: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const name of names) {
    const prefix = /^[a-z][a-z0-9]*/.exec(fold(name))?.[0];
    if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([prefix]) => prefix));
}

function exactAliases(name: string, shared: ReadonlySet<string>): string[] {
  const folded = squeezed(name);
  const prefix = [...shared].filter((candidate) => folded.startsWith(candidate)).sort((a, b) => b.length - a.length)[0];
  const rest = prefix === undefined ? '' : folded.slice(prefix.length);
  return rest.length >= 2 ? [folded, rest] : [folded];
}

/** Without the bracketed short name, that name itself, without place and term, and committees as people shorten them. */
function shortAliases(name: string): string[] {
  const folded = squeezed(name);
  const bracketed = /^(.+)\(([^()]{2,12})\)$/.exec(folded);
  const plain = bracketed?.[1] ?? folded;
  const local = plain.replace(PLACE_OR_TERM, '');
  return [...(bracketed === null ? [] : [plain, bracketed[2] ?? '']), ...(local.length < 4 || EVERYWHERE.test(local) ? [] : [local, ...committeeForms(local)])];
}

/** 城市规划委员会 → 规委会, 业主委员会 → 业委会, 发展和改革委员会 → 发改委. */
function committeeForms(local: string): string[] {
  const core = [...(/([\u3400-\u9fff]{2,10})委员会$/u.exec(local)?.[1] ?? '')];
  const single = core.map((character) => `${character}委会`);
  const pairs = core.length < 4 ? [] : core.flatMap((first, index) => core.slice(index + 1).map((second) => `${first}${second}委`));
  return [...single, ...pairs].filter((alias) => !TOO_COMMON.test(alias));
}
