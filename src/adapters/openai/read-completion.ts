import { z } from 'zod';
import { ModelFault, type ChatReply } from '../../ports/chat-model.js';

/** A count that can be: servers send none, negative ones and absurd ones. */
const count = z.number().int().min(0).max(10_000_000).nullable().catch(null);
const shape = z.object({
  choices: z.array(z.object({ finish_reason: z.string().nullish(), message: z.object({ content: z.string().nullish() }) })).min(1),
  usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish().catch(null),
});

/** The text of a completion. Throws ModelFault where it is cut off, filtered, or there is none. */
export function readCompletion(completion: unknown): Omit<ChatReply, 'calls'> {
  const read = shape.safeParse(completion);
  const choice = read.data?.choices[0];
  if (!read.success || choice === undefined) throw new ModelFault('no_text', 'the model\'s server answered with something else than a chat completion');
  if (choice.finish_reason === 'length') throw new ModelFault('cut_off', 'the reply was cut off');
  if (choice.finish_reason === 'content_filter') throw new ModelFault('filtered', 'the reply was filtered');
  const text = choice.message.content ?? '';
  if (text.trim() === '') throw new ModelFault('no_text', 'the reply holds no text');
  return { text, inputTokens: read.data.usage?.prompt_tokens ?? null, outputTokens: read.data.usage?.completion_tokens ?? null };
}
