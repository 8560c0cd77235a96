import { describe, expect, it } from 'vitest';
import { understand } from '../../src/answer/understand.js';
import { thesaurus } from './ask-lanqiao.js';

describe('a quoted topic', () => {
  it.each([
    ['“灯塔检修”的结论是什么', ['灯塔检修']],
    ['“明确参加“云溪船展2031”的目的与人选”的结论是什么', ['明确参加“云溪船展2031”的目的与人选']],
    ['“把“渡口”改为“码头””这一议题的结论', ['把“渡口”改为“码头”']],
    ['“灯塔检修”和“航标移位”的结论', ['灯塔检修', '航标移位']],
    ['《云溪渡口条例》什么时候通过', ['云溪渡口条例']],
  ])('%s', (question, quoted) => {
    expect(understand(question, thesaurus).quoted).toEqual(quoted);
  });
});
