import { describe, expect, it } from 'vitest';
import { oppositeOf } from '../../src/answer/compose/claim/polarity.js';
import { ask } from './ask-lanqiao.js';
import { CLAIMS } from './lanqiao-claims.js';

describe('claims', () => {
  it.each(CLAIMS)('$verdict: $question', async ({ verdict, question, shows }) => {
    const answer = await ask(question);
    expect({ verdict: answer.verdict, answer: answer.answer }).toEqual({ verdict, answer: expect.stringContaining(shows) as string });
    expect(answer.status).toBe(verdict === 'not_found' ? 'refused_not_in_passages' : 'answered');
    expect(answer.answer.length).toBeLessThanOrEqual(300);
    expect(answer.citations.length > 0).toBe(verdict !== 'not_found');
  });

  it('show the claimed and the recorded value side by side', async () => {
    const { answer } = await ask('听说政协五届三次会议收到提案347件，是真的吗？');
    expect(answer).toContain('说法：347件；记录：312件');
  });

  it.each(['微信上说政协五届三次会议收到提案347件，靠谱吗', '群里传政协五届三次会议收到提案347件，真的假的？', '听人讲政协五届三次会议收到提案347件'])('are heard in many ways: %s', async (question) => {
    const { verdict, answer } = await ask(question);
    expect(verdict).toBe('contradicted');
    expect(answer).toContain('说法：347件；记录：312件');
  });

  it('are read from a bare statement as well', async () => {
    const { verdict } = await ask('政协五届三次会议收到提案312件。');
    expect(verdict).toBe('supported');
  });

  it('hold only if all that is asserted holds', async () => {
    const { verdict, answer } = await ask('听说政协五届三次会议收到提案312件，立案301件，对吗');
    expect(verdict).toBe('contradicted');
    expect(answer).toContain('说法：301件；记录：289件');
  });
});

describe('a claim of several parts', () => {
  it('says which part holds and which does not', async () => {
    const { verdict, answer, findings } = await ask('听说政协五届四次会议收到提案347件，立案289件，对吗');
    expect(verdict).toBe('contradicted');
    expect(answer).toContain('说法：289件；记录：301件');
    expect(answer).toContain('与记录一致的部分：347件');
    expect(findings).toEqual([{ claimed: '347件', recorded: '347件', holds: true }, { claimed: '289件', recorded: '301件', holds: false }]);
  });

  it('shows each count beside its own recorded value', async () => {
    const { findings } = await ask('听说政协五届三次会议收到提案321件，立案298件，对吗');
    expect(findings).toEqual([{ claimed: '321件', recorded: '312件', holds: false }, { claimed: '298件', recorded: '289件', holds: false }]);
  });

  it('is not found where one part stands nowhere, and says what was found', async () => {
    const { verdict, status, answer } = await ask('听说政协五届三次会议收到提案312件，给委员发了补贴900元，对吗');
    expect({ verdict, status }).toEqual({ verdict: 'not_found', status: 'answered_partly' });
    expect(answer).toContain('312件与记录一致');
  });
});

describe('outcomes', () => {
  it.each([
    ['同意建仓', '不同意建仓', '同意'],
    ['获得通过', '未获通过', '通过'],
    ['收到议案', '没有收到十人联名的议案', '收到'],
  ])('%s is denied by %s', (claimed, recorded, word) => {
    expect(oppositeOf(claimed, recorded, [word])).not.toBeNull();
  });

  it.each([
    ['不同意建仓', '暂不同意建仓'],
    ['增长7%', '工业增加值增长7%'],
    ['邹未央作提案报告', '副主席邹未央作提案报告'],
    ['不断增长', '持续增长'],
  ])('%s is not denied by %s', (claimed, recorded) => {
    expect(oppositeOf(claimed, recorded, ['建仓', '增长', '提案'])).toBeNull();
  });
});

describe('questions for yes or no', () => {
  it.each([
    ['是。', '人大六届五次会议有没有表决通过关于政府工作报告的决议？'],
    ['是。', '市政协五届三次会议同意蒋绍川所作的工作报告了吗？'],
  ])('%s %s', async (opens, question) => {
    const { status, answer, verdict } = await ask(question);
    expect({ status, verdict, opens: answer.slice(0, opens.length) }).toEqual({ status: 'answered', verdict: null, opens });
  });

  it.each([
    ['supported', '是。', '政协五届三次会议是不是收到了312件提案？'],
    ['contradicted', '否。', '政协五届三次会议是不是收到了321件提案？'],
  ])('with 是不是 are claims as well: %s', async (verdict, opens, question) => {
    const given = await ask(question);
    expect({ verdict: given.verdict, opens: given.answer.slice(0, opens.length) }).toEqual({ verdict, opens });
  });

  it.each(['政协五届三次会议是不是选了新主席？', '政协五届三次会议的提案办完了没有？'])('are not said to be so where the record says less: %s', async (question) => {
    expect((await ask(question)).answer).not.toMatch(/^[是否]。/);
  });

  it('are refused where the record does not speak of it', async () => {
    const { status } = await ask('政协五届三次会议是否通过了地铁规划？');
    expect(status).toMatch(/^refused/);
  });
});
