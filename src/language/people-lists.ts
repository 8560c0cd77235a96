import { OFFICE, TITLE } from './people-words.js';
import type { Span } from './sentences.js';
import { tagWords } from './tokens.js';

const LABEL = /(?:汇报人|主持人|主讲人|分享人|报告人|召集人|责任人|发言人|记录人|主讲|主持|汇报|分享者|参会人员?|出席人员|与会人员|记者|通讯员)[\s\u3000]*[-:][\s\u3000]*/g;

/** Names behind the labels of minutes (汇报人：甲、乙), whatever their surnames. */
export function labelledNames(folded: string): Span[] {
  const signed = [...folded.matchAll(SIGNED)].flatMap((match) => {
    const name = match[1] ?? '';
    const start = match.index + match[0].length - name.length;
    return isDictionaryWord(name) ? [] : [{ start, end: start + name.length }];
  });
  return [...signed, ...[...folded.matchAll(LABEL)].flatMap((label) => {
    const spans: Span[] = [];
    let at = label.index + label[0].length;
    for (let item = ITEM.exec(folded.slice(at)); item !== null; item = ITEM.exec(folded.slice(at))) {
      const name = item[1] ?? '';
      if (isDictionaryWord(name)) break;
      spans.push({ start: at, end: at + name.length });
      at += item[0].length;
      if (item[2] === undefined) break;
    }
    return spans;
  })];
}

/** A line of nothing but office and name, as a report is signed: any name stands there. */
const SIGNED = new RegExp(`(?:^|\\n)[\\u3400-\\u9fff]{0,16}${OFFICE}[\\s\\u3000]+([\\u3400-\\u9fff]{2,5})(?=[\\s\\u3000]*(?:$|\\n))`, 'g');

/** One name with the mark that joins it to the next. */
const ITEM = /^([\u3400-\u9fff]{2,4})(?:\([^()]{0,20}\))?(?:[\s\u3000]*([、,/]|\s(?=[\u3400-\u9fff]{2,4}(?:\s|$)))[\s\u3000]*|(?=$|[\s\u3000。;|)]))/;

function isDictionaryWord(name: string): boolean {
  const words = tagWords(name);
  return words.length === 1 ? !/^(?:nr|x|nz)/.test(words[0]?.tag ?? '') : new RegExp(`(?:${TITLE})$`).test(name) || words.every(({ word, tag }) => word.length > 1 && !/^(?:nr|x)/.test(tag));
}

/** Whether nothing but a 、 or an 和 stands between two names of folded text. */
export function areListed(folded: string, a: Span, b: Span): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  return /^[\s\u3000]*(?:[、,/]|和|与|及|以及|同)?[\s\u3000]*(?:[\u3400-\u9fff]{2,6}的)?$/.test(folded.slice(first.end, second.start)) && second.start > first.end;
}
