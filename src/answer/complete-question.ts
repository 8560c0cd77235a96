import type { Question } from '../domain/answer.js';
import { askAgendaItem } from './conversation/agenda-item.js';
import { completeClause } from './conversation/complete-clause.js';
import { completeEnglish } from './conversation/complete-english.js';
import { contested } from './conversation/contest.js';
import { correctionIn } from './conversation/correction.js';
import { heldAgainst } from './conversation/held-against.js';
import { inChinese } from './conversation/in-chinese.js';
import { leaningOf } from './conversation/leaning.js';
import { cruxOf, saidBy } from './conversation/crux.js';
import { askListed } from './conversation/listed.js';
import { boundedLookUps, wholeQuestion as whole, type Completed, type LookUps } from './conversation/look-ups.js';
import { isCourtesy, questionIn } from './conversation/message.js';
import { askNeighbour } from './conversation/neighbour.js';
import { askOfChosen } from './conversation/of-chosen.js';
import { readEllipsis, readFragment, type Fragment } from './conversation/read-fragment.js';
import { readQuestion } from './conversation/read-question.js';
import { resolvePerson, resolveReferences } from './conversation/resolve-references.js';
import { withSameDay } from './conversation/same-day.js';
import { askAttribute, substitute } from './conversation/substitute.js';
import { ANCHOR_ROLES } from './conversation/word.js';
import { ATTRIBUTE } from './conversation/word-classes.js';
import { MAX_QUESTION_CHARACTERS, screenQuestion } from './screen.js';

/** Earlier questions that are read; what lies further back is seldom meant. */
const REMEMBERED = 5;
const HAN = /[\u3400-\u9fff]/;
/** One word that no language spells so. */
const TYPED_BLINDLY = /^(?=[a-z]*[bcdfghjklmnpqrstvwxz]{4})[a-z]{4,}$/i;
/** Asks for the same once more. */
const AGAIN = /^(?:真的吗|真的假的|是吗|确定吗|你确定吗?|对吗|(?:再)?(?:详细|具体)(?:说说|一点|点|说明|说一?下)|(?:再)?说(?:详细|具体)(?:一?点)?|再说一遍|什么意思)[?？。！!\s]*$/;

/**
 * The question as it would be asked without the conversation before it. Each earlier question is completed by those before it;
 * one that names its own meeting or matter starts anew, thanks and what is off topic are passed over. `lookUps` are used only
 * where a word means something named in an answer or a neighbour of a meeting.
 */
export async function completeQuestion({ question, history }: Pick<Question, 'question' | 'history'>, lookUps: LookUps = {}): Promise<Completed> {
  const bounded = boundedLookUps(lookUps);
  const earlier: string[] = [];
  for (const item of history.slice(-REMEMBERED)) {
    if (!bringsContext(item.question)) continue;
    const { text } = await completeOne(item.question, earlier, bounded);
    earlier.push(text);
  }
  const completed = await completeOne(question, earlier, bounded);
  return completed.text.length > MAX_QUESTION_CHARACTERS ? whole(question) : completed;
}

/** Neither thanks, keys hit at random, nor what is refused before anything is searched leaves anything to go on from; a question for personal data names whom it means. */
function bringsContext(question: string): boolean {
  const screened = screenQuestion(question);
  return !TYPED_BLINDLY.test(question.trim()) && !isCourtesy(question) && (screened === null || screened === 'refused_personal_data');
}

async function completeOne(message: string, earlier: readonly string[], lookUps: LookUps): Promise<Completed> {
  const question = questionIn(message);
  const last = earlier.at(-1);
  if (last === undefined || question === '' || isCourtesy(question)) return whole(question);
  const isChinese = HAN.test(question);
  if (!isChinese && !HAN.test(last)) return whole(await completeEnglish(question, last, lookUps.answerOf));
  // Between languages nothing can be put in place of anything: both are brought into the language of the records.
  const asked = isChinese ? question : inChinese(question, last);
  const completed = await completeChinese(asked, earlier.map((text) => inChinese(text, '')), lookUps);
  return !isChinese && completed.text === asked ? whole(question) : completed;
}

