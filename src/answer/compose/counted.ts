import type { Figure } from '../../language/figures.js';
import { fold } from '../../language/fold.js';
import { tagWords } from '../../language/tokens.js';
import type { Intent } from '../intent.js';

const ATTENDS = /出席|列席|参加|参会|与会|到会|实到|到场/;
const OUGHT = /应到|应出席|应参加/;
const ASKS_ATTENDANCE = /会.{0,24}(?:(?:代表|委员|多少人|几人|多少名|多少位)[^,，。]{0,6}(?:出席|列席|参加|到会|实到|到场)|(?:出席|列席|实到|到会)[^,，。]{0,12}(?:多少|几))/;
/** What those counted did beside sitting there. */
const DEEDS = /提交|提案|发言|讨论|调研|视察/;
/** Verbs that say no more than that there are so many. */
const MERE = /^(?:有|是|为|组成|构成|包括|共有|达到?|超过|突破|左右|以上|以下|以内)$/;
const NEGATED = /(?:没有|没|未(?!来|成年)|无(?!党派|偿|障碍)|不含|不包括)[^，,。；;]{0,10}$/;

/**
 * Whether a figure of a clause counts something narrower than, or other than, what the question counts: a part told behind 其中,
 * those who did what the question does not speak of, a threshold (十人以上联名), or what did not happen.
 */
export function isOtherCount(intent: Intent, clause: string, figure: Figure): boolean {
  if (countedPersons(intent) !== null && !/^(?:名|位|人|人次|)$/.test(figure.unit)) return true;
  const before = fold(clause.slice(0, figure.start));
  const after = fold(clause.slice(figure.end));
  if (NEGATED.test(before) && !/没有|未|不含|不包括|无/.test(intent.folded)) return true;
  return isPart(intent, before, after) || lacksFocus(intent, clause) || isThreshold(intent, before, after) || isOfDoers(intent, clause.slice(figure.start, figure.end), after) || (/[名位人]$/.test(figure.unit) && isOtherAttendance(intent, before + after));
}

/** Who is counted where the question asks for so many persons (多少名代表 → 代表); null where it does not say. */
export function countedPersons(intent: Intent): string | null {
  const after = /(?:多少|几)(?:名|位|个)?([\u3400-\u9fff]{2,4})/.exec(intent.folded)?.[1];
  return after === undefined ? null : (/^(?:委员|代表|成员|党员|干部|职工|志愿者|学生|教师|医生|村民|居民|专家|企业家)/.exec(after)?.[0] ?? null);
}

/** 有多少篇被采用, 多少篇是民主党派写的, 建成投产的有多少: what tells those counted from the rest. */
const FOCUS = /(?:多少|几)(?:个?[\u3400-\u9fff])?(?:被|得到|获得|获|是)([\u3400-\u9fff]{2,12})|[,，]([^,，]{2,16})的(?:又)?有(?:多少|几)/;

/** Whether a part of those counted is asked for: 有多少篇被采用. */
export function asksPart({ folded }: Intent): boolean {
  return FOCUS.test(folded);
}

/** A figure of the whole is no answer to how many of it were adopted: its clause must speak of that. */
function lacksFocus(intent: Intent, clause: string): boolean {
  const match = FOCUS.exec(intent.folded);
  const focus = match?.[1] ?? match?.[2];
  if (focus === undefined) return false;
  const telling = tagWords(focus).filter(({ word, tag }) => word.length > 1 && /^(?:n|v|j|l)/.test(tag)).map(({ word }) => word);
  return telling.length > 0 && !telling.some((word) => fold(clause).includes(word));
}

/** 其中集体提案27件 is no answer to how many proposals there were. */
function isPart(intent: Intent, before: string, after: string): boolean {
  const part = /(?:其中[,，:：]?|[里中],)([^,，;；。]*)$/.exec(before)?.[1];
  if (part === undefined) return false;
  if (part === '') {
    // 其中9件提案进行并案: what is said of the part stands behind it.
    const telling = tagWords(after.replace(/[,，;；。].*$/, '')).filter(({ word, tag }) => word.length > 1 && /^[nvjl]/.test(tag)).map(({ word }) => word);
    const verbs = telling.filter((word) => !countedWords(intent).includes(word));
    return verbs.length > 0 && !verbs.some((word) => intent.folded.includes(word));
  }
  return namesIn(part).some((word) => !intent.folded.includes(word));
}

/** The words right behind the number asked for. */
function countedWords({ folded }: Intent): string {
  return /(?:多少|几)[\u3400-\u9fff]{0,8}/.exec(folded)?.[0] ?? '';
}

/** 十人以上代表联名: whoever must be so many, not how many there are. */
function isThreshold(intent: Intent, before: string, after: string): boolean {
  return /^以上(?:的)?(?:代表|委员|人员|职工|业主|群众|成员)/.test(after) && !/达|共|已有$/.test(before) && !intent.folded.includes('以上');
}

/** 151位委员参与提交提案 counts those who handed in proposals, not the members. */
function isOfDoers(intent: Intent, figure: string, after: string): boolean {
  if (!/[名位人]$/.test(figure)) return false;
  const [counted, ...rest] = tagWords(after.slice(0, 20).replace(/[,，;；。].*$/, ''));
  const verbs = rest.filter(({ word, tag }) => tag.startsWith('v') && word.length > 1 && !MERE.test(word));
  if (counted === undefined || !counted.tag.startsWith('n') || !intent.folded.includes(counted.word) || verbs.length === 0) return false;
  // Whoever asks for the number at a meeting asks for those who sat there.
  if (intent.folded.includes('会') && ATTENDS.test(after) && !DEEDS.test(after)) return false;
  return !verbs.some(({ word }) => intent.folded.includes(word));
}

/** 应到 is not 实到, and neither is told by a count of something else. */
function isOtherAttendance(intent: Intent, around: string): boolean {
  if (OUGHT.test(intent.folded)) return !OUGHT.test(around);
  return ASKS_ATTENDANCE.test(intent.folded) && (OUGHT.test(around) || !ATTENDS.test(around));
}

function namesIn(text: string): string[] {
  return tagWords(text).filter(({ word, tag }) => word.length > 1 && /^(?:n|a|b|j|l|i|x)/.test(tag)).map(({ word }) => word);
}
