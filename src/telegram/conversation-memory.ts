const KEPT_QUESTIONS = 5;
const KEPT_MS = 30 * 60_000;
const KEPT_CONVERSATIONS = 2_000;

/** Earlier questions of each conversation, for follow-ups; in memory only. */
export interface ConversationMemory {
  /** Questions of the last 30 minutes, oldest first, at most 5. */
  recall(conversation: string): { question: string }[];
  remember(conversation: string, question: string): void;
}

/** `now` in milliseconds. The conversation that was silent longest is forgotten when there are more than 2,000. */
export function createConversationMemory(now: () => number): ConversationMemory {
  const conversations = new Map<string, { question: string; at: number }[]>();
  const fresh = (conversation: string) => (conversations.get(conversation) ?? []).filter((entry) => now() - entry.at <= KEPT_MS);
  return {
    recall: (conversation) => fresh(conversation).map(({ question }) => ({ question })),
    remember(conversation, question) {
      const entries = [...fresh(conversation), { question, at: now() }].slice(-KEPT_QUESTIONS);
      conversations.delete(conversation);
      conversations.set(conversation, entries);
      for (const oldest of conversations.keys()) {
        if (conversations.size <= KEPT_CONVERSATIONS) break;
        conversations.delete(oldest);
      }
    },
  };
}
