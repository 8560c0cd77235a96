import { describe, expect, it } from 'vitest';
import { ClearError } from '../../src/domain/errors.js';
import { PROMPTS } from '../answer/write/fake-writer.js';
import { runWithFakes } from './fake-entrance.js';

describe('huida prompts', () => {
  const prompts = () => PROMPTS.all();

  it('lists them for people and for programs', async () => {
    expect((await runWithFakes(['prompts', 'list'], { prompts })).stdout).toMatch(/^answer\.en {2}version \S+ {2}statements {2}[0-9a-f]{12}$/mu);
    const { stdout } = await runWithFakes(['prompts', 'list', '--json'], { prompts });
    expect((JSON.parse(stdout) as { prompts: { digest: string }[] }).prompts[0]?.digest).toMatch(/^[0-9a-f]{64}$/u);
  });

  it('shows one as the model gets it, and names what there is for another name', async () => {
    expect((await runWithFakes(['prompts', 'show', 'answer.zh'], { prompts })).stdout).toContain('{{material}}');
    const { code, stderr } = await runWithFakes(['prompts', 'show', 'poem.zh'], { prompts });
    expect([code, stderr]).toEqual([2, expect.stringContaining('There is no prompt "poem.zh"; there are answer.en, answer.zh')]);
  });

  it('checks them, and ends with 1 and one sentence for a broken one', async () => {
    expect(await runWithFakes(['prompts', 'check'], { prompts })).toMatchObject({ code: 0, stdout: expect.stringContaining('prompts are right') as string });
    expect(await runWithFakes(['prompts', 'check'], { prompts: () => { throw new ClearError('The prompt answer.zh.md is broken; correct it.'); } })).toMatchObject({ code: 1, stderr: 'The prompt answer.zh.md is broken; correct it.\n' });
  });
});

describe('huida doctor', () => {
  it('tells what works, and ends with 1 when something does not', async () => {
    const checkModel = () => Promise.resolve([{ name: 'models', outcome: 'works' as const, detail: 'The server lists m.', latencyMs: 3 }, { name: 'reply', outcome: 'fails' as const, detail: 'timeout: no answer.', latencyMs: 9 }]);
    expect(await runWithFakes(['doctor'], { checkModel })).toMatchObject({ code: 1, stdout: 'models: works (3 ms). The server lists m.\nreply: fails (9 ms). timeout: no answer.\n' });
    expect(JSON.parse((await runWithFakes(['doctor', '--json'], { checkModel })).stdout)).toMatchObject({ checks: [{ name: 'models' }, { outcome: 'fails' }] });
  });

  it('is content where no model is configured', async () => {
    expect(await runWithFakes(['doctor'], { checkModel: () => Promise.resolve([{ name: 'model', outcome: 'skipped', detail: 'None is set.', latencyMs: null }]) })).toMatchObject({ code: 0, stdout: 'model: skipped. None is set.\n' });
  });
});
