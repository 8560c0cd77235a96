import { tool, type StructuredToolInterface } from '@langchain/core/tools';
import { z } from 'zod';
import type { Answer } from '../../domain/answer.js';
import type { SearchPassages } from './retriever.js';

const question = z.string().min(1).max(300);
const DEFAULT_LIMIT = 5;

/** Standard LangChain tools. */
export type PassageTools = StructuredToolInterface[];

/** The search of the corpus and the proved answer as standard LangChain tools; each gives JSON text. */
export function passageTools(search: SearchPassages, ask: (question: string) => Promise<Answer>): PassageTools {
  return [
    tool(async ({ question: asked, limit }) => JSON.stringify((await search(asked, limit ?? DEFAULT_LIMIT)).map(({ passage: { passageId, title, body, meeting, date, text }, score }) => ({ passageId, title, body, meeting, date, score, text }))), {
      name: 'search_meeting_records',
      description: 'Finds passages of the meeting records for a question in Chinese or English, best first, each with document, body, meeting and date.',
      schema: z.object({ question: question.describe('what is looked for, in words'), limit: z.number().int().min(1).max(20).optional().describe('most passages, 5 unless told') }),
    }),
    tool(
      async ({ question: asked }) => {
        const { status, answer, verdict, citations } = await ask(asked);
        return JSON.stringify({ status, answer, verdict, citations: citations.map(({ marker, title, meeting, date, quote }) => ({ marker, title, meeting, date, quote })) });
      },
      {
        name: 'answer_from_meeting_records',
        description: 'Answers one question from the meeting records, in their words, with numbered citations; says so where the records do not hold the answer. Statuses that begin with "refused" are such.',
        schema: z.object({ question: question.describe('a question that stands alone') }),
      },
    ),
  ];
}
