// Hands the corpus to an agent of LangChain: npm run example -- "市政协七届四次会议一共收到多少件提案？"
// With CHAT_MODEL, OPENAI_BASE_URL or OPENAI_API_KEY and @langchain/openai installed, put `new ChatOpenAI(…)` where the fake model stands.
import { pathToFileURL } from 'node:url';
import { AIMessage, createAgent, fakeModel } from 'langchain';
import { openForLangChain } from '../../src/langchain.js';

/** What the agent said, and what the tools gave it. */
export interface AgentTurn {
  reply: string;
  toolResults: string[];
}

/** Lets an agent answer with our tools. Its model is LangChain's own fake: it calls the tool, then says what the tool gave. */
export async function askAgent(question: string, dataFolder?: string): Promise<AgentTurn> {
  const house = openForLangChain(dataFolder === undefined ? {} : { dataFolder });
  try {
    const model = fakeModel()
      .respondWithTools([{ name: 'search_meeting_records', args: { question, limit: 3 } }])
      .respondWithTools([{ name: 'answer_from_meeting_records', args: { question } }])
      .respond((messages) => new AIMessage((JSON.parse(messages.at(-1)?.text ?? '') as { answer: string }).answer));
    const { messages } = await createAgent({ model, tools: house.tools }).invoke({ messages: [{ role: 'user', content: question }] });
    return { reply: messages.at(-1)?.text ?? '', toolResults: messages.filter((message) => message.type === 'tool').map(({ text }) => text) };
  } finally {
    house.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { reply } = await askAgent(process.argv[2] ?? '市政协七届四次会议一共收到多少件提案？');
  console.log(reply);
}
