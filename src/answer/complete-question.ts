import type { Question } from '../domain/answer.js';
import { BRINGS_NOTHING, contextOf } from './conversation/carry.js';
import { completeClause } from './conversation/complete-clause.js';
import { completeEnglish, topicOf } from './conversation/complete-english.js';
import { leaningOf } from './conversation/leaning.js';
import { readFragment, type Fragment } from './conversation/read-fragment.js';
import { readQuestion } from './conversation/read-question.js';
import { resolveReferences, type AnswerOf } from './conversation/resolve-references.js';
import { askAttribute, substitute } from './conversation/substitute.js';
import { ATTRIBUTE } from './conversation/word-classes.js';

/** Earlier questions that are read; what lies further back is seldom meant. */
const REMEMBERED = 5;
const HAN = /[\u3400-\u9fff]/;
/** Asks for the same once more, or for more of it. */
const AGAIN = /^(?:真的吗|真的假的|是吗|确定吗|你确定吗?|对吗|还有(?:吗|呢|别的吗)?|继续(?:说)?|(?:再)?(?:详细|具体)(?:说说|一点|点|说明|说一?下)|(?:再)?说(?:详细|具体)(?:一?点)?|再说一遍|什么意思)[?？。！!\s]*$/;

/**
 * The question as it would be asked without the conversation before it. Each earlier question is completed by those before it;
 * one that names its own meeting or matter starts anew. `answerOf` is asked only when a pronoun means somebody named in an answer.
 */
export async function completeQuestion({ question, history }: Pick<Question, 'question' | 'history'>, answerOf?: AnswerOf): Promise<string> {
  const earlier: string[] = [];
  for (const item of history.slice(-REMEMBERED)) earlier.push(await completeOne(item.question, earlier, answerOf));
  return completeOne(question, earlier, answerOf);
}

async function completeOne(question: string, earlier: readonly string[], answerOf: AnswerOf | undefined): Promise<string> {
  const last = earlier.at(-1);
  if (last === undefined || question.trim() === '') return question;
  const isChinese = HAN.test(question);
  if (isChinese !== HAN.test(last)) return needsOther(question, last) ? `${question.replace(/[?？。.!\s]+$/, '')}（${isChinese ? topicOf(last) : contextOf(readQuestion(last), BRINGS_NOTHING)}）？` : question;
  if (!isChinese) return completeEnglish(question, last, answerOf);
  if (AGAIN.test(question.trim())) return last;
  const asked = readFragment(question);
  const { text, isResolved } = await resolveReferences(asked.text, earlier, answerOf);
  if (isResolved) return asked.isElliptic ? completeResolved(text, asked.text, last) : text;
  if (asked.isElliptic) return completeEllipsis(asked, last);
  const leaning = leaningOf(asked, readQuestion(last));
  if (leaning === 'none') return question;
  const completed = completeClause(asked, last);
  // Nothing in the wording tells whether the conversation is meant: the reading that the records answer is.
  return leaning === 'weak' && answerOf !== undefined && (await answerOf(completed)) === null ? question : completed;
}

/** 那他呢 asks the same of him; 该议题的结论呢 has become whole but for what is asked. */
function completeResolved(text: string, original: string, last: string): string {
  const fragment = readFragment(`${text}呢`);
  const attribute = readQuestion(original).findLast(({ folded }) => ATTRIBUTE.test(folded))?.text;
  return attribute !== undefined && text.endsWith(attribute) ? askAttribute('', text) : substitute(last, fragment);
}

/** Between languages nothing can be put in place of anything: what leans on the question before is asked with its topic beside it. */
function needsOther(question: string, last: string): boolean {
  if (!HAN.test(question)) return question.split(/\s+/).length <= 5 || /\b(?:it|this|that|they|them|its)\b/i.test(question);
  const fragment = readFragment(question);
  return fragment.isElliptic || leaningOf(fragment, readQuestion(last)) === 'strong';
}

function completeEllipsis(fragment: Fragment, last: string): string {
  const replaced = substitute(last, fragment);
  if (fragment.tail === '') return replaced;
  const tail = { ...readFragment(fragment.tail), isContinuing: true };
  return tail.words.every(({ role }) => role === 'asked' || role === 'glue') ? replaced : completeClause(tail, replaced);
}
