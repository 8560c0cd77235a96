import { parseNumeral } from '../../language/chinese-numerals.js';
import type { FieldKind } from '../../language/minutes-labels.js';
import { readOutline, type Topic } from '../../language/outline.js';
import { fold } from '../../language/fold.js';
import { bigramShare, dice, squeeze } from '../../language/likeness.js';
import type { CorpusReader } from '../../ports/generation.js';
import { coverage, gapsOfPassage, presence, type WeighedWord } from '../evidence.js';
import type { AnswerType, Intent } from '../intent.js';
import type { Ranked } from '../rank.js';
import type { Scope } from '../scope.js';
import { draftOf, refusal, type Cut, type Draft } from './draft.js';

/** Articles whose structure is read for one question; each costs about 0.3 ms. */
const MAX_ARTICLES = 10;
/** Likeness (Dice over bigrams) from which a heading is taken for the quoted topic. */
const SAME_TOPIC = 0.8;
/** Share of the asked words a heading must hold when the question quotes nothing. */
const SPOKEN_TOPIC = 0.7;
/** Room for the items beside their number, in UTF-16 units. */
const MAX_COUNTED = 240;
const SURE_TOPIC = 0.85;
/** What a part of minutes is called in a reply. */
const FIELD_NAME: Record<FieldKind, string> = { presenter: '汇报人', conclusion: '结论', followup: '遗留问题', progress: '进展', plan: '计划', vote: '表决情况', reason: '理由' };
const FIELD_OF: Partial<Record<AnswerType, FieldKind>> = { conclusion: 'conclusion', followup: 'followup', presenter: 'presenter', who: 'presenter' };

/** Words of deciding and reporting: a question of nothing else asks for all that was decided. They tell no topic from another. */
const TOLD = /^(?:作出|做出|通过|形成|决定|达成|敲定|定下|定|拍板|结论|决议|意见|答复|回复|同意|批|批准|审批|评审|审议|讨论|研究|处理|遗留|留下|问题|事项|跟进|解决|收尾|汇报|介绍|讲|说|谈|聊|开会|最后|最终|议题|议程|表决|投票|票数|票|赞成|反对|赞成票|反对票|预算|金额|经费|钱|结果)$/;
/** A vote or a sum of money: minutes that do not speak of it do not tell it. */
const ASKS_FIGURE = /票|多少钱|预算|经费|拨款|花费|赞成|反对|弃权/;
/** Kinds of question that may be put to a topic without naming a part of its minutes: what came of it is meant. */
const OF_TOPIC: ReadonlySet<AnswerType> = new Set<AnswerType>(['open', 'yes_no', 'overview', 'list', 'how_many', 'share']);

interface Match {
  article: number;
  text: string;
  topic: Topic;
  likeness: number;
}

/** Answers from the structure of minutes: agenda, attendees, and the labelled parts of a topic. Null where the question or the records have no such structure. */
export function composeFromTopics(intent: Intent, words: readonly WeighedWord[], scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): Draft | null {
  const articles = articlesToRead(intent, scope, ranked, corpus);
  if (intent.quoted.length === 0 && (intent.type === 'agenda' || intent.type === 'attendees')) return composeRegister(intent, articles, corpus);
  const wanted = FIELD_OF[intent.type];
  if (intent.quoted.length === 0 && wanted === undefined && !OF_TOPIC.has(intent.type)) return null;
  if (intent.quoted.length === 0 && intent.type === 'who' && !/讲|说|汇报|报告|介绍|发言/.test(intent.folded)) return null;
  if (intent.quoted.length === 0 && wanted !== undefined && intent.type !== 'who' && words.every(({ text, importance }) => importance < 0.5 || TOLD.test(text))) return composeDecisions(intent, articles, corpus);
  const match = bestTopic(intent, words, articles, corpus);
  if (match === null) {
    const hasMinutes = articles.some((article) => readOutline(corpus.article(article).text).topics.length > 0);
    return intent.quoted.length > 0 && hasMinutes && intent.dates.length > 0 ? refusal('refused_not_in_passages', intent.quoted.join('、')) : null;
  }
  if (intent.quoted.length > 0) return composeField(intent, words, match);
  if (wanted !== undefined) return composeField(intent, words, match);
  // Nothing names a part of the minutes: only a topic that is named for certain is taken to be meant.
  if (match.likeness < SURE_TOPIC || !words.some(({ isName, text }) => isName && fold(match.topic.title).includes(text))) return null;
  if (intent.type === 'how_many' || intent.type === 'share') return ASKS_FIGURE.test(intent.folded) && !ASKS_FIGURE.test(match.text.slice(match.topic.titleEnd, match.topic.end)) ? refusal('refused_not_in_passages', ASKS_FIGURE.exec(intent.folded)?.[0] ?? '') : null;
  return composeField({ ...intent, type: 'conclusion' }, words, match);
}

/** Articles by rank; inside the scope where there is one, else those that meet the question's date and session. */
function articlesToRead(intent: Intent, scope: Scope, ranked: readonly Ranked[], corpus: CorpusReader): number[] {
  const articles = new Set<number>();
  for (const { passage } of ranked) {
    const article = corpus.articleOfRow(passage.row);
    const isAdmissible = scope.articles?.has(article) ?? (gapsOfPassage(intent, passage, corpus).length === 0 && (scope.body === null || scope.body.name === passage.header.body));
    if (isAdmissible) articles.add(article);
    if (articles.size >= MAX_ARTICLES) break;
  }
  return [...articles];
}

