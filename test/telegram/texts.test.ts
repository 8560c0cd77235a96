import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { en } from '../../src/telegram/texts/en.js';
import { languageOf } from '../../src/telegram/texts/languages.js';
import { textsIn } from '../../src/telegram/texts/texts.js';
import { zhHans } from '../../src/telegram/texts/zh-hans.js';
import { teamEn } from '../../src/telegram/texts/team/en.js';
import { teamZhHans } from '../../src/telegram/texts/team/zh-hans.js';
import { teamZhHant } from '../../src/telegram/texts/team/zh-hant.js';
import { zhHant } from '../../src/telegram/texts/zh-hant.js';
import { PROJECT } from '../house/project.js';

const baseOf = (key: string) => key.replace(/_(?:one|other)$/, '');
const placeholders = (text: string) => [...new Set(Array.from(text.matchAll(/\{\{(\w+)\}\}/g), (match) => match[1]))].sort();

test('the three languages say the same things with the same values', () => {
  for (const [key, text] of Object.entries({ ...zhHans, ...teamZhHans })) {
    const others: Record<string, string | undefined>[] = [{ ...zhHant, ...teamZhHant }, { ...en, ...teamEn }];
    for (const wording of others) expect([key, placeholders(wording[key] ?? 'missing')]).toEqual([key, placeholders(text)]);
  }
  expect(Object.keys(zhHant).sort()).toEqual(Object.keys(zhHans).sort());
  expect([...new Set(Object.keys(en).map(baseOf))].sort()).toEqual([...new Set(Object.keys(zhHans).map(baseOf))].sort());
});

test('every sentence is said somewhere', () => {
  const door = join(PROJECT, 'src', 'telegram');
  const code = readdirSync(door, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/texts[\\/](?:en|zh-han[st])\.ts$/.test(file) && statSync(join(door, file)).isFile())
    .map((file) => readFileSync(join(door, file), 'utf8'))
    .join('\n');
  expect(Object.keys({ ...zhHans, ...teamZhHans }).filter((key) => !code.includes(`'${baseOf(key)}'`))).toEqual([]);
});

test('what is filled in stays as it is: no key, no template and no escaping comes of it', () => {
  expect(textsIn('zh-Hans').say('covers', { documents: '{{articles}} $t(welcome) <b>', articles: 2, dates: '', bodies: '' })).toBe('收录 {{articles}} $t(welcome) <b> 份文件、2 篇文章。');
});

test.each([
  ['zh-hans', '', 'zh-Hans'], ['zh', '', 'zh-Hans'], ['zh-TW', '', 'zh-Hant'], ['zh-Hant-HK', '', 'zh-Hant'], ['de', '预算', 'en'], ['zhx', '', 'en'],
  [undefined, '预算是多少？', 'zh-Hans'], [undefined, '預算是多少？會議', 'zh-Hant'], [undefined, 'budget', 'en'], ['', '预算', 'zh-Hans'],
])('a client of %j writing %j reads %s', (code, message, language) => {
  expect(languageOf(code, message)).toBe(language);
});
