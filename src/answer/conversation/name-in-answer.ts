import { fold } from '../../language/fold.js';
import { findPeople } from '../../language/people.js';
import { tagWords } from '../../language/tokens.js';
import type { Word } from './word.js';

/** How far behind a name what is said of the person stands, in characters. */
const SAID_OF = 30;

/** Names of the people an answer speaks of, each once, those first of whom the words of the question are said. Reporters count only when asked for. */
export function peopleInAnswer(answer: string, question: readonly Word[]): string[] {
  const printed = answer.replace(/\[\d+\]/g, ' ').trim();
  const text = fold(printed);
  const asksReporter = question.some(({ folded }) => /记者|作者|写|报道|采访/.test(folded));
  const found = findPeople(printed)
    .filter(({ office }) => asksReporter || !/(?:记者|通讯员)$/.test(office))
    .map(({ name, start, end }) => ({ name, at: start, end }));
  const words = question.flatMap((word) => [word, ...(word.inner ?? [])]).filter(({ role }) => /^(?:noun|verb|document|event|session|body)$/.test(role)).map(({ folded }) => folded.trim());
  // 哪位书记: the office asked for, right before the name.
  const office = question.map(({ role, folded }) => (role === 'asked' ? (/(?:哪一?[位个名]|什么)(.+)$/.exec(folded)?.[1] ?? '') : '')).join('');
  const said = found.map(({ name, at }) => {
    // People named in one breath (书记甲、市长乙等) do the same thing: what is said of the last is said of all.
    const last = found.findLast((other) => other.at >= at && !/[，,。;；]/.test(text.slice(at, other.at))) ?? { name, at, end: at + name.length };
    const end = found.find((other) => other.at > last.at)?.at ?? text.length;
    const rest = text.slice(last.end, Math.min(end, last.end + SAID_OF));
    const holdsOffice = office !== '' && text.slice(0, at).trimEnd().endsWith(office);
    return { name, weight: (holdsOffice ? SAID_OF : 0) + words.reduce((sum, word) => sum + (rest.includes(word) ? word.length : 0), 0) };
  });
  return [...new Set(said.sort((a, b) => b.weight - a.weight).map(({ name }) => name))];
}

/** The thing of the asked kind (哪个区) that an answer names: a word ending in that noun, or the whole of an answer that is only a name; else null. */
export function thingInAnswer(answer: string, asked: string): string | null {
  const text = answer.replace(/\[\d+\]/g, ' ').trim();
  const chosen = /最.{1,6}的?(?:[\u3400-\u9fff]{0,4})(?:是|为)([^，,。；;：:\s\d]{2,16}?)(?:[，,。；;：:\d]|$)/.exec(text)?.[1];
  if (chosen !== undefined) return chosen;
  const kind = asked.replace(/^(?:哪一?[个家位类种项次份场条]?|什么)/, '');
  const named = kind === '' ? undefined : new RegExp(`[\\u3400-\\u9fffA-Za-z0-9]{1,14}${kind.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`).exec(text)?.[0];
  if (named !== undefined) return named.replace(/^.*(?:是|为|由|在|与|和)(?=.)/, '');
  const whole = text.replace(/[。.，,；;\s]+$/, '');
  return whole.length <= 12 && tagWords(whole).every(({ tag }) => !tag.startsWith('v')) ? whole : null;
}