function composeRegister(intent: Intent, articles: readonly number[], corpus: CorpusReader): Draft | null {
  for (const article of articles.slice(0, 3)) {
    const outline = readOutline(corpus.article(article).text);
    if (intent.type === 'attendees' && outline.attendees !== null) return draftOf([{ article, ...outline.attendees }]);
    if (intent.type === 'agenda' && outline.agenda.length > 0) return composeAgenda(intent, outline.agenda.map(({ start, end }) => ({ article, start, end })));
  }
  return null;
}

/** The items of an agenda; the one that is asked for by its place, or their number where that is asked for, marked as counted. */
function composeAgenda(intent: Intent, items: Cut[]): Draft {
  const place = /第([一二三四五六七八九十\d]{1,3})(?:个|项|条|件)/.exec(intent.folded)?.[1];
  const item = place === undefined ? undefined : items[(parseNumeral(place) ?? 0) - 1];
  if (place !== undefined) return item === undefined ? refusal('refused_not_in_passages', `第${place}项`) : draftOf([item]);
  if (!/(?:多少|(?<!哪)几)(?:个|项|条|件)/.test(intent.folded) || intent.folded.includes('哪')) return draftOf(items);
  const count = String(items.length);
  const lead = intent.language === 'zh' ? `逐项计数得出：记录中列有${count}项。\n` : `Counted on record: ${count}.\n`;
  return { kind: 'cuts', cuts: withinLength(items, MAX_COUNTED), verdict: null, lead, computed: [count] };
}

/** The first items that fit; never part of one. */
function withinLength(items: readonly Cut[], max: number): Cut[] {
  let rest = max;
  return items.filter(({ start, end }, index) => {
    rest -= end - start + 1;
    return index === 0 || rest >= 0;
  });
}

/** What a meeting decided, topic by topic, when the question names the meeting and nothing else. */
function composeDecisions(intent: Intent, articles: readonly number[], corpus: CorpusReader): Draft | null {
  const wanted = FIELD_OF[intent.type];
  for (const article of articles.slice(0, 2)) {
    const fields = readOutline(corpus.article(article).text).topics.flatMap((topic) => topic.fields.filter((field) => field.kind === wanted && field.end > field.start));
    if (fields.length > 0) return draftOf(fields.slice(0, 8).map(({ start, end }) => ({ article, start, end })));
  }
  return null;
}

function bestTopic(intent: Intent, words: readonly WeighedWord[], articles: readonly number[], corpus: CorpusReader): Match | null {
  const quotes = intent.quoted.map(squeeze);
  const topics = articles.flatMap((article) => {
    const { text } = corpus.article(article);
    return readOutline(text).topics.map((topic) => ({ article, text, topic, folded: fold(topic.title) }));
  });
  // A verb or a manner of speaking that no heading knows tells no topic from another; a name or a noun that none knows says that it is not there.
  const telling = words.filter((word) => !TOLD.test(word.text) && (word.isName || word.importance >= 0.8 || topics.some(({ folded }) => presence(word, folded) > 0.5)));
  if (quotes.length === 0 && telling.length === 0) return null;
  const asked = squeeze(intent.folded);
  let best: (Match & { closeness: number }) | null = null;
  for (const { article, text, topic, folded } of topics) {
    const title = squeeze(topic.title);
    const likeness = quotes.length > 0 ? Math.max(...quotes.map((quote) => dice(quote, title))) : coverage(telling, [{ folded, factor: 1 }]);
    // Of two headings that hold all that was said, the one that says less besides is meant.
    const closeness = likeness + (quotes.length > 0 ? 0 : 0.1 * bigramShare(title, asked));
    if (closeness > (best?.closeness ?? 0)) best = { article, text, topic, likeness, closeness };
  }
  return best !== null && best.likeness >= (quotes.length > 0 ? SAME_TOPIC : SPOKEN_TOPIC) ? best : null;
}

function composeField(intent: Intent, words: readonly WeighedWord[], match: Match): Draft | null {
  const { article, topic, text } = match;
  const wanted = FIELD_OF[intent.type];
  if (wanted === undefined) {
    const held = coverage(words, [{ folded: fold(text.slice(topic.start, topic.end)), factor: 1 }]);
    return held < 0.6 ? refusal('refused_not_in_passages', missingWords(words, text.slice(topic.start, topic.end))) : null;
  }
  const fields = topic.fields.filter((field) => field.kind === wanted && field.end > field.start);
  if (fields.length > 0) return draftOf(fields.slice(0, 3).map(({ start, end }) => ({ article, start, end })));
  const rest = wanted === 'conclusion' ? unlabelledRest(text, topic) : null;
  if (rest !== null) return draftOf([{ article, ...rest }]);
  return refusal('refused_not_in_passages', FIELD_NAME[wanted]);
}

/** What stands under a topic's heading outside its labelled parts; minutes without labels put the outcome there. */
function unlabelledRest(text: string, topic: Topic): Omit<Cut, 'article'> | null {
  const first = topic.fields[0]?.labelStart ?? topic.end;
  const from = topic.titleEnd;
  const start = from + (text.slice(from, first).length - text.slice(from, first).trimStart().length);
  const end = from + text.slice(from, first).trimEnd().length;
  return end > start ? { start, end } : null;
}

function missingWords(words: readonly WeighedWord[], text: string): string {
  const folded = fold(text);
  return words.filter((word) => !folded.includes(word.text)).map((word) => word.text).slice(0, 3).join('、');
}
