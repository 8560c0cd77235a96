import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPrompts } from '../../../src/adapters/prompts/read-prompts.js';
import { PROJECT } from '../../house/project.js';
import { temporaryFolder } from '../temporary-folder.js';

const FOLDER = join(PROJECT, 'prompts');
const copied = (change: (text: string) => string): string => {
  const folder = temporaryFolder();
  for (const file of readdirSync(FOLDER)) copyFileSync(join(FOLDER, file), join(folder, file));
  writeFileSync(join(folder, 'answer.zh.md'), change(readFileSync(join(FOLDER, 'answer.zh.md'), 'utf8')));
  return folder;
};

describe('the prompts', () => {
  it('are there in Chinese and English, each with its digest', () => {
    const shelf = readPrompts(FOLDER);
    for (const { name } of shelf.all()) for (const language of ['zh', 'en'] as const) expect(shelf.find(name, language).digest).toMatch(/^[0-9a-f]{64}$/u);
    expect(shelf.all().length).toBeGreaterThanOrEqual(2);
    expect(() => shelf.find('poem', 'zh')).toThrow('There is no prompt poem.zh.md');
  });

  it('get another digest with every change', () => {
    const before = readPrompts(FOLDER).find('answer', 'zh').digest;
    expect(readPrompts(copied((text) => `${text}\n`)).find('answer', 'zh').digest).not.toBe(before);
  });

  it.each<[string, (text: string) => string, string]>([
    ['without front matter', (text) => text.replace(/^---/u, ''), 'must have front matter'],
    ['without a user part', (text) => text.replace('# user', '# usr'), 'must have front matter'],
    ['with another name than its file', (text) => text.replace('name: answer', 'name: reply'), 'calls itself reply.zh'],
    ['with a key nobody knows', (text) => text.replace('version:', 'mood: calm\nversion:'), 'has in its front matter at'],
    ['with a temperature of 9', (text) => text.replace('temperature: 0', 'temperature: 9'), 'parameters.temperature'],
    ['with an output nobody reads', (text) => text.replace('output: statements', 'output: poem'), 'at output'],
    ['with a variable that is nowhere used', (text) => text.replace('[material]', '[material, mood]'), 'the variable mood'],
    ['with a variable that is not listed', (text) => `${text}{{mood}}`, 'the variable mood'],
    ['with a variable in its system part', (text) => text.replace('# system\n', '# system\n{{material}}\n'), 'in its system part'],
    ['with front matter that is no YAML', (text) => text.replace('output: statements', 'output: [a'), 'not YAML'],
  ])('are refused %s', (_, change, message) => {
    expect(() => readPrompts(copied(change))).toThrow(message);
  });
});
