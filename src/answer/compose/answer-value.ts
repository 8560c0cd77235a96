import { fold } from '../../language/fold.js';
import { parseNumeral } from '../../language/chinese-numerals.js';
import { findDates } from '../../language/dates.js';
import { findFigures } from '../../language/figures.js';
import { splitClauses, splitSentences, type Span } from '../../language/sentences.js';
import { findPeople } from '../../language/people.js';
import { OFFICE, TITLE } from '../../language/people-words.js';
import type { Intent } from '../intent.js';
import { isOtherCount } from './counted.js';
import { matchSpans } from './match-spans.js';
import { placesNamed } from './place-value.js';

/** What a measure is asked of, and the units that can say it. */
const MEASURES: readonly (readonly [RegExp, RegExp])[] = [
  [/面积|占地|(?:范围|地盘|规模)有?多大/, /^(?:平方|公顷|万?亩|英亩|km2)/],
  [/身高|海拔|高度|长度|宽度|厚度|深度|直径|里程|距离|体长|全长|(?<![率例重度额幅比](?:有|是|为|能|达到?)?)多[高宽深远]|(?<!(?:[工任期假学租效限]期|期限|时间|时长|寿命)(?:是|为|有|要|定)?)多长(?!时间|久)/, /^(?:公里|千米|米|厘米|毫米|英里|英尺|km|cm|mm|里|层|公尺|尺)$/],
  [/多大(?:年纪|岁数|年龄|了[?。]?$)|年纪|年龄|几岁|多少岁/, /^(?:周?岁)$/],
  [/体重|重量|多重/, /^(?:公斤|千克|吨|克|毫克|斤|磅|kg)$/],
];
/** Units that count the same things. */
const SAME_UNIT: readonly (readonly string[])[] = [['人', '名', '位', '人次'], ['元', '美元'], ['件', '项', '条'], ['次', '回', '场次', '期', '场', '度'], ['家', '个'], ['篇', '份', '期'], ['年', '周年', '岁'], ['公顷', '亩', '万亩', '平方公里'], ['吨', '斤', '公斤']];
/** Bodies, foreign and Latin names: whoever did something need not hold an office. */
const NAMED = /(?:提交|交(?:给|由|付|各)?|报送|转送|送交|移交|交由|发证机关[:：])[\u4e00-\u9fff]{2,16}|(?:由|被|是)[\u4e00-\u9fffA-Za-z·]{2,16}?(?:局|公司|部|会|院|馆|队|组|社|团|厅|处|台|大学|政府|集团)?(?=[，。、（(所创设主制撰发提编导完组建])|[\u4e00-\u9fff]+·[\u4e00-\u9fff]+|[A-Z][a-z]+ [A-Z][a-z]+|[\u4e00-\u9fff]{2,12}(?:总局|分局|委员会|办公室|公司|协会|学会|研究院|大学|政府)/;
/** Times that are no dates: 大会闭幕后, 年底前, 每年. */
const LOOSE_TIME = /公元前?\s?\d{1,4}年|(?<!\d)\d{3}年|[\u4e00-\u9fff]{2}(?:元|[一二三四五六七八九十]{1,3}|\d{1,2})年|(?<![\d个])(?:1[0-2]|\d)月(?!票|饼|刊)|[春夏秋冬](?:季|天)|[早中晚]期|世纪|自?[一二三四五六七八九十]{1,2}岁|(?:闭幕|结束|会议|通过|印发|收到|审议|批准)[\u4e00-\u9fff]{0,2}后|(?:年|月|季度)[底初末中]|[上中下]旬|每[年月周季]|近日|随后|届时|世纪|年代|时期/;
/** Years that lie outside the calendar of the records, or are counted by reigns. */
const ERA_YEAR = /公元前?\s?\d{1,4}年|(?<!\d)\d{3}年|[\u4e00-\u9fff]{2}(?:元|[一二三四五六七八九十]{1,3}|\d{1,2})年(?=[（(，,、。\s])/;
/** What was decided, not what it was about. */
const OUTCOME = /批准|同意|通过(?!.{0,6}(?:方式|渠道|平台))|决定(?!性)|议定|商定|原则上|不予|暂不|暂缓|缓议|再议|否决|采纳|要求|推迟|作废|终止|驳回|明确|确定|达成/;
const REASON = /因为|由于|为了|为进一步|旨在|原因|以便|从而|因此|所以|鉴于|由于|之所以|更名|更址/;

/** Spans of the sentence that could be the value asked for; null where the type has no recognisable value. `title` is that of the article it stands in. */
export function valuesIn(intent: Intent, sentence: string, title = ''): Span[] | null {
  switch (intent.type) {
    case 'how_many':
      if (intent.folded.includes('第几')) return matchSpans(/第[一二三四五六七八九十百\d]+/, sentence);
      return findFigures(sentence).filter((figure) => !isOneOfThem(sentence, figure) && isAskedUnit(intent, figure.unit) && !isOtherCount(intent, sentence, figure));
    case 'share':
      return findFigures(sentence).filter((figure) => figure.unit === '%' || figure.unit === '百分点' || figure.unit === '成');
    case 'when':
      return datesFor(intent, sentence);
    case 'who':
    case 'presenter':
      return whoIn(intent, sentence);
    case 'office':
      return officesOf(intent, sentence, title);
    case 'reason':
      return matchSpans(REASON, sentence);
    case 'list':
      return listIn(intent, sentence);
    case 'conclusion':
      return matchSpans(OUTCOME, sentence);
    case 'where':
      return placesNamed(intent, sentence);
    default:
      return null;
  }
}

/** 作为一名代表 counts nobody. */
function isOneOfThem(sentence: string, { start, end }: Span): boolean {
  return /^一[名位个]$/.test(sentence.slice(start, end)) && /(?:作为|身为|当|是)$/.test(sentence.slice(0, start));
}

/** The whole sentence where it counts things up: as many items as the question says, else three and more. */
function listIn(intent: Intent, sentence: string): Span[] {
  if (/数字|数据|指标/.test(intent.askedNoun ?? '')) return findFigures(sentence).length >= 2 ? [{ start: 0, end: sentence.length }] : [];
  if (intent.folded.includes('目标') && intent.words.every(({ importance }) => importance < 0.5)) {
    // A list of targets names many figures; a sentence about the targets names none or one.
    const figures = findFigures(sentence).length;
    if (/目标|预期/.test(sentence)) return figures >= 3 ? [{ start: 0, end: sentence.length }] : [];
    if (figures === 0) return [];
  }
  const asked = /哪([一二两三四五六七八九十\d]{1,2})(?:个|件|项|份|种|类|方面|点|条|家|位|座|大|步|句|人)/.exec(intent.folded)?.[1];
  const wanted = asked === undefined ? 2 : Math.max(2, parseNumeral(asked) ?? 2);
  // A line that announces its items holds them, unless it says another number than the question.
  if (/[:：]$/.test(sentence)) return announced(sentence, asked === undefined ? null : wanted) ? [{ start: 0, end: sentence.length }] : [];
  if (/^(?:主要是|主要有|主要包括|具体包括|分别是|分别为)[:：]?/.test(sentence) && sentence.split(/[，；]/).length >= 2) return [{ start: 0, end: sentence.length }];
  const quotedIn = (text: string): number => (text.match(/”“|》《|”、“|》、《|”和“|》和《/g)?.length ?? 0) + 1;
  // Where the question counts (三件大事), the items stand in the clause that speaks of them.
  const clausesOf = sentence.split(/[，。；：]/);
  const spoken = asked === undefined ? clausesOf : clausesOf.filter((clause) => intent.words.some(({ text, importance }) => importance >= 0.5 && clause.includes(text)));
  const inClause = Math.max(0, ...spoken.map((clause) => (clause.match(/、/g)?.length ?? 0) + 1 + (/[^、]和[^、]/.test(clause) ? 1 : 0)));
  const clauses = sentence.split('；').length;
  if (/多少|几/.test(intent.folded) && findFigures(sentence).length >= 3) return [{ start: 0, end: sentence.length }];
  const holds = Math.max(...spoken.map(quotedIn), inClause, asked === undefined ? clauses : 0) >= wanted || /(?:[一二三四五六七八九]是|第[一二三][，,、])/.test(sentence);
  return holds ? [{ start: 0, end: sentence.length }] : [];
}

function announced(leadIn: string, wanted: number | null): boolean {
  const counted = /([二两三四五六七八九十\d]{1,2})(?:大|个|件|项|份|种|类|方面|点|条|家|位|座|步)/.exec(leadIn)?.[1];
  return wanted === null || counted === undefined || parseNumeral(counted) === wanted;
}

/** People; bodies too where the question does not say that a person is meant. */
function whoIn(intent: Intent, sentence: string): Span[] {
  const office = /(?<!副)(?:书记|市长|省长|县长|区长|局长|厅长|院长|检察长|总理)(?=是|叫|姓|换|现在|为|，|。|$|谁)/.exec(intent.folded)?.[0];
  const deputy = /副(?:书记|市长|省长|县长|区长|局长|厅长|院长|主席|主任|会长|秘书长)/.exec(intent.folded)?.[0];
  const asksReporter = intent.folded.includes('记者');
  const persons = findPeople(sentence).filter((person) => {
    // 副市长 does not answer who the 市长 is.
    if (office !== undefined && !new RegExp(`(?<!副)${office}`).test(person.office)) return false;
    if (deputy !== undefined && !person.office.includes(deputy)) return false;
    return !intent.folded.includes(fold(person.name)) && (asksReporter || !/(?:记者|通讯员)$/.test(person.office));
  });
  if (asksDissent(intent.folded)) return dissentersIn(sentence);
  if (persons.length > 0) return persons.map(({ whole }) => whole);
  if (ASKS_NAME.test(intent.folded) && !ASKS_PERSON.test(intent.folded)) return matchSpans(NAMES, sentence);
  if (ASKS_PERSON.test(intent.folded) || /[他她]|(?:说|谈|提|讲|表示|认为|建议)/.test(intent.folded)) return matchSpans(/由[^，。;；]{2,30}(?=主持|召集|担任|负责|汇报|分享|主讲)/, sentence);
  return matchSpans(NAMED, sentence);
}

/** Who was against is told beside the votes: 2票反对（甲、乙）, 反对：甲, 甲投了反对票. */
const DISSENT = /(?:谁|哪[一几]?[位个人些]).{0,8}(?:反对|弃权|不同意|不赞成|没(?:有)?(?:同意|赞成))|(?:反对|弃权|不同意|不赞成)(?:票|意见)?.{0,16}(?:谁|哪[一几]?[位个人些])/;
const DISSENTERS = /(?:(?:反对|弃权|不同意|不赞成)(?:票)?|(?:^|[，,、；;\s])[-−0]\d?\s?[一二两三四五六七八九十\d]{0,3}票)[^，,。；;（）()]{0,4}[（(：:]\s?[^\s，,）)]{2,20}|[^，,。；;：:（）()\s]{2,12}(?:投了?|表示|提出|持|明确)?(?:反对|弃权|不同意|不赞成)/;

/** Whether a folded question asks who was against or abstained. */
export function asksDissent(folded: string): boolean {
  return DISSENT.test(folded);
}

/** Where a sentence names who was against or abstained. */
export function dissentersIn(sentence: string): Span[] {
  return matchSpans(DISSENTERS, sentence);
}

/** A name is asked for, of whatever it be. */
const ASKS_NAME = /叫什么|叫啥|什么名字|名叫|称为什么|称作什么|称之为什么|别名|别称|又名|原名/;
const NAMES = /(?:又|亦|也|原|本|别|俗|旧|简|全|统|合)?(?:称|名|叫)[为作是]?[“「《]?[\u4e00-\u9fffA-Za-z]|命名为|《[^》]+》/;

/** Words by which a question says that it wants a person, not a body. */
const ASKS_PERSON = /(?:谁|哪位).{0,4}作(?![出用业])|局长|院长|会长|秘书长|厅长|县长|区长|代表(?!团|大会)|委员(?!会)|领导|记者|市长|书记|主席|主任|哪位|哪几位|监票|计票|候选人|主持|讲话|发言|带队|什么人/;
const ASKS_MONEY = /多少钱|捐(?:了|款|资|助|赠)*(?:多少|几)(?![件个批台套])|多少(?:经费|资金|投资|预算|费用)|(?:经费|资金|金额|费用|造价|预算|投资额|总投资)(?:是|有|为|共|总共|一共)?多少|花了多少|花费多少|拨款多少|批准的预算/;

/** Days a question is after: a span of days where it asks for one, else any date with more than its own year. */
function datesFor(intent: Intent, sentence: string): Span[] {
  const dates: Span[] = [...findDates(sentence), ...matchSpans(LOOSE_TIME, sentence)];
  if (intent.folded.includes('几点')) return clockTimes(sentence, /几点.{0,10}(?:到|至).{0,4}几点/.test(intent.folded));
  if (DEADLINE.test(intent.folded)) return dates.filter(({ start, end }) => BY_THEN.test(sentence.slice(end)) || UNTIL.test(sentence.slice(0, start)));
  if (/哪一?年/.test(intent.folded)) return [...findDates(sentence).filter(({ year }) => year !== null), ...matchSpans(ERA_YEAR, sentence)];
  if (!/哪几天|会期|几天|从哪.{0,4}到/.test(intent.folded)) return dates;
  return dates.filter(({ end }) => /^\s*[至到\-—~]/.test(sentence.slice(end)));
}

/** The last day is asked for. */
const DEADLINE = /最[迟晚]|截止|截至(?:什么|哪|几)|期限|(?:什么时候|何时|哪一?[天年月日]|几[月号日])(?:之前|以前|前)/;
const BY_THEN = /^(?:[底末初中]|[上中下]旬)?(?:之前|以前|前|为止|止|截止)|^\s?(?:[至到\-—~])/;
const UNTIL = /(?:截止|截至|最迟|最晚|不晚于|不迟于|期限|延长|延期|推迟|至|到|[—~])[^，,。；;]{0,8}$/;
const CLOCK = /(?:[上下]午|凌晨|晚上?|早上?|中午|次日)?(?:(?<!\d)(?:[01]?\d|2[0-4])(?:[:：][0-5]\d|[时点](?!候|间)(?:\d{1,2}分|半)?)|[一二三四五六七八九十]{1,2}点(?!建议|意见|要求|五|半?[\u3400-\u9fff]*?个百分点)(?:半|钟)?)/g;

/** Times of day; where from when to when is asked, those of which one runs up to another. */
function clockTimes(sentence: string, isSpan: boolean): Span[] {
  const times = [...sentence.matchAll(CLOCK)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return isSpan && times.length < 2 ? [] : times;
}

/** Offices beside the person asked for; any office where the question names nobody. */
function officesOf(intent: Intent, sentence: string, title: string): Span[] {
  // What an article says of the person it is about needs no name.
  const asked = intent.words.filter(({ isName, text }) => isName && /^[\u4e00-\u9fff]{2,3}$/.test(text) && !/[市省县区局会委]$/.test(text)).map(({ text }) => text);
  if (asked.length > 0 && asked.every((name) => title.includes(name))) return matchSpans(new RegExp(`(?:担任|升任|历任|调任|转任|兼任|就任|改任|任|受聘为|被聘为|当选为?|授)[\\u4e00-\\u9fff]{2,}|${TITLE}`), sentence);
  const names = asked.filter((name) => sentence.includes(name));
  if (names.length === 0) return asked.length > 0 ? [] : matchSpans(new RegExp(TITLE), sentence);
  const titled = findPeople(sentence).filter(({ name, office }) => office !== '' && names.includes(fold(name)));
  if (titled.length > 0) return titled.map(({ whole }) => whole);
  return names.flatMap((name) => matchSpans(new RegExp(`(?:${TITLE})\\s{0,2}${name}|${name}(?:同志)?(?:的(?:职务|身份|职位)|${OFFICE}|教授|任|担任|当选|是(?!否))`), sentence));
}

/** 立案的有多少 asks how many there are, not their share. */
const ASKS_COUNT = /^(?!.*(?:率|比|占|增|降|幅|速|百分)).*有多少[?。]?$/;

function isAskedUnit(intent: Intent, unit: string): boolean {
  const measured = intent.unit === null ? MEASURES.filter(([asked]) => asked.test(intent.folded)) : [];
  if (measured.length > 0 && !/增长|增加|比重|占比|百分/.test(intent.folded)) return measured.some(([, units]) => units.test(unit));
  if (ASKS_MONEY.test(intent.folded) && intent.unit === null) return unit === '元' || unit === '美元';
  if (/几个点|百分之/.test(intent.folded)) return unit === '%' || unit === '百分点';
  if (intent.unit === null) return !(ASKS_COUNT.test(intent.folded) && /^(?:%|百分点|‰)$/.test(unit));
  return unit === intent.unit || SAME_UNIT.some((group) => group.includes(unit) && group.includes(intent.unit ?? ''));
}

/** Who speaks or acts in the sentences before a sentence that names nobody: 市人大代表某某表示，…。…。 Spans of `text`; null when nobody is named. */
export function personBefore(text: string, sentence: Span): Span | null {
  const before = splitSentences(text).filter(({ end }) => end <= sentence.start).reverse();
  for (const span of before) {
    const clause = splitClauses(text, span).find(({ start, end }) => findPeople(text.slice(start, end)).length > 0);
    if (clause !== undefined) return { start: clause.start, end: /[，,；;、]$/.test(text.slice(clause.start, clause.end)) ? clause.end - 1 : clause.end };
  }
  return null;
}
