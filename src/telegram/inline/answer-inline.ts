import type { InlineQuery } from 'grammy/types';
import type { Answer } from '../../domain/answer.js';
import { familyOf, isDanger } from '../../domain/status.js';
import { fold } from '../../language/fold.js';
import { cleanText, hasVisibleText } from '../clean-text.js';
import { describeError, type Desk } from '../desk.js';
import { noteNewest } from '../note-newest.js';
import { textsFor } from '../visit.js';
import { composeInline } from './compose-inline.js';

/** A query comes with every letter: only one that rests this long is asked. */
const SETTLING_MS = 700;
const LEAST_LETTERS = 4;
/** The same question by anybody within this time is the same answer. */
const CACHE_MS = 300_000;
const KIND = 'inline';

/**
 * Offers the answer to a whole question to be posted in any chat, with its citation. What is asked comes from the public record, so
 * that one answer serves everybody who asks the same. Every query is answered once, with nothing while the person types on.
 */
export async function answerInline(query: InlineQuery, desk: Desk): Promise<void> {
  const person = desk.nameOf('person', query.from.id);
  const texts = textsFor(person, query.from, query.query, desk);
  const question = cleanText(query.query).trim();
  const nothing = { results: [], button: { text: texts.say('inline_hint'), start_parameter: 'inline' }, cacheSeconds: 0 };
  // There is one page of results: an offset from elsewhere has none.
  if (query.offset !== '') return desk.courier.answerInline(query.id, { results: [], cacheSeconds: 0 });
  noteNewest(`inline/${person}`, query.id, desk);
  if ([...fold(question)].filter(hasVisibleText).length < LEAST_LETTERS) return desk.courier.answerInline(query.id, nothing);
  const key = desk.nameOf('inline', fold(question));
  let answer = cached(key, desk);
  if (answer === null) {
    await desk.clock.pause(SETTLING_MS);
    if (desk.newest.get(`inline/${person}`) !== query.id || desk.gate.admit(person).kind !== 'open') return desk.courier.answerInline(query.id, nothing);
    answer = cached(key, desk) ?? (await ask(question, key, desk));
  }
  // Nothing is posted in front of others; the button opens the whole text in private.
  if (answer !== null && isDanger(answer.status)) return desk.courier.answerInline(query.id, { results: [], button: { text: texts.say('inline_help'), start_parameter: `a_${answer.id}` }, cacheSeconds: 0 });
  if (answer === null || familyOf(answer.status) !== 'answered') {
    return desk.courier.answerInline(query.id, { results: [], button: { text: texts.say('inline_private'), start_parameter: 'inline' }, cacheSeconds: 0 });
  }
  return desk.courier.answerInline(query.id, { results: [composeInline(answer, texts)], button: { text: texts.say('inline_private'), start_parameter: 'inline' }, cacheSeconds: CACHE_MS / 1000 });
}

/** Several who ask the same at the same time wait for one answer. */
const running = new Map<string, Promise<Answer | null>>();

function ask(question: string, key: string, desk: Desk): Promise<Answer | null> {
  const known = running.get(key);
  if (known !== undefined) return known;
  const id = `tg-${desk.nameOf('inline', key, desk.nowMs())}`;
  const asked = desk
    .ask({ id, question, history: [] })
    .then((answer) => {
      desk.state.keep(KIND, key, { value: answer.id, person: null, untilMs: desk.nowMs() + CACHE_MS });
      return answer;
    })
    .catch((error: unknown) => {
      desk.log(`telegram: an inline question failed: ${describeError(error)}`);
      return null;
    })
    .finally(() => running.delete(key));
  running.set(key, asked);
  return asked;
}

function cached(key: string, desk: Desk): Answer | null {
  const kept = desk.state.kept(KIND, key);
  return kept === null ? null : desk.findAnswer(String(kept.value));
}
