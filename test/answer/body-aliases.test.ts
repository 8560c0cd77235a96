import { describe, expect, it } from 'vitest';
import { aliasesByBody } from '../../src/answer/body-aliases.js';

describe('what people call a body', () => {
  it.each([
    ['澜桥市规划委员会', '规委会'],
    ['渡口花园第三届业主委员会', '业委会'],
    ['澜桥市发展和改革委员会', '发改委'],
    ['灯塔社区技术指导委员会（TSC）', 'tsc'],
    ['灯塔社区技术指导委员会（TSC）', '灯塔社区技术指导委员会'],
    ['澜桥市水系治理专班', '水系治理专班'],
  ])('%s: %s', (name, alias) => {
    expect(aliasesByBody([name]).get(name)).toContain(alias);
  });

  it('takes no short form that two bodies could mean, and no 市委', () => {
    const aliases = aliasesByBody(['澜桥市规划委员会', '清河县规划委员会', '澜桥市委员会']);
    expect(aliases.get('澜桥市规划委员会')).toEqual(['澜桥市规划委员会']);
    expect([...aliases.values()].flat()).not.toContain('市委');
  });

  it('leaves organs that every place has with their place', () => {
    const names = ['澜桥市第六届人民代表大会', '澜桥市人民政府', '政协第五届澜桥市委员会'];
    expect([...aliasesByBody(names).values()]).toEqual(names.map((name) => [name]));
  });
});
