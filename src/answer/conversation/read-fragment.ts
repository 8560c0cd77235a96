import { fold } from '../../language/fold.js';
import { readQuestion } from './read-question.js';
import { ATTRIBUTE } from './word-classes.js';
import type { Word } from './word.js';

/** How a question is put, seen by itself. */
export interface Fragment {
  /** The question without greeting, 那 and 呢. */
  text: string;
  words: Word[];
  /** An elliptic question (那第四次呢): its words name what takes the place of something before. */
  isElliptic: boolean;
  /** The fragment ended in 的 or 那份: it says which one, the head stays unsaid. */
  isModifier: boolean;
  /** A clause behind the ellipsis (…呢，立案多少件), or empty. */
  tail: string;
  /** A word (那, 其中, 呢, 同比) tells that it goes on from something. */
  isContinuing: boolean;
  /** 其中: it asks for a part of what was counted before. */
  isPart: boolean;
}

const OPENING = /^(?:(?:好的?|嗯+|哦|噢|谢谢(?:你|您)?|多谢|明白了?|知道了|了解了?|清楚了|请问(?:一下)?|再问(?:一下|一个)?|再请问|我?还?想(?:再)?(?:问|知道|了解)(?:一下)?|顺便(?:问一?下|问问)?|另外|接着问|继续问)[，,。！!、\s]*)+/;
const CONTINUING = /^(?:(?:在?这|在?那|其)(?:其)?中的?|里面|那么?(?![个份次位些天年场家里项条届种类篇趟边]|(?:\d+|[一二三四五六七八九十两几]+)[个份位些场家项条件篇名类种])|然后|而)[，,\s]*/;
/** Comparisons and rests lean on what was said before them. */
const LEANING = /^(?:同比|环比|比(?:上|去|前|20|19)|较(?:上|去|前)|(?:和|与|跟|同)(?:上|去|前)年|其余|剩下|还剩|还有|[上下]一?次|接下来|分别)/;
/** 同一次会上: the meeting spoken of. */
const SAME_MEETING = /^(?:那么?)?(?:在)?同一?(?:[次场个])?会(?:议)?(?:[上中里])?[，,]?/;
const WHICH = /(?:的|那|这)(?:一)?[个份次条项类家场]?$|(?:的)?(?:那|这)(?:一)?[个份次条项类家场]$/;

/** Reads how a question is put. */
export function readFragment(question: string): Fragment {
  let text = question.trim();
  const opened = OPENING.exec(text)?.[0] ?? '';
  if (opened.length < text.length) text = text.slice(opened.length);
  let isContinuing = LEANING.test(text);
  const sameMeeting = SAME_MEETING.exec(text)?.[0] ?? '';
  if (sameMeeting !== '') {
    text = text.slice(sameMeeting.length);
    isContinuing = true;
  }
  const isPart = /^(?:那么?[，,]?)?(?:在?(?:这|那)(?:其|当)?中|其中|里面)/.test(text);
  for (let start = CONTINUING.exec(text)?.[0]; start !== undefined && start.length < text.length; start = CONTINUING.exec(text)?.[0]) {
    text = text.slice(start.length);
    isContinuing = true;
  }
  const parted = /^(.+?)呢\s*(?:[，,]\s*(.+)|[?？。！!]*)$/.exec(fold(text));
  if (parted !== null) {
    const body = text.slice(0, (parted[1] ?? '').length);
    const tail = parted[2] === undefined ? '' : text.slice(text.length - parted[2].length);
    const words = readQuestion(body);
    if (!words.some(({ role }) => role === 'asked')) return named(body, tail, true);
    return { text: `${body}？${tail}`, words, isElliptic: false, isModifier: false, tail: '', isContinuing: true, isPart };
  }
  const bare = text.replace(/[?？。！!\s]+$/, '');
  const words = readQuestion(bare);
  const isNoun = !words.some(({ role }) => role === 'asked' || role === 'verb') && !/[吗吧么]$/.test(bare);
  if (bare.length <= 8 && ((isNoun && /[?？]$/.test(text)) || ATTRIBUTE.test(fold(bare)))) return named(bare, '', isContinuing);
  return { text, words, isElliptic: false, isModifier: false, tail: '', isContinuing, isPart };
}

/** Words that are to take the place of something before (a correction), whatever way they are put. */
export function readEllipsis(text: string): Fragment {
  return named(text.trim().replace(/呢?[?？。！!\s]+$/, ''), '', true);
}

function named(body: string, tail: string, isContinuing: boolean): Fragment {
  const text = body.replace(WHICH, '');
  return { text, words: readQuestion(text), isElliptic: true, isModifier: text !== body, tail, isContinuing, isPart: false };
}
