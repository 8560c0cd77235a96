import type { Answer, Citation } from '../../domain/answer.js';
import type { LoggedModel, LoggedStatement } from '../../ports/record-log.js';
import type { Thesaurus } from '../thesaurus.js';
import { callModel, type Writer } from './call-model.js';
import { fillPrompt, materialOf } from './fill-prompt.js';
import { keepsAnswer } from './keeps-answer.js';
import { faultOf, type WrittenStatement } from './proof/prove-statement.js';
import { readReply, readStatementsSoFar, STATEMENTS_SCHEMA } from './read-reply.js';

/** An answer that was found, to be reworded. */
export interface Rewording {
  /** Stands alone. */
  question: string;
  /** The extracted answer, proved. */
  answer: Answer;
  language: 'zh' | 'en';
  /** Pseudonym, for the ceiling of one person; null where the door tells nobody apart. */
  asker: string | null;
  /** Hears each proved sentence while the model writes; what is sent in the end may be others. */
  onSentence?: ((sentence: string) => void) | undefined;
}

/** What came of it: the reworded answer, or null with the reason in `model.outcome`; then the extracted one goes out. */
export interface Written {
  answer: Answer | null;
  draft: string;
  statements: LoggedStatement[];
  model: LoggedModel;
}

/** An answer over more passages is a table or a list that loses by being reworded. */
const MOST_PASSAGES = 8;
/** How much longer than the extracted answer a reworded one may be. */
const MOST_LENGTH = { factor: 2, units: 80 };
/** draft → read → prove each statement → keep what was found; null where too much was found to be worded. Never throws: a model that fails leaves the extracted answer as it is. */
export async function writeAnswer({ question, answer, language, asker, onSentence }: Rewording, writer: Writer, thesaurus: Thesaurus): Promise<Written | null> {
  if (answer.citations.length > MOST_PASSAGES) return null;
  const prompt = writer.prompts.find('answer', language);
  const user = fillPrompt(prompt, { material: materialOf(question, answer, answer.citations) });
  const reply = await callModel({ prompt, user, schema: STATEMENTS_SCHEMA, asker, ...(onSentence === undefined ? {} : { onText: sayProved(onSentence) }) }, writer);
  const kept = (outcome: string, draft = '', statements: LoggedStatement[] = []): Written => ({ answer: null, draft, statements, model: { ...reply.model, outcome } });
  if (reply.text === null) return kept(reply.model.outcome);
  const statements = readReply(reply.text);
  if (statements === null) return kept('the reply could not be read', reply.text);
  reply.keep();
  const proved = prove(statements, { question, answer }, thesaurus);
  const written = compose(answer, proved.held);
  const logs = proved.logs.map((log, index) => ({ ...log, passageIds: (statements[index]?.passages ?? []).flatMap((number) => answer.citations[number - 1]?.passageId ?? []) }));
  if (written === null) return kept(proved.held.length === 0 ? 'no statement held' : 'not all that was found came back', reply.text, logs);
  return { answer: written, draft: reply.text, statements: logs, model: reply.model };

  /** Proves each statement as soon as it is complete, and says it once. */
  function sayProved(say: (sentence: string) => void): (soFar: string) => void {
    let seen = 0;
    return (soFar) => {
      const complete = readStatementsSoFar(soFar);
      for (const statement of complete.slice(seen)) if (faultOf(statement, answer.citations, question, thesaurus) === null) say(ended(statement.text));
      seen = Math.max(seen, complete.length);
    };
  }
}

function prove(statements: readonly WrittenStatement[], { question, answer }: { question: string; answer: Answer }, thesaurus: Thesaurus): { held: WrittenStatement[]; logs: LoggedStatement[] } {
  const judged = statements.map((statement) => ({ statement, fault: faultOf(statement, answer.citations, question, thesaurus) }));
  const held = judged.filter(({ fault }) => fault === null).map(({ statement }) => statement);
  return {
    held: held.filter(({ text }, index) => held.findIndex((other) => other.text === text) === index),
    logs: judged.map(({ statement: { text }, fault }) => ({ text, passageIds: [], isHeld: fault === null, reason: fault === null ? '' : `${fault.kind}: ${fault.text}` })),
  };
}

/** The answer in the model's words, markers set anew in the order of naming; null where it leaves out something that was found. */
function compose(answer: Answer, held: readonly WrittenStatement[]): Answer | null {
  const order = [...new Set(held.flatMap(({ passages }) => passages))];
  const text = held.map(({ text: said, passages }) => `${ended(said)} ${passages.map((number) => `[${String(order.indexOf(number) + 1)}]`).join('')}`).join('\n');
  if (held.length === 0 || !keepsAnswer(answer.answer, text) || text.length > MOST_LENGTH.factor * answer.answer.length + MOST_LENGTH.units) return null;
  const citations = order.flatMap((number, index): Citation[] => {
    const citation = answer.citations[number - 1];
    return citation === undefined ? [] : [{ ...citation, marker: index + 1 }];
  });
  const dates = citations.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  return { ...answer, answer: text, citations, engine: 'draft', asOf: dates.at(-1) ?? null };
}

/** A sentence with its full stop. */
function ended(text: string): string {
  return /[。！？.!?”"」）)]$/u.test(text) ? text : `${text}${/[\u3400-\u9fff]/u.test(text) ? '。' : '.'}`;
}
