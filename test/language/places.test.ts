import { describe, expect, it } from 'vitest';
import { placesOfTitles } from '../../src/language/places.js';

describe('places that only titles bear', () => {
  it.each([
    ['2032年望湖市政府工作报告', '望湖'],
    ['望湖市第三届人民代表大会第二次会议决议', '望湖'],
    ['政协第三届望湖市委员会', '望湖'],
    ['在岚屏县人民代表大会常务委员会', '岚屏'],
  ])('%s', (title, place) => {
    expect([...placesOfTitles([title])]).toEqual([place]);
  });

  it('are no years and no words of the language', () => {
    expect([...placesOfTitles(['2032年全市工作要点', '关于城市建设的报告', '全国农村市场'])]).toEqual([]);
  });
});
