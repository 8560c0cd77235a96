import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/answer/answer-question.js';
import { checkStatements, MAX_STATEMENTS, type Check } from '../../../src/answer/check/check-statements.js';
import { splitStatements } from '../../../src/answer/check/split-statements.js';
import { lanqiaoPorts, memoryLog } from '../ask-lanqiao.js';

async function check(text: string, log = memoryLog()): Promise<Check> {
  let count = 0;
  const ports = lanqiaoPorts({ log });
  return await checkStatements(text, (question) => answerQuestion(question, 'test', ports), () => `id-${++count}`);
}

async function verdicts(text: string): Promise<(string | null)[]> {
  return (await check(text)).statements.map(({ verdict }) => verdict);
}

describe('splitStatements', () => {
  it.each([
    ['收到提案312件。立案289件！', ['收到提案312件。', '立案289件！']],
    ['【转发】重要通知：会议1月15日开幕；请大家转发！', ['会议1月15日开幕；']],
    ['1、收到提案312件\n2、立案289件', ['收到提案312件', '立案289件']],
    ['他说“收到了。谢谢。”就走了。', ['他说“收到了。谢谢。”就走了。']],
    ['It grew by 4.6 percent. The session closed on May 3.', ['It grew by 4.6 percent.', 'The session closed on May 3.']],
    ['增长4.6%', ['增长4.6%']],
    ['。。！', []],
  ])('%j', (text, statements) => {
    expect(splitStatements(text)).toEqual(statements);
  });
});

describe('checkStatements', () => {
  it.each([
    ['supported', '政协五届三次会议收到提案312件'],
    ['contradicted', '政协五届三次会议收到提案321件'],
    ['not_found', '政协五届三次会议决定修建地铁'],
    ['supported', 'The fourth session of the fifth CPPCC received 347 proposals.'],
    ['contradicted', 'The third session of the fifth CPPCC received 300 proposals.'],
  ])('a single statement needs no question words: %s, %s', async (verdict, text) => {
    const result = await check(text);
    expect(result).toMatchObject({ text, verdict, left: 0 });
    expect(result.statements).toHaveLength(1);
    expect(result.statements[0]?.citations.length === 0).toBe(verdict === 'not_found');
  });

  it('judges each statement of a paragraph by itself; what leans on the sentence before is read with its session', async () => {
    const text = '政协五届四次会议在澜桥大剧院开幕。会议收到提案347件，立案289件。会议还决定发放补贴。';
    const result = await check(text);
    expect(result.statements.map(({ verdict }) => verdict)).toEqual(['supported', 'contradicted', 'not_found']);
    expect(result).toMatchObject({ verdict: 'contradicted', counts: { supported: 1, contradicted: 1, not_found: 1 } });
    expect(result.statements.map(({ question }) => question)).toEqual(['政协五届四次会议在澜桥大剧院开幕。', '会议收到提案347件，立案289件。', '会议还决定发放补贴。']);
  });

  it('does not read a statement that names its own session with another one', async () => {
    expect(await verdicts('政协五届四次会议收到提案347件。政协五届三次会议收到提案312件。')).toEqual(['supported', 'supported']);
  });

  it('has no verdict for a text that states nothing', async () => {
    expect(await check('！！！')).toMatchObject({ verdict: null, statements: [] });
  });

  it('logs every statement under an id of its own', async () => {
    const log = memoryLog();
    await check('政协五届三次会议收到提案312件。政协五届三次会议立案289件。', log);
    expect(new Set(log.records.map(({ id }) => id)).size).toBe(2);
  });

  it('stops at the limit and says how many are left', async () => {
    const result = await check(Array.from({ length: MAX_STATEMENTS + 2 }, (_, index) => `第${index + 1}号井盖修好了。`).join(''));
    expect(result.statements).toHaveLength(MAX_STATEMENTS);
    expect(result.left).toBe(2);
  });
});
