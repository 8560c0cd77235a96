import { z } from 'zod';
import { visibleText } from '../../language/fold.js';
import type { LoggedModel } from '../../ports/record-log.js';
import { screenQuestion } from '../screen.js';
import { callModel, type Writer } from './call-model.js';
import { fillPrompt } from './fill-prompt.js';
import { objectsOf } from './read-reply.js';

const MOST_QUESTIONS = 4;
const shape = z.object({ questions: z.array(z.string()).max(20) });
const QUESTIONS_SCHEMA = { name: 'questions', schema: { type: 'object', additionalProperties: false, required: ['questions'], properties: { questions: { type: 'array', items: { type: 'string' } } } } };
/** Nothing that a citizen asks of a record. */
const MARKUP = /https?:|www\.|tg:|t\.me\/|[<>{}`|]/iu;

/** Questions that a model makes of the material, those left out that no citizen might ask; they are asked of the record like any other. */
export async function askForQuestions(name: 'parts' | 'reading', material: unknown, language: 'zh' | 'en', asker: string | null, writer: Writer): Promise<{ questions: string[]; model: LoggedModel }> {
  const prompt = writer.prompts.find(name, language);
  const reply = await callModel({ prompt, user: fillPrompt(prompt, { material }), schema: QUESTIONS_SCHEMA, asker }, writer);
  if (reply.text === null) return { questions: [], model: reply.model };
  const [found, ...others] = objectsOf(reply.text, shape);
  if (found === undefined || others.length > 0) return { questions: [], model: { ...reply.model, outcome: 'the reply could not be read' } };
  reply.keep();
  const questions = found.questions.map(visibleText).filter((question) => !MARKUP.test(question) && screenQuestion(question) === null);
  return { questions: [...new Set(questions)].slice(0, MOST_QUESTIONS), model: reply.model };
}
