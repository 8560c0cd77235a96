import { findFigures, type Figure } from '../../../language/figures.js';
import { fold } from '../../../language/fold.js';
import { splitClauses, splitSentences, type Span } from '../../../language/sentences.js';
import type { CorpusReader } from '../../../ports/generation.js';
import { corpusMap } from '../../corpus-map.js';
import { coverage, gapsOfPassage, headerLine, presence, type WeighedWord } from '../../evidence.js';
import { draftOf, type Draft } from '../draft.js';
import type { SideEvidence } from './side-value.js';

const MAX_PASSAGES = 10;
/** A word counts as said of the part or the whole from here. */
const SAID = 0.75;
/** Words that ask for the share. */
const MANNER = /^(?:多少|比例|比重|占|占比|百分比|份额|全部|所有|总数|有)$/;
/** A rate that has a name of its own: 优良天数比例为88.5%, 入园率达到93%. */
const RATE = /(?:比例|比重|占比|[\u4e00-\u9fff]率)(?:平均|已经?|约|大约)*(?:为|是|达到?|约|超过?|突破|近)*$/;
/** Half of the last printed digit, and a little. */
const ROUNDING = 0.51;

/** What must be said beside a share for it to be the one that is asked for. */
interface Asked {
  ofPart: readonly WeighedWord[];
  ofWhole: readonly WeighedWord[];
  /** Places that the part's own words must name. */
  unsaid: readonly string[];
  /** What the places of the record are (市, 县); 全省 is not what a county reaches. Empty where none is asked for. */
  levels: readonly string[];
}

/** What leads to a percentage: its own sentence, and the text above that. */
interface Told {
  sentence: string;
  above: string;
}

/** The share of a part in a whole where the record states it itself, as a quote; null where it does not. The sides are the part's evidence and the whole's. */
export function composeStatedShare([part, whole]: readonly SideEvidence[], corpus: CorpusReader): Draft | null {
  if (part === undefined || whole === undefined) return null;
  const tellsPart = apart(part, whole).filter(({ importance }) => importance >= 0.5);
  const ofWhole = apart(whole, part);
  const strong = ofWhole.filter(({ importance }) => importance >= 0.5);
  // 收到的 alone tells the whole where nothing heavier does.
  const asked = strong.length > 0 ? strong : ofWhole;
  if (tellsPart.length === 0) return null;
  const { places } = corpusMap(corpus);
  for (const { passage } of part.ranked.slice(0, MAX_PASSAGES)) {
    const article = corpus.articleOfRow(passage.row);
    if (part.scope.articles === null ? gapsOfPassage(part.intent, passage, corpus).length > 0 : !part.scope.articles.has(article)) continue;
    // The place whose paper it is, and the kind of thing that is counted, need not be said again by the sentence.
    const header = headerLine(passage.header);
    const isAbove = ({ text, importance }: WeighedWord): boolean => (places.has(text) || importance < 1) && header.includes(text);
    const ofPart = tellsPart.filter((word) => !isAbove(word));
    const unsaid = part.intent.places.filter((place) => !header.includes(place));
    if (ofPart.length === 0) continue;
    const levels = [...part.intent.places, ...tellsPart.map(({ text }) => text).filter((text) => places.has(text))].flatMap((place) => new RegExp(`${place.replace(/[省市县区]$/, '')}([省市县区])`).exec(header)?.[1] ?? []);
    for (const sentence of splitSentences(passage.text)) {
      const span = statedIn(passage.text, sentence, { ofPart, ofWhole: asked, unsaid, levels });
      if (span !== null) return draftOf([{ article, start: passage.start + span.start, end: passage.start + span.end }]);
    }
  }
  return null;
}

/** Words that one side says and the other does not. */
function apart(side: SideEvidence, other: SideEvidence): WeighedWord[] {
  return side.words.filter(({ text }) => !MANNER.test(text) && !other.words.some((word) => word.text === text));
}

function statedIn(text: string, sentence: Span, asked: Asked): Span | null {
  const printed = text.slice(sentence.start, sentence.end);
  let from = 0;
  for (const figure of findFigures(printed)) {
    if (figure.unit !== '%') continue;
    const segment = printed.slice(from, figure.start);
    // What is divided stands before the colon: 立案分为三类：水利类60件，占50% is no share of what was filed.
    const opened = Math.max(...['：', ':', '；', ';'].map((mark) => segment.lastIndexOf(mark))) + 1;
    if (isAsked(segment.slice(opened), figure, { sentence: printed.slice(0, from + opened), above: text.slice(0, sentence.start) }, asked)) {
      const lead = /^[，,；;、\s]+/.exec(segment)?.[0].length ?? 0;
      return { start: sentence.start + from + lead, end: sentence.start + figure.end };
    }
    from = figure.end;
  }
  return null;
}

/** Whether the words before a percentage tell the part, and they or what stands above them the whole. */
function isAsked(segment: string, share: Figure, told: Told, { ofPart, ofWhole, unsaid, levels }: Asked): boolean {
  const folded = fold(segment);
  const at = folded.lastIndexOf('占');
  const reach = /全([国省市县区])/.exec(folded)?.[1];
  if (!unsaid.every((place) => folded.includes(place)) || (reach !== undefined && levels.length > 0 && !levels.includes(reach))) return false;
  if (at < 0 || folded[at + 1] === '比') {
    const clause = folded.slice(Math.max(...[',', ';', '、'].map((mark) => folded.lastIndexOf(mark))) + 1);
    return ofWhole.length === 0 && RATE.test(clause) && ofPart.every((word) => presence(word, clause) >= SAID);
  }
  const subject = folded.slice(0, at);
  if (!ofPart.every((word) => presence(word, subject) >= SAID)) return false;
  const of = folded.slice(at + 1).replace(/[的约了达到]/g, '');
  // A whole of another name is another share.
  if (of !== '') return coverage(ofWhole, [{ folded: of, factor: 1 }]) >= SAID;
  const before = fold(told.sentence) + subject;
  return ofWhole.every((word) => presence(word, before) >= SAID) || isBornOut(segment, share, told.above + told.sentence, ofWhole);
}

/** 占 without a whole, of a count that stands further up: the share printed must be the one that both figures make. */
function isBornOut(segment: string, share: Figure, above: string, ofWhole: readonly WeighedWord[]): boolean {
  const part = findFigures(segment).at(-1);
  if (part === undefined || part.unit === '%') return false;
  const rounding = ROUNDING / 10 ** (String(share.value).split('.')[1]?.length ?? 0);
  return splitClauses(above, { start: 0, end: above.length }).some(({ start, end }) => {
    const clause = above.slice(start, end);
    if (!ofWhole.every((word) => presence(word, fold(clause)) >= SAID)) return false;
    return findFigures(clause).some((whole) => whole.unit === part.unit && Math.abs((100 * part.value) / whole.value - share.value) <= rounding);
  });
}
