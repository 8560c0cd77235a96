import type { Article } from '../../domain/corpus.js';
import { findDates } from '../../language/dates.js';
import { fold } from '../../language/fold.js';
import { bigramShare } from '../../language/likeness.js';
import { periodsIn } from '../../language/periods.js';
import { yearAbove, type WeighedWord } from '../evidence.js';
import type { Intent } from '../intent.js';

/** Least share of a compound's bigrams in the clause: 城镇登记失业率 is not 城镇调查失业率. */
const MIN_COMPOUND = 0.65;
/** A sentence that a line break or a passage border cuts. */
export const OPEN_END = /[;；,，、:：]$/;
/** Of it this much is kept, in UTF-16 units. */
export const MAX_OPEN = 400;

/** What may stand between an indicator and its figure without making it another indicator. */
const BETWEEN = /涨幅|增幅|增长|下降|提高|上升|降低|增加|减少|预期|目标|完成|实现|达到?|突破|超过|控制在|稳定在|保持在|同比|比上年|实际|年均|全年|累计|总[数量额]|幅度?|[为是约在到近逾的了:：,，“”\s]|[一二三四]季度|前三季度|[上下]半年/g;

/** What is measured: a Latin name of it (GDP) is one where records have other wordings. */
function indicatorsOf({ words }: Intent): Intent['words'] {
  return words.filter(({ importance, isName, synonyms }) => importance >= 0.8 && (!isName || synonyms.length > 0));
}

/** Characters that make something else of the indicator before its figure (地区生产总值能耗下降…); 0 where the clause does not name it. */
export function distanceFrom(intent: Intent, own: string, figureStart: number): number {
  const named = indicatorsOf(intent).flatMap(({ text, synonyms }) => [text, ...synonyms]);
  const ends = named.flatMap((wording) => {
    const at = own.lastIndexOf(wording, figureStart);
    return at < 0 || at + wording.length > figureStart ? [] : [at + wording.length];
  });
  return ends.length === 0 ? 0 : own.slice(Math.max(...ends), figureStart).replace(BETWEEN, '').length;
}

/** Whether a clause speaks of the part of the year that is asked for; of the whole year where none is. `above` is what stands over it. */
export function periodHeld(question: string, own: string, lead: string, above: string): boolean {
  const asked = periodsIn(question);
  const told = [own, lead, ...(asked.length > 0 ? [above] : [])].map(periodsIn).find((periods) => periods.length > 0) ?? [];
  if (asked.length > 0) return asked.every((period) => told.includes(period));
  return told.length === 0 || /季度|半年|月/.test(question) || !/年|增长|增速|总值|收入|产量|产值/.test(question);
}

/** Whether a clause speaks of one of the years: by the last year named in its sentence, else by the last one above it, else by the article's own. */
export function yearHeld(years: readonly number[], article: Article, sentence: string, offset: number, isAboutMeeting: boolean): boolean {
  const own = article.date === null ? null : Number(article.date.slice(0, 4));
  const titleYear = findDates(article.title)[0]?.year ?? null;
  const inSentence = findDates(sentence).flatMap(({ year }) => (year === null ? [] : [year]));
  // Values told in the order of their years: 三年分别为….
  if (sentence.includes('分别') && years.some((year) => inSentence.includes(year))) return true;
  const governing = inSentence.at(-1) ?? yearAbove(article, offset) ?? titleYear ?? own;
  return governing === null || years.includes(governing) || (isAboutMeeting && titleYear === null && own !== null && years.includes(own));
}

/** The unfinished sentence that stands before an offset of an article, folded; empty where the one before it has ended. */
export function openBefore(text: string, offset: number): string {
  const above = text.slice(Math.max(0, offset - MAX_OPEN), offset).trimEnd();
  return OPEN_END.test(above) ? fold(above.slice(Math.max(above.lastIndexOf('。'), above.lastIndexOf('！')) + 1)) : '';
}

/** Whether the indicator is only what something is measured by: 研发经费占地区生产总值的比重. */
export function isDenominator(intent: Intent, clause: string): boolean {
  if (/占|比重|比例|强度|每|人均/.test(intent.folded)) return false;
  const named = indicatorsOf(intent).flatMap(({ text, synonyms }) => [text, ...synonyms]);
  return named.some((wording) => new RegExp(`(?:占|与|每(?:万元)?)(?:全[省市县国])?(?:地区)?${wording.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:的)?(?:比重|比例|比|能耗|份额)`).test(clause));
}

/** Every compound of the question, or a wording that records use for it, stands in the clause or in what leads to it. */
export function compoundHeld(intent: Intent, words: readonly WeighedWord[], header: string, own: string, lead: string): boolean {
  return intent.compounds.every((compound) => {
    const rest = withoutHeaderName(compound, header);
    const synonyms = words.filter(({ text, synonyms: others }) => others.length > 0 && compound.includes(text));
    if (synonyms.some((word) => word.synonyms.some((synonym) => own.includes(compound.replace(word.text, synonym)) || (own.includes(synonym) && word.text.length >= compound.length - 2)))) return true;
    if (rest.length < 5) return true;
    return Math.max(bigramShare(rest, own), bigramShare(rest, lead + own)) >= MIN_COMPOUND;
  });
}

/** A compound without the name at its start that the header bears: a city no dictionary knows joins what follows it. */
function withoutHeaderName(compound: string, header: string): string {
  for (let length = compound.length - 3; length >= 2; length--) if (header.includes(compound.slice(0, length))) return compound.slice(length);
  return compound;
}
