/** What recognition misread: printed characters and what they are searched as. */
export interface Repair {
  /** Offsets in UTF-16 units into the printed text. */
  start: number;
  end: number;
  printed: string;
  /** Empty where printed characters do not belong to the text. */
  read: string;
}

interface Rule {
  pattern: RegExp;
  read: (printed: string) => string;
}

const HAN = '\\u3400-\\u9fff';
const without = (printed: string): string => printed.replace(/[ \u3000]/gu, '');
const always = (read: string) => (): string => read;

/** Each rule is sure by what stands around it: a wrong repair would hide what is printed from those who search for it. */
const RULES: readonly Rule[] = [
  // 关 于 提 案 的: characters set apart, three and more in a row (two may be two names).
  { pattern: new RegExp(`(?<![${HAN}])[${HAN}](?:[ \\u3000][${HAN}]){2,}(?![${HAN}])`, 'gu'), read: without },
  // 20 25年, 2 025年
  { pattern: /(?<!\d)(?:1 ?9|2 ?0) ?\d ?\d(?= ?年)/gu, read: without },
  // 12 .5%, 12. 5亿元
  { pattern: /(?<=\d)(?: \. ?|\. )(?=\d+ ?[%％亿万])/gu, read: always('.') },
  // 2O25年, 1OO件, 5O%
  { pattern: /(?<=\d)[OoQ]+(?=[\d年月日%％亿万件个人元名项])/gu, read: (printed) => '0'.repeat(printed.length) },
  // l2月, 2月l8日, 2l件
  { pattern: /(?<![A-Za-z])[lI](?=\d?[月日])|(?<=\d)[lI](?=[\d月日件个项])/gu, read: always('1') },
  // 2月18曰
  { pattern: /(?<=月\d{1,2})[曰目]/gu, read: always('日') },
  // ー、 ニ、 at the head of a line, (-) and the like
  { pattern: /(?<=^\s*)[ー\-—](?=、)/gmu, read: always('一') },
  { pattern: /(?<=^\s*[（(])[ー\-—](?=[）)])/gmu, read: always('一') },
  { pattern: /(?<=^\s*[（(]?)ニ(?=[、）)])/gmu, read: always('二') },
  // 入大, 入民, 政恊, 千部: none of them is a word
  { pattern: /(?<=[市县省区国])入(?=大(?:常委|代表|会议))/gu, read: always('人') },
  { pattern: /入(?=民(?:代表|政府|法院|检察|群众|币))/gu, read: always('人') },
  { pattern: /(?<=政)[恊拹]/gu, read: always('协') },
  { pattern: /(?<![\d一二三四五六七八九十百几数两])千(?=部(?:群众|职工|队伍|任免|作风|人事))/gu, read: always('干') },
];

/** Every misreading that can be told for sure, in order, none over another. */
export function findRepairs(text: string): Repair[] {
  const found: Repair[] = [];
  for (const { pattern, read } of RULES) {
    for (const match of text.matchAll(pattern)) {
      const [printed] = match;
      const [start, end] = [match.index, match.index + printed.length];
      if (found.every((other) => other.end <= start || other.start >= end)) found.push({ start, end, printed, read: read(printed) });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** The text as it is searched; what is shown, quoted and checked is always the printed one. */
export function repairedText(text: string): string {
  let repaired = '';
  let at = 0;
  for (const { start, end, read } of findRepairs(text)) {
    repaired += text.slice(at, start) + read;
    at = end;
  }
  return at === 0 ? text : repaired + text.slice(at);
}
