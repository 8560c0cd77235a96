import type { Question } from '../domain/answer.js';
import { carryInto, leansOn, substitute } from './conversation/complete-clause.js';
import { completeEnglish } from './conversation/complete-english.js';
import { readFragment } from './conversation/read-fragment.js';
import { resolveReferences, type AnswerOf } from './conversation/resolve-references.js';

/** Earlier questions that are read; what lies further back is seldom meant. */
const REMEMBERED = 5;
/** Asks for the same once more, or for more of it. */
const AGAIN = /^(?:真的吗|真的假的|是吗|确定吗|你确定吗?|对吗|还有(?:吗|呢|别的吗)?|继续(?:说)?|(?:再)?(?:详细|具体)(?:说说|一点|点|说明|说一?下)|(?:再)?说(?:详细|具体)(?:一?点)?|再说一遍|什么意思)[?？。！!\s]*$/;

/**
 * The question as it would be asked without the conversation before it. Each earlier question is completed by those before it;
 * one that names its own meeting or matter starts anew. `answerOf` is asked only when a pronoun means somebody named in an answer.
 */
export async function completeQuestion({ question, history }: Pick<Question, 'question' | 'history'>, answerOf: AnswerOf = () => Promise.resolve(null)): Promise<string> {
  const earlier: string[] = [];
  for (const item of history.slice(-REMEMBERED)) earlier.push(await completeOne(item.question, earlier, answerOf));
  return completeOne(question, earlier, answerOf);
}

async function completeOne(question: string, earlier: readonly string[], answerOf: AnswerOf): Promise<string> {
  const last = earlier.at(-1);
  if (last === undefined || question.trim() === '') return question;
  if (!/[\u3400-\u9fff]/.test(question)) return completeEnglish(question, last);
  if (AGAIN.test(question.trim())) return last;
  const asked = readFragment(question);
  const { text, isResolved } = await resolveReferences(asked.text, earlier, answerOf);
  if (isResolved) return asked.tail === '' ? text : `${text}，${asked.tail}`;
  if (asked.isElliptic) {
    const replaced = substitute(last, asked);
    if (asked.tail === '') return replaced;
    return carryInto({ ...readFragment(asked.tail), isContinuing: true }, replaced);
  }
  return leansOn(asked, last) ? carryInto(asked, last) : question;
}
