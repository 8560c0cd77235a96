import { describe, expect, it } from 'vitest';
import { translateQuestion } from '../../src/answer/translate/translate-question.js';
import { findFigures } from '../../src/language/figures.js';
import { NEWS } from './lanqiao-news.js';
import { RECORDS } from './lanqiao-records.js';
import { ask, generationOf, lanqiaoPorts } from './ask-lanqiao.js';

const REPORT = {
  documentId: 'gullwater',
  format: 'md' as const,
  file: 'gullwater.md',
  digest: '0',
  text: `# Gullwater Library Trust Annual Report 2031

The Mobile Branch Team handled 58 interlibrary loans; the median wait was nine days.

Rosa Lindqvist was elected treasurer of the Gullwater Reading Council on 3 March 2031, replacing Amir Haddad.`,
  firstLine: 1,
  isSingleLine: false,
  given: {},
};
const generation = generationOf([...NEWS, ...RECORDS, REPORT]);
const ports = lanqiaoPorts({ generation: () => generation });

describe('an English record', () => {
  it.each([
    ['How many interlibrary loans did the Mobile Branch Team handle?', '58'],
    ['Please tell me who was elected treasurer of the Gullwater Reading Council.', 'Rosa Lindqvist'],
  ])('is asked in its own words: %s', async (question, said) => {
    const answer = await ask(question, ports);
    expect(answer.status).toBe('answered');
    expect(JSON.stringify(answer)).toContain(said);
  });

  it.each(['How many magazines did the Mobile Branch Team handle?', 'How many bicycles did the Mobile Branch Team sell?', 'Who was elected secretary of the Gullwater Reading Council?', 'Who was elected treasurer of the Copperfield Rowing Society?'])('does not answer for another matter: %s', async (question) => {
    expect((await ask(question, ports)).status).not.toBe('answered');
  });
});

it('reads a count before an English noun', () => {
  expect(findFigures('The team handled 58 loans and 3D prints')).toMatchObject([{ value: 58, unit: '' }]);
});

it('takes a syllable among pinyin for pinyin, though the records abbreviate something so', () => {
  const names = { namesLike: () => [], isWritten: (word: string) => word.toLowerCase() === 'ci' };
  expect(translateQuestion('zhengxie wu jie san ci huiyi 收到多少提案', names)).toContain('五届三次会议');
});
