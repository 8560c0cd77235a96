import { fold } from '../../../language/fold.js';
import { bigramShare, squeeze } from '../../../language/likeness.js';
import { organOf } from '../../../language/meetings.js';
import type { Span } from '../../../language/sentences.js';
import { tagWords } from '../../../language/tokens.js';
import { headerLine, presence } from '../../evidence.js';
import type { Spot } from './claim-spots.js';
import { sameMatter } from './polarity.js';
import type { Claim } from './read-claim.js';

/** Least share of the matter's words in the clause and around it. */
const MIN_HELD = 0.6;

/** Whether a clause is about the claim's matter at all: its names are there, its meeting and date too. */
export function speaks(spot: Spot): boolean {
  return spot.gaps === 0 && spot.missing.length === 0 && spot.held >= MIN_HELD;
}

/** One of so many characters of a claim may be missing: short verbs and adjectives (选了新主席) are no words of the matter, and still count. */
const CHARACTERS_A_MISS = 7;
const FUNCTION = /[的了着过是有在于从到由对为把被将要就都也还又很会能和与及或并而这那此该个其中里上下内所以之曾已经不没未吗呢吧\s\p{P}\p{S}]/u;

/** Whether nearly every character of a claim, outside names of meetings, dates and values, is said: words anywhere in `text`, single characters in `near`. */
function saysCharacters(claim: Claim, text: string, near: string): boolean {
  const given = [...claim.intent.meetings, ...claim.intent.dates, ...claim.assertions].map(({ start, end }) => ({ start: start - claim.start, end: end - claim.start }));
  const said = claim.topic.filter((word) => presence(word, text) >= 0.9 || sameMatter(word.text)?.test(text) === true).flatMap(({ text: word }) => placesOf(word, claim.text));
  const isIn = (spans: readonly Span[], at: number): boolean => spans.some(({ start, end }) => start <= at && at < end);
  let counted = 0;
  let held = 0;
  for (let at = 0; at < claim.text.length; at++) {
    const character = claim.text[at] ?? '';
    if (FUNCTION.test(character) || isIn(given, at)) continue;
    counted++;
    if (isIn(said, at) || near.includes(character)) held++;
  }
  return counted - held <= Math.floor(counted / CHARACTERS_A_MISS);
}

function placesOf(word: string, text: string): Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) places.push({ start: at, end: at + word.length });
  return places;
}

/** Share of the matter from which on a sentence may leave the rest to the one before it. */
const MIN_OWN = 0.4;

/** Whether a spot and its surroundings say every word of the matter; among many words one verb may be another one. */
export function saysAll(claim: Claim, spot: Spot): boolean {
  const { passage } = spot.ranked;
  const around = `${spot.whole} ${headerLine(passage.header)} ${fold(passage.heading)} ${spot.inSentence >= MIN_OWN ? spot.said : ''}`;
  const above = fold(passage.text.slice(0, spot.clause.end));
  const words = claim.topic.filter(({ text, importance }) => text.length >= 2 && importance > 0.15);
  const absent = words.filter((word) => presence(word, word.isName ? around + above : around) < 0.5 && sameMatter(word.text)?.test(spot.whole) !== true);
  const isLenient = words.length >= 4 && absent.length === 1 && absent.every(({ isName, importance }) => !isName && importance < 0.9);
  return (absent.length === 0 || isLenient) && claim.pieces.every((piece) => spot.whole.includes(piece)) && saysCharacters(claim, around + above, spot.whole + headerLine(passage.header) + fold(passage.heading));
}

/** Manners of speaking that deny and add nothing. */
const MANNER = /^(?:一共|总共|共计|合计|总计|共有|总数|已经|早已|终于|居然|竟然|确实|其实|大约|大概|左右|将近|接近|差不多|至少|至多|最多|最少|超过|不足|不到|以上|以下|以内|突破|达到|达|只有|仅有|仅仅|全都|都是|今年|去年|当年|本次|这次|此次|本届|这届|目前|现在|会上|会议|大会|大会上|会议上|期间|上午|下午|晚上|当天|这个|那个|说法|数字|里面|其中|情况|方面|有关|关于|问题|数量|件数|人数|进行|开展|开了|作出|做出|就是|属于|涉及|实际|拿出|用了|花了|给了|提了|开幕|闭幕|开始|结束|召开|举行|会期|需要|准备|打算|计划|预计|今后|结果|消息|工作|活动|朔州市|我市|全市|本市|市里)$/;
/** Importance up to which a word only says of what kind a value is. */
const GENERIC = 0.15;
/** Share of a title's character pairs from which on it is the same title. */
const SAME_TITLE = 0.85;
/** Content words, per which one verb of the claim may be another one in the record. */
const WORDS_A_MISS = 4;

