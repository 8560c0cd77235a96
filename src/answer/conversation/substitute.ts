import { BRINGS_NOTHING, contextOf, joinContext } from './carry.js';
import type { Fragment } from './read-fragment.js';
import { readQuestion, textOf } from './read-question.js';
import { matterRuns } from './runs.js';
import { ANCHOR_ROLES, type Word } from './word.js';
import { holds, replaceAnchors } from './replace-anchors.js';
import { replaceMatter } from './replace-matter.js';
import { ATTRIBUTE } from './word-classes.js';

const WHO = /(?:人|人员|记者|作者|成员|总理|[省市县区局部处科所秘书会组]长|主席|主任|书记|委员|代表)$/;
const HOW_MANY = /(?:占比|比例|比重|份额|金额|额|投资|预算|经费|数量|总数|件数|人数|次数|增速|增幅|涨幅|降幅|[长业字占结]率|产量|产值|收入|目标|电话|电话号码|[成对权]票)$/;
const SEVERAL = /^(?:遗留问题|遗留|后续工作|后续|待办|议题|议程|原因)$/;

/** Puts the words of an elliptic question (那第四次呢) in the place of their like in the earlier question. */
export function substitute(earlier: string, fragment: Fragment): string {
  const before = readQuestion(earlier);
  const fresh = joinCoordinated(fragment.words);
  const anchors = fresh.filter(({ role }) => ANCHOR_ROLES.has(role));
  const matter = matterOf(fresh);
  const ordinal = matter.find(({ role }) => role === 'ordinal');
  if (ordinal !== undefined) return substituteOrdinal(before, matter, ordinal);
  if (anchors.length === 0 && isAttribute(matter)) return askAttribute(contextOf(before, BRINGS_NOTHING), textOf(matter).trim());
  const isNewTopic = anchors.some(({ role }) => role === 'quote') && !before.some(({ role }) => role === 'quote');
  // “…”的结论呢 asks an attribute of a topic; a topic alone, after a question about the whole meeting, is asked for its outcome.
  if (isAttribute(matter) || (isNewTopic && matter.length === 0)) return askAttribute(topicIn(before, anchors), matter.length === 0 ? '结论' : textOf(matter).trim());
  const words = replaceAnchors(before, anchors);
  if (matter.length === 0) return textOf(words).trim();
  if (isOffBeat(before, matter) || isRateOfCount(before, matter)) return askAttribute(contextOf(words, BRINGS_NOTHING), textOf(matter).trim());
  if (matter.every(({ role }) => role === 'verb')) return textOf(replaceVerb(words, matter)).trim();
  return textOf(replaceMatter(words, matter, fragment.isModifier)).trim();
}

/** Who did something, or where or when, asks nothing of the kind of a noun alone (秘书长呢, 粮食产量呢): it is asked of the same meeting or document. */
function isOffBeat(before: readonly Word[], matter: readonly Word[]): boolean {
  const asked = before.findIndex(({ role }) => role === 'asked');
  const isDoing = /^(?:谁|哪一?位|何人|什么时候|何时|哪天|哪里|哪儿)$/.test(before[asked]?.folded ?? '') && before.slice(asked + 1).some(({ role }) => role === 'verb');
  const isNoun = matter.every(({ role, folded }) => role === 'noun' || (role === 'glue' && folded === '的'));
  const hasLike = matterRuns(before).some((run) => run.to <= asked && before.slice(run.from, run.to).some(({ role, folded }) => role === 'noun' && folded.slice(-1) === matter.at(-1)?.folded.slice(-1)));
  const isOfTopic = before.some(({ role, folded }) => role === 'quote' && !folded.startsWith('《'));
  return isDoing && isNoun && !hasLike && !isOfTopic && before.some(({ role }) => ANCHOR_ROLES.has(role));
}

/** 立案率呢 after 收到多少件提案: a rate is no other thing to count. */
function isRateOfCount(before: readonly Word[], matter: readonly Word[]): boolean {
  const counts = before.some(({ role, folded }) => role === 'asked' && /^(?:多少|几)[件个人次位名篇家条场项份户所座]/.test(folded));
  return counts && /率$|^(?:占比|比重|增幅|降幅)$/.test(textOf(matter).trim());
}

