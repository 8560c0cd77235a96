import { tagWords } from './tokens.js';

/** A place with its level as far as it is said: 栖川 and 栖川市. */
export interface PlaceMention {
  /** Without 省, 市 and the like. */
  name: string;
  /** As it stands in the text, level included. */
  full: string;
}

/** Words that the dictionary takes for places although they name none. */
const NO_PLACE = /^(?:东西|南北|上下|左右|城镇|城市|省市|县市|外省|外市|外县|外地|农村|中国|全国|城乡|乡镇|国家|本市|全市|我市|市区|城区|县区|山区|开发区)$/;
const LEVEL = /^(?:壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|省|市|县|区|州|盟|旗)/;

export function isNoPlace(word: string): boolean {
  return NO_PLACE.test(word);
}

/** Places named in a folded text: those of the dictionary, and names it does not know that stand before a level (某某市政协). */
export function findPlaces(folded: string): PlaceMention[] {
  const words = tagWords(folded);
  const found = words.flatMap(({ word, tag }, index): PlaceMention[] => {
    if (NO_PLACE.test(word)) return [];
    if (tag === 'nt') {
      const [full, name = ''] = /^([\u3400-\u9fff]{2,7}?)(?:省|市|县|区|州|盟|自治区)/.exec(word) ?? [];
      return full === undefined ? [] : [{ name, full }];
    }
    const next = LEVEL.exec(words[index + 1]?.word ?? '')?.[0];
    if (tag === 'ns') {
      const name = word.replace(/(?<=.{2})(?:壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|省|市|县|区)$/, '');
      return [{ name, full: name === word && next !== undefined ? word + next : word }];
    }
    if (tag !== 'x' || next === undefined) return [];
    const name = word.replace(/^[底年月日初末]/, '');
    return /^[\u3400-\u9fff]{2,3}$/.test(name) ? [{ name, full: name + next }] : [];
  });
  return found.filter(({ name }, index) => name.length >= 2 && found.findIndex((other) => other.name === name) === index);
}

/** Names before a level in titles and names of bodies, as often as they stand there; `texts` are folded. */
const BEFORE_LEVEL = /(?:^|[^\u3400-\u9fff]|届|于|在|中共|年)((?![年届于在])[\u3400-\u9fff]{2,3}?)(?=省|市|县|区(?!域)|州市)/g;

/** Bare names of the places that titles and bodies bear. Each candidate is looked up in the dictionary once. */
export function placesOfTitles(texts: Iterable<string>): Set<string> {
  const candidates = new Set<string>();
  for (const text of texts) for (const match of text.matchAll(BEFORE_LEVEL)) candidates.add(match[1] ?? '');
  return new Set([...candidates].filter(isCoined));
}

/** A word that the dictionary has for a place, or does not have at all (会展市, 高新区 are no places by this). */
function isCoined(name: string): boolean {
  const [word, ...rest] = tagWords(name);
  return name.length >= 2 && !NO_PLACE.test(name) && word !== undefined && (rest.length === 0 ? /^(?:ns|x|nr|nz)$/.test(word.tag) : [word, ...rest].every(({ word: part }) => part.length === 1));
}