/**
 * Whether the record around a spot says all the words a statement says: nouns, names and titles all of them, of verbs one may differ among many.
 * A value alone bears nothing out: 某镇有三座桥 is not borne out by another town's three.
 */
export function isBorneOut(claim: Claim, spot: Spot): boolean {
  const { passage } = spot.ranked;
  const around = `${spot.whole} ${headerLine(passage.header)} ${fold(passage.heading)} ${spot.said} ${spot.named}`;
  const above = `${around} ${fold(passage.text.slice(0, spot.clause.end))}`;
  if (!claim.titles.every((title) => holdsTitle(title, around))) return false;
  const words = statedWords(claim);
  let loose = 0;
  for (const { word, tag } of words) if (!isSaid(word, tag, claim, spot, around, above)) {
    if (!/^[vazb]/.test(tag)) return false;
    loose++;
  }
  return loose <= (words.length >= WORDS_A_MISS ? 1 : 0);
}

/** A title is said when it stands there, be it with another reading of a character, and none of its words is another one. */
function holdsTitle(title: string, text: string): boolean {
  const there = squeeze(text);
  const isNear = bigramShare(squeeze(title), there) >= SAME_TITLE && tagWords(title).every(({ word }) => word.length < 2 || there.includes(squeeze(word)));
  return isNear || there.includes(squeeze(title));
}

/** Whether the sentence has another word in the same place: 走访了甲县部分村 beside 走访了乙县部分村. */
function isReplaced(word: string, claimed: string, recorded: string): boolean {
  const at = claimed.indexOf(word);
  const [left, right] = [claimed.slice(Math.max(0, at - 2), at), claimed.slice(at + word.length, at + word.length + 2)];
  if (recorded.includes(word) || !/^[\u4e00-\u9fff]{2}$/.test(left) || !/^[\u4e00-\u9fff]{2}$/.test(right)) return false;
  return new RegExp(`${left}[\\u4e00-\\u9fff]{2,4}?${right}`).test(recorded);
}

function isSaid(word: string, tag: string, claim: Claim, spot: Spot, around: string, above: string): boolean {
  if (tag.startsWith('n') && isReplaced(word, claim.text, spot.whole)) return false;
  const known = claim.topic.find(({ text }) => text === word);
  const asked = known ?? { text: word, importance: 1, synonyms: [], isName: false, weight: 1, isUnknown: false };
  if (presence(asked, /^n[rtz]/.test(tag) ? above : around) >= 0.5 || sameMatter(word)?.test(spot.whole) === true) return true;
  // Whether the place fits was asked of the whole page: local papers write 我市.
  if (claim.intent.places.some((place) => word.startsWith(place))) return spot.gaps === 0;
  // A stretch that no dictionary knows (稳在) is said where its characters are.
  if (tag === 'x' && [...word].every((character) => spot.whole.includes(character))) return true;
  const organ = organOf(word);
  if (organ !== null && /^[市省县区全]?(?:政协|人大|市委|省委)$/.test(word)) return organOf(around) === organ;
  return (
    claim.topic.some(({ text, synonyms }) => text.includes(word) && synonyms.some((synonym) => around.includes(synonym))) ||
    (spot.isCompoundHeld && claim.intent.compounds.some((compound) => compound.includes(word)))
  );
}

/** Words of two characters and more that a statement says besides meetings, dates, values and names of what it is about. */
function statedWords(claim: Claim): { word: string; tag: string }[] {
  const given = [...claim.intent.meetings, ...claim.intent.dates, ...claim.assertions].map(({ start, end }) => ({ start: start - claim.start, end: end - claim.start }));
  const plain = [...claim.text].map((character, at) => (given.some(({ start, end }) => start <= at && at < end) ? ' ' : character)).join('');
  const isGeneric = (word: string): boolean => claim.topic.some(({ text, importance }) => text === word && importance <= GENERIC);
  return tagWords(plain).filter(({ word, tag }) => word.length >= 2 && /\p{L}/u.test(word) && !MANNER.test(word) && !isGeneric(word) && !/^[mrpcuqt]/.test(tag));
}

/** The clause as printed. */
export function printedClause(spot: Spot): string {
  return spot.ranked.passage.text.slice(spot.clause.start, spot.clause.end);
}