/** The context of the earlier question with the new anchors in place of its own; a topic stands behind its meeting. */
function topicIn(before: readonly Word[], anchors: readonly Word[]): string {
  const isHeld = (anchor: Word): boolean => before.some((word) => holds(word, anchor.role));
  const context = contextOf(replaceAnchors(before, anchors.filter(isHeld)), BRINGS_NOTHING);
  const added = textOf(anchors.filter((anchor) => !isHeld(anchor))).trim();
  return added === '' ? context : `${context}${/会议?$/.test(context) ? '上，' : ''}${added}`;
}

/** Asks for an attribute (总投资, 汇报人) of what the context names; with an empty context the attribute stands at the end of the name. */
export function askAttribute(context: string, name: string): string {
  const attribute = context === '' ? (readQuestion(name).at(-1)?.text ?? name) : name;
  const link = context === '' || /[”"》上中]$/.test(context) ? '' : '的';
  if (/^(?:汇报人|主讲人|分享人)员?$/.test(attribute)) return `${context}${name.slice(0, name.length - attribute.length)}由谁汇报？`;
  if (/^(?:记者|作者)$/.test(attribute)) return `${context}${name.slice(0, name.length - attribute.length)}是哪位${attribute}写的？`;
  if (/^(?:地点|会场|会址)$/.test(attribute) && /会议?$/.test(context)) return `${context}在哪里举行？`;
  if (attribute.endsWith("人数")) return `${context}${link}${name}是多少人？`;
  const asks = WHO.test(attribute) ? '是谁' : /^(?:时间|日期)$/.test(attribute) ? '是什么时候' : HOW_MANY.test(attribute) ? '是多少' : SEVERAL.test(attribute) ? '有哪些' : '是什么';
  return `${context}${link}${name}${asks}？`;
}

/** 江苏和浙江 takes the place of 山西 as one. */
function joinCoordinated(words: readonly Word[]): Word[] {
  const result: Word[] = [];
  for (const word of words) {
    const link = result.at(-1);
    const left = result.at(-2);
    if (left !== undefined && link !== undefined && /^(?:和|与|、|及)$/.test(link.folded) && left.role === word.role && ANCHOR_ROLES.has(word.role)) {
      result.splice(-2, 2, { ...left, text: left.text + link.text + word.text, folded: left.folded + link.folded + word.folded });
    } else result.push(word);
  }
  return result;
}

/** Words of a fragment that name its matter, from the first to the last. */
function matterOf(words: readonly Word[]): Word[] {
  const isMatter = ({ role }: Word): boolean => role === 'noun' || role === 'verb' || role === 'ordinal';
  const from = words.findIndex(isMatter);
  return from < 0 ? [] : words.slice(from, words.findLastIndex(isMatter) + 1);
}

function isAttribute(matter: readonly Word[]): boolean {
  return matter.length > 0 && (matter.every(({ folded, role }) => ATTRIBUTE.test(folded) || role === 'glue') || ATTRIBUTE.test(textOf(matter).trim()));
}

/** 收到多少件提案 with 立案的呢 is 立案多少件提案. */
function replaceVerb(words: readonly Word[], verb: readonly Word[]): Word[] {
  const asked = words.findIndex(({ role }) => role === 'asked');
  const at = words.findLastIndex(({ role }, index) => role === 'verb' && (asked < 0 || index < asked));
  if (at >= 0) return [...words.slice(0, at), ...verb, ...words.slice(at + 1)];
  return asked < 0 ? [...words, ...verb] : [...words.slice(0, asked), ...verb, ...words.slice(asked)];
}

function substituteOrdinal(before: readonly Word[], matter: readonly Word[], ordinal: Word): string {
  const at = before.findIndex(({ role }) => role === 'ordinal');
  if (at >= 0) return before.map((word, index) => (index === at ? ordinal.text : word.text)).join('').trim();
  return `${joinContext(contextOf(before, BRINGS_NOTHING), textOf(matter).trim())}是什么？`;
}
