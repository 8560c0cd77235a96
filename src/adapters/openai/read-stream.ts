import type { ChatCompletionChunk } from 'openai/resources/chat/completions';
import { z } from 'zod';
import { ModelFault, type ChatReply } from '../../ports/chat-model.js';
import { readCompletion } from './read-completion.js';

/** Longest reply that is collected, in UTF-16 units. */
const MOST_UNITS = 200_000;

/** What is read of a piece; servers leave out and add as they like. */
const shape = z.object({
  choices: z.array(z.object({ delta: z.object({ content: z.string().nullish() }).nullish(), finish_reason: z.string().nullish() })).nullish(),
  usage: z.unknown().optional(),
});

/** Collects a streamed completion; `onText` hears what has come so far. Throws ModelFault where the stream breaks off, is filtered or holds no text. */
export async function readStream(stream: AsyncIterable<ChatCompletionChunk>, onText: (soFar: string) => void, signal: AbortSignal): Promise<Omit<ChatReply, 'calls'>> {
  let text = '';
  let finish: string | null = null;
  let usage: unknown = null;
  for await (const chunk of stream) {
    const read = shape.safeParse(chunk);
    if (!read.success) throw new ModelFault('no_text', 'the stream holds something else than a chat completion');
    const [choice] = read.data.choices ?? [];
    const piece = choice?.delta?.content ?? '';
    text += piece;
    finish = choice?.finish_reason ?? finish;
    usage = read.data.usage ?? usage;
    if (text.length > MOST_UNITS) throw new ModelFault('no_text', 'the reply is too long');
    if (piece !== '') onText(text);
  }
  // The client ends an aborted stream as if it were over.
  if (signal.aborted) throw new ModelFault('timeout', 'the model did not answer in time');
  // What was cut off in the middle ends like a whole one, but for its reason to end.
  if (finish === null && text !== '') throw new ModelFault('cut_off', 'the stream broke off');
  return readCompletion({ choices: [{ finish_reason: finish, message: { content: text } }], usage });
}
