import { describe, expect, it } from 'vitest';
import { readReply } from '../../../src/answer/write/read-reply.js';

const ONE = [{ text: '收到提案312件。', passages: [1] }];
const JSON_ONE = JSON.stringify({ statements: ONE });

describe('a reply is read', () => {
  it.each([
    ['as it should be', JSON_ONE],
    ['in a fence', `\`\`\`json\n${JSON_ONE}\n\`\`\``],
    ['with talk around it', `好的，以下是答案：\n${JSON_ONE}\n希望有帮助。`],
    ['behind thoughts', `<think>{"statements": [{"text": "先想想", "passages": [9]}]}</think>${JSON_ONE}`],
    ['with a mark of byte order', `\uFEFF${JSON_ONE}`],
    ['with a trailing comma', '{"statements": [{"text": "收到提案312件。", "passages": [1,],},]}'],
    ['with numbers as text', '{"statements": [{"text": "收到提案312件。", "passages": ["[1]"]}]}'],
    ['with a marker in the text', '{"statements": [{"text": "收到提案312件【1】。", "passages": []}]}'],
    ['with more than was asked for', '{"mood": "calm", "statements": [{"text": "收到提案312件。", "passages": [1], "sure": true}]}'],
  ])('%s', (_, reply) => {
    expect(readReply(reply)).toEqual(ONE);
  });

  it('as nothing to say', () => {
    expect(readReply('{"statements": []}')).toEqual([]);
  });
});

describe('a reply is not read', () => {
  it.each([
    ['86 talk', '收到提案312件。'],
    ['86 two objects', `${JSON_ONE}\n${JSON_ONE}`],
    ['86 single quotes', "{'statements': []}"],
    ['86 NaN', '{"statements": [{"text": "一", "passages": [NaN]}]}'],
    ['87 null', 'null'],
    ['87 a list', '[]'],
    ['87 an empty text', '""'],
    ['87 a number', '7'],
    ['87 very deep', `{"statements": ${'['.repeat(9000)}`],
    ['87 very long', `{"statements": [{"text": "${'长'.repeat(30_000)}", "passages": [1]}]}`],
    ['89 a number that is none', '{"statements": [{"text": "一二三", "passages": ["P-1 "]}]}'],
    ['89 a range', '{"statements": [{"text": "一二三", "passages": ["[1-3]"]}]}'],
    ['89 half a passage', '{"statements": [{"text": "一二三", "passages": [1.5]}]}'],
    ['93 cut off', JSON_ONE.slice(0, -4)],
  ])('%s', (_, reply) => {
    expect(readReply(reply)).toBeNull();
  });
});
