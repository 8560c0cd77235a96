import { checkStatements } from '../../answer/check/check-statements.js';
import { findDanger } from '../../answer/danger/find-danger.js';
import type { Answer } from '../../domain/answer.js';
import { isDanger } from '../../domain/status.js';
import { isAdmitted, whileTyping } from '../answer-in-chat.js';
import { addPassageButton, clipKeyboard, type Keyboard } from '../buttons/answer-buttons.js';
import { cleanText } from '../clean-text.js';
import { composeAnswer, type Reply } from '../compose-answer.js';
import { composePlain } from '../compose-plain.js';
import { rememberAnswer } from '../conversation.js';
import type { Desk } from '../desk.js';
import { oneLine } from '../name-passage.js';
import { toButtonData } from '../passage-key.js';
import { cleanRuns, type Run } from '../rich-text.js';
import { clip } from '../split-rich-text.js';
import type { Texts } from '../texts/texts.js';
import type { Visit } from '../visit.js';

const MOST_UNITS = 4_096;
const SHOWN_UNITS = 160;
const SIGNS = { supported: '✅', contradicted: '❌', not_found: '❔' } as const;

/** `/check TEXT`, and a text that was forwarded: every statement of it against the record. One question of the person's, however long. Null: over a limit. */
export async function checkText(written: string, messageId: number, visit: Visit, desk: Desk): Promise<Reply | null> {
  const { texts, place } = visit;
  const text = cleanText(written).trim();
  if (text === '') return composePlain(texts.say('check_usage'));
  if (text.length > MOST_UNITS) return composePlain(texts.say('check_too_long', { most: MOST_UNITS }));
  if (!(await isAdmitted(visit, desk, findDanger(text) !== null))) return null;
  const id = desk.questionId({ updateId: visit.updateId, chatId: place.chatId, messageId });
  let count = 0;
  return await whileTyping(visit, desk, async () => {
    const ask = async (question: Parameters<Desk['ask']>[0]): Promise<Answer> => desk.findAnswer(question.id) ?? (await desk.ask({ ...question, asker: visit.person }));
    const check = await checkStatements(text, ask, () => `${id}-${++count}`);
    const [first] = check.statements;
    if (check.verdict === null || first === undefined) return composePlain(texts.say('check_nothing'));
    for (const statement of check.statements) rememberAnswer(visit, statement, desk);
    if (check.statements.length === 1) return composeAnswer(first, texts, visit.isPrivate ? {} : { group: { bot: visit.me.username } });
    const left = check.left === 0 ? '' : `\n${texts.say('check_left', { left: check.left })}`;
    const counts = texts.say('check_counts', { total: check.statements.length, ...check.counts });
    // Where to call comes before what was counted.
    const help = check.statements.find(({ status }) => isDanger(status))?.answer;
    return { text: cleanRuns([{ text: help === undefined ? '' : `${help}\n\n` }, { text: `${counts}\n`, isBold: true }, ...check.statements.flatMap((statement, index) => lineOf(statement, index, texts)), { text: left }]), keyboard: buttonsOf(check.statements, texts) };
  });
}

function lineOf({ question, status, verdict, findings = [], answer }: Answer, index: number, texts: Texts): Run[] {
  const said = findings.filter(({ holds, recorded }) => !holds && recorded !== '').map(({ claimed, recorded }) => texts.say('finding_differs', { claimed, recorded }));
  const words = verdict === 'contradicted' && said.length === 0 ? [clip(oneLine(answer), 2 * SHOWN_UNITS)] : said;
  return [{ text: `\n${isDanger(status) ? '🆘' : SIGNS[verdict ?? 'not_found']} ${index + 1}. ${clip(oneLine(question), SHOWN_UNITS)}` }, ...words.map((text): Run => ({ text: `\n${text}`, quote: 'open' }))];
}

/** One button a statement: the passage that settles it. */
function buttonsOf(statements: readonly Answer[], texts: Texts): Keyboard {
  const keyboard: Keyboard = [];
  for (const [index, { id, citations }] of statements.entries()) {
    const [citation] = citations;
    if (citation !== undefined) addPassageButton(keyboard, `${index + 1}.`, citation, toButtonData({ kind: 'citation', answerId: id, number: citation.marker }), texts);
  }
  return clipKeyboard(keyboard, []);
}
