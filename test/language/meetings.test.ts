import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMeetings, meetingKey, meetingsAgree, organOf } from '../../src/language/meetings.js';
import { inventedText } from './invented-text.js';

const keys = (text: string): string[] => findMeetings(text).map(({ key }) => key);

describe('findMeetings', () => {
  it.each([
    ['政协第三届云溪市委员会第二次会议', 'cppcc:3:2'],
    ['中国人民政治协商会议第三届云溪市委员会第二次会议', 'cppcc:3:2'],
    ['市政协三届二次会议', 'cppcc:3:2'],
    ['政協第三屆委員會第二次會議', 'cppcc:3:2'],
    ['市政协３届２次会议', 'cppcc:3:2'],
    ['市二届人大四次会议', 'congress:2:4'],
    ['云溪市第二届人民代表大会第四次会议', 'congress:2:4'],
    ['县第十六届人民代表大会第十一次会议', 'congress:16:11'],
    ['市委九届三次全会', 'party:9:3'],
    ['市委九届三次全体会议', 'party:9:3'],
    ['三届二次会议', '*:3:2'],
    ['某学会第四届理事会第二次会议', '*:4:2'],
    ['主席团第五次会议', 'presidium:*:5'],
    ['主席团举行第五次会议', 'presidium:*:5'],
    ['市人大常委会第十二次会议', 'standing_committee:*:12'],
    ['市政协二次会议', 'cppcc:*:2'],
    ['第二十一次会议', '*:*:21'],
    ['第3次例会', '*:*:3'],
  ])('%s is %s', (text, key) => {
    expect(keys(text)).toEqual([key]);
    expect(keys(`听取了${text}的情况`)).toHaveLength(1);
  });

  it('finds a session and the meeting of its presidium as two', () => {
    const text = '市二届人大四次会议主席团举行第五次会议，随后召开市政协三届二次会议。';
    expect(keys(text)).toEqual(['congress:2:4', 'presidium:*:5', 'cppcc:3:2']);
    expect(findMeetings(text).map((meeting) => meeting.text)).toEqual(['二届人大四次会议', '第五次会议', '政协三届二次会议']);
  });

  it('takes the organ from its own clause only', () => {
    expect(keys('市政协听取汇报，第四次会议闭幕')).toEqual(['*:*:4']);
  });

  it.each(['召开座谈会3次', '第一次来到云溪', '第三届委员会', '三十二届毕业生', '会议第二次表决', '第〇次会议', '本次会议', '第五次植树'])('%s names no session', (text) => {
    expect(keys(text)).toEqual([]);
  });

  it('gives offsets that point into the text, in order and apart, and keys that hold their parts', () => {
    fc.assert(
      fc.property(inventedText, (text) => {
        let at = 0;
        for (const { start, end, text: words, key, organ, term, session } of findMeetings(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(words);
          expect(session).toBeGreaterThan(0);
          expect(key).toBe(meetingKey(organ, term, session));
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('meetingsAgree', () => {
  it.each([
    ['cppcc:3:2', 'cppcc:3:2', true],
    ['cppcc:3:2', '*:3:2', true],
    ['cppcc:3:2', 'cppcc:*:2', true],
    ['cppcc:3:2', '*:*:2', true],
    ['cppcc:3:2', 'congress:3:2', false],
    ['cppcc:3:2', 'cppcc:4:2', false],
    ['cppcc:3:2', 'cppcc:3:4', false],
    ['presidium:*:4', 'cppcc:3:4', false],
  ])('%s and %s: %s', (a, b, agree) => {
    expect(meetingsAgree(a, b)).toBe(agree);
    expect(meetingsAgree(b, a)).toBe(agree);
  });
});

describe('organOf', () => {
  it.each([['云溪市政协', 'cppcc'], ['人民政治协商会议', 'cppcc'], ['人民代表大会', 'congress'], ['市人大', 'congress'], ['云溪市委', 'party'], ['市委员会', null], ['水务局', null], ['中共云溪市委、市政协', 'cppcc']])('%s: %s', (text, organ) => {
    expect(organOf(text)).toBe(organ);
  });
});
