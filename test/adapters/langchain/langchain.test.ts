import { describe, expect, it } from 'vitest';
import { openForLangChain } from '../../../src/langchain.js';
import { askAgent } from '../../examples/langchain-agent.js';
import { temporaryFolder } from '../temporary-folder.js';

const QUESTION = '市政协七届四次会议一共收到多少件提案？';

describe('the corpus for LangChain', { timeout: 60_000 }, () => {
  it('is a retriever: passages as printed, best first, with where they stand', async () => {
    const house = openForLangChain({ dataFolder: temporaryFolder(), limit: 3 });
    const documents = await house.retriever.invoke(QUESTION);
    expect(documents).toHaveLength(3);
    expect(documents[0]?.pageContent).toContain('提案');
    expect(documents[0]?.metadata).toMatchObject({ passageId: documents[0]?.id, meeting: expect.stringContaining('四次会议') as string, source: { file: expect.stringMatching(/\.md$/u) as string } });
    const scores = documents.map(({ metadata }) => metadata.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    house.close();
  });

  it('is two tools that say what they want and refuse anything else', async () => {
    const house = openForLangChain({ dataFolder: temporaryFolder() });
    const [search, answer] = house.tools;
    expect(house.tools.map(({ name }) => name)).toEqual(['search_meeting_records', 'answer_from_meeting_records']);
    expect(JSON.parse((await answer?.invoke({ question: QUESTION })) as string)).toMatchObject({ status: 'answered', citations: [{ marker: 1 }] });
    expect(JSON.parse((await answer?.invoke({ question: '市政协九届八次会议收到多少件提案？' })) as string)).toMatchObject({ status: expect.stringMatching(/^refused/u) as string, citations: [] });
    await expect(search?.invoke({ question: '' })).rejects.toThrow();
    await expect(search?.invoke({ question: QUESTION, limit: 500 })).rejects.toThrow();
    house.close();
  });

  it('serves an agent of LangChain, which gets the passages and the proved answer', async () => {
    const { reply, toolResults } = await askAgent(QUESTION, temporaryFolder());
    expect(toolResults).toHaveLength(2);
    expect(toolResults[0]).toContain('提案');
    expect(reply).toMatch(/\d+件?.*\[1\]/su);
  });
});
