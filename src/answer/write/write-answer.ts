import { createHash } from 'node:crypto';
import type { Answer, Citation } from '../../domain/answer.js';
import { ModelFault, type ChatModel, type ChatReply } from '../../ports/chat-model.js';
import type { ModelLedger } from '../../ports/model-ledger.js';
import type { Prompt, PromptShelf } from '../../ports/prompts.js';
import type { LoggedModel, LoggedStatement } from '../../ports/record-log.js';
import type { Thesaurus } from '../thesaurus.js';
import { fillPrompt, materialOf } from './fill-prompt.js';
import { keepsAnswer } from './keeps-answer.js';
import { faultOf, type WrittenStatement } from './proof/prove-statement.js';
import { readReply, readStatementsSoFar, STATEMENTS_SCHEMA } from './read-reply.js';

/** A model with what it is told and how much it may be asked. */
export interface Writer {
  model: ChatModel;
  prompts: PromptShelf;
  ledger: ModelLedger;
  /** Milliseconds for everything that the model does for one question. */
  deadlineMs: number;
}

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
/** Characters of a prompt for one token at the least: a ceiling has to hold before the server has counted. */
const UNITS_A_TOKEN = 1;

/** draft → read → prove each statement → keep what was found. Never throws: a model that fails leaves the extracted answer as it is. */
export async function writeAnswer({ question, answer, language, asker, onSentence }: Rewording, { model, prompts, ledger, deadlineMs }: Writer, thesaurus: Thesaurus): Promise<Written> {
  const prompt = prompts.find('answer', language);
  const logged: LoggedModel = { name: model.name, prompts: [{ name: `${prompt.name}.${prompt.language}`, version: prompt.version, digest: prompt.digest }], calls: 0, inputTokens: null, outputTokens: null, outcome: '' };
  const kept = (outcome: string, draft = '', statements: LoggedStatement[] = []): Written => ({ answer: null, draft, statements, model: { ...logged, outcome } });
  if (answer.citations.length > MOST_PASSAGES) return kept('not asked: too many passages');
  const material = fillPrompt(prompt, { material: materialOf(question, answer, answer.citations) });
  const key = createHash('sha256').update(JSON.stringify([model.name, prompt.digest, material])).digest('hex');
  try {
    const cached = ledger.reply(key);
    const reply = cached ?? (await ask(prompt, material));
    if (reply === null) return kept('not asked: a ceiling is reached');
    const statements = readReply(reply);
    if (statements === null) return kept('the reply could not be read', reply);
    if (cached === null) ledger.keep(key, reply);
    const proved = prove(statements, { question, answer }, thesaurus);
    const written = compose(answer, proved.held);
    const logs = proved.logs.map((log, index) => ({ ...log, passageIds: (statements[index]?.passages ?? []).flatMap((number) => answer.citations[number - 1]?.passageId ?? []) }));
    if (written === null) return kept(proved.held.length === 0 ? 'no statement held' : 'not all that was found came back', reply, logs);
    return { answer: written, draft: reply, statements: logs, model: { ...logged, outcome: cached === null ? 'written' : 'written before' } };
  } catch (error) {
    if (error instanceof ModelFault) logged.calls = error.calls;
    return kept(error instanceof ModelFault ? `${error.kind}: ${error.message}` : 'the model could not be asked');
  }

  async function ask(told: Prompt, user: string): Promise<string | null> {
    const most = { inputTokens: Math.ceil((told.system.length + user.length) / UNITS_A_TOKEN), outputTokens: told.maxOutputTokens };
    const reservation = ledger.reserve(asker, most);
    if (reservation === null) return null;
    try {
      const reply = await model.complete({ system: told.system, user, schema: STATEMENTS_SCHEMA, temperature: told.temperature, maxOutputTokens: told.maxOutputTokens, signal: AbortSignal.timeout(deadlineMs), ...(onSentence === undefined ? {} : { onText: sayProved(onSentence) }) });
      note(reply);
      reservation.settle({ inputTokens: reply.inputTokens ?? most.inputTokens, outputTokens: reply.outputTokens ?? most.outputTokens });
      return reply.text;
    } catch (error) {
      // Nobody knows what a broken call cost; one that was never sent costs nothing.
      if (error instanceof ModelFault && error.calls === 0) reservation.settle({ inputTokens: 0, outputTokens: 0 });
      throw error;
    }
  }

  /** Proves each statement as soon as it is complete, and says it once. */
  function sayProved(say: (sentence: string) => void): (soFar: string) => void {
    let seen = 0;
    return (soFar) => {
      const statements = readStatementsSoFar(soFar);
      for (const statement of statements.slice(seen)) if (faultOf(statement, answer.citations, question, thesaurus) === null) say(ended(statement.text));
      seen = Math.max(seen, statements.length);
    };
  }

  function note({ calls, inputTokens, outputTokens }: ChatReply): void {
    Object.assign(logged, { calls, inputTokens, outputTokens });
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