async function completeChinese(question: string, earlier: readonly string[], lookUps: LookUps): Promise<Completed> {
  const last = earlier.at(-1) ?? '';
  if (AGAIN.test(question.trim())) return whole(last);
  const agenda = await askAgendaItem(question, last, lookUps);
  if (agenda !== null) return { ...whole(agenda.text), missing: agenda.missing };
  const corrected = correctionIn(question);
  if (corrected !== null && !asksItself(corrected)) return ofFragment(readEllipsis(corrected), last);
  const text = corrected ?? question;
  const shortcut = askListed(text, last) ?? contested(text, last) ?? heldAgainst(text, last) ?? (await askOfChosen(text, last, lookUps));
  if (shortcut !== null) return { ...whole(shortcut), goesOnFrom: last };
  const neighbour = await askNeighbour(text, last, lookUps);
  if (neighbour !== null) return neighbour;
  return completeClauseOf((await withSameDay(text, last, lookUps)) ?? text, corrected !== null, earlier, lookUps);
}

/** 谁作的这份报告 asks as 这份报告是谁作的 does. */
const INVERTED = /^(谁|哪一?位[^作做写起宣主汇]{0,3})((?:作|做|写|起草|宣读|主持|汇报)的)((?:这|那|该)[份个次场项]?[\u4e00-\u9fff]{1,6})[?？\s]*$/;

async function completeClauseOf(asTyped: string, isCorrected: boolean, earlier: readonly string[], lookUps: LookUps): Promise<Completed> {
  const last = earlier.at(-1) ?? '';
  const question = asTyped.replace(INVERTED, '$3是$1$2？');
  const read = readFragment(question);
  const asked = isCorrected ? { ...read, isContinuing: true } : read;
  const { text, isResolved } = await resolveReferences(asked.text, earlier, lookUps.answerOf);
  const goesOn = { brought: saidBy(asked.words), goesOnFrom: last, crux: asked.isPart ? cruxOf(asked.words) : [] };
  if (isResolved) return asked.isElliptic ? whole(completeResolved(text, asked.text, last)) : { ...whole(text), ...goesOn };
  if (asked.isElliptic) return ofFragment(asked, last);
  const leaning = leaningOf(asked, readQuestion(last));
  if (leaning === 'none') return whole(question);
  const completed = { ...whole(completeClause(asked, last)), ...(namesOther(asked) ? {} : goesOn) };
  if (leaning === 'strong' || lookUps.answerOf === undefined) return completed;
  // Nothing in the wording tells whether the conversation is meant: the reading that the records answer is.
  return (await lookUps.answerOf(completed.text)) === null ? whole(question) : { ...completed, isAssumed: true };
}

/** True when the words name another time, meeting, place, organ or person than was spoken of; another document may be of the same meeting. */
function namesOther({ words }: Fragment): boolean {
  return words.some(({ role }) => ANCHOR_ROLES.has(role) && role !== 'document');
}

function ofFragment(fragment: Fragment, last: string): Completed {
  const crux = cruxOf(fragment.words);
  return { ...whole(completeEllipsis(fragment, last)), crux, brought: crux, goesOnFrom: namesOther(fragment) ? '' : last };
}

function asksItself(text: string): boolean {
  return readQuestion(text).some(({ role }) => role === 'asked');
}

/** 那他呢 asks the same of him; 该议题的结论呢 has become whole but for what is asked. */
function completeResolved(text: string, original: string, last: string): string {
  const fragment = readFragment(`${text}呢`);
  const attribute = readQuestion(original).findLast(({ folded }) => ATTRIBUTE.test(folded))?.text;
  return attribute !== undefined && text.endsWith(attribute) ? askAttribute('', text) : substitute(last, fragment);
}

function completeEllipsis(fragment: Fragment, last: string): string {
  const person = fragment.words.find(({ role }) => role === 'person')?.text.trim();
  const ofPerson = person === undefined ? null : resolvePerson(fragment.tail, person);
  if (ofPerson !== null) return ofPerson;
  const replaced = substitute(last, fragment);
  if (fragment.tail === '') return replaced;
  const tail = { ...readFragment(fragment.tail), isContinuing: true };
  return tail.words.every(({ role }) => role === 'asked' || role === 'glue') ? replaced : completeClause(tail, replaced);
}
