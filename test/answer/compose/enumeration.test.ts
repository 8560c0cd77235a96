import { describe, expect, it } from 'vitest';
import { enumeratedItems, followEnumeration } from '../../../src/answer/compose/enumeration.js';
import type { Span } from '../../../src/language/sentences.js';

/** The span of a stretch of the text. */
function spanOf(text: string, part: string): Span {
  const start = text.indexOf(part);
  expect(start).toBeGreaterThanOrEqual(0);
  return { start, end: start + part.length };
}

/** What is quoted from a text when the sentence that begins with `part` is found; null where there is no list. */
function followed(text: string, part: string, asksList = true): string[] | null {
  return followEnumeration(text, spanOf(text, part), asksList)?.map(({ start, end }) => text.slice(start, end)) ?? null;
}

const PROSE = '会议认为形势平稳。要做好三件事。一是清淤河道。河道已有十年未清。二是更换闸门。三是巡查堤岸。其他工作照常。';
const LINES = '议定以下事项：\n1. 清淤河道。\n2. 更换闸门。\n3. 巡查堤岸。\n散会。';

describe('a list is quoted whole', () => {
  it.each([
    ['from its lead-in', '要做好三件事'],
    ['from its first item', '一是'],
    ['from an item in the middle', '二是'],
    ['from its last item', '三是'],
  ])('in prose, %s', (_, part) => {
    const quoted = followed(PROSE, part)!.join('');
    for (const item of ['一是清淤河道', '二是更换闸门', '三是巡查堤岸']) expect(quoted).toContain(item);
    expect(quoted).not.toContain('其他工作照常');
    expect(quoted).not.toContain('形势平稳');
  });

  it.each([
    ['1. …', LINES],
    ['（一）…', LINES.replace('1. ', '（一）').replace('2. ', '（二）').replace('3. ', '（三）')],
    ['一、…', LINES.replace('1. ', '一、').replace('2. ', '二、').replace('3. ', '三、')],
    ['第一，…', LINES.replace('1. ', '第一，').replace('2. ', '第二，').replace('3. ', '第三，')],
    ['- …', LINES.replace('1. ', '- ').replace('2. ', '- ').replace('3. ', '- ')],
  ])('in lines marked %s, with the line that opens it', (_, text) => {
    const quoted = followed(text, '议定以下事项')!.join('');
    for (const item of ['议定以下事项', '清淤河道', '更换闸门', '巡查堤岸']) expect(quoted).toContain(item);
    expect(quoted).not.toContain('散会');
  });

  it('inside one sentence', () => {
    const text = '今年有两件事：一是清淤河道；二是更换闸门。其他照常。';
    expect(followed(text, '今年')).toEqual(['今年有两件事：一是清淤河道；二是更换闸门。']);
  });

  it('but not the next list, which counts from one again', () => {
    const text = '渡口要做两件事。一是修石阶。二是装栏杆。\n闸门要做两件事。一是换钢板。二是补图纸。三是刷油漆。';
    const quoted = followed(text, '渡口')!.join('');
    expect(quoted).toContain('装栏杆');
    expect(quoted).not.toMatch(/换钢板|刷油漆/);
  });

  it('item by item in short where the whole would be too long', () => {
    const long = '沿河各段由镇上逐一修整，材料就近取用，费用分期支付，';
    const text = `要做三件事。一是清淤河道，${long.repeat(9)}完毕。二是更换闸门，${long.repeat(9)}完毕。三是巡查堤岸，${long.repeat(9)}完毕。`;
    const quoted = followed(text, '要做三件事')!;
    expect(quoted.length).toBeGreaterThan(1);
    for (const item of ['一是清淤河道', '二是更换闸门', '三是巡查堤岸']) expect(quoted.join('\n')).toContain(item);
    expect(quoted.join('').length).toBeLessThan(600);
  });
});

describe('what is no list', () => {
  it.each([
    ['a plain sentence', '会议认为形势平稳。其他工作照常。', '会议认为'],
    ['a single item', '要做好一件事。一是清淤河道。其他工作照常。', '其他'],
    ['a list far below', `会议认为形势平稳。${'各段照常。'.repeat(5)}一是清淤河道。二是更换闸门。`, '会议认为'],
  ])('%s', (_, text, part) => {
    expect(followed(text, part)).toBeNull();
  });

  it('is followed by the sentence that fills it all the same', () => {
    expect(followed('仍有短板。主要是泵站老化。其他照常。', '仍有短板')).toEqual(['仍有短板。主要是泵站老化。']);
    expect(followed('结论如下：\n更换九扇闸门。\n散会。', '结论如下', false)).toEqual(['结论如下：\n更换九扇闸门。']);
  });
});

describe('the items of a list one by one', () => {
  it('in order, without the sentences between them', () => {
    const items = enumeratedItems(PROSE, spanOf(PROSE, '要做好三件事。'));
    expect(items.map(({ start, end }) => PROSE.slice(start, end))).toEqual(['一是清淤河道。', '二是更换闸门。', '三是巡查堤岸。']);
  });

  it('are none where there is no list', () => {
    expect(enumeratedItems('会议认为形势平稳。', { start: 0, end: 9 })).toEqual([]);
  });
});
