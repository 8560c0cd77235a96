import { measureOf } from './english-terms.js';
import type { Ask } from './item.js';
import type { Part } from './english-phrases.js';

/** What stands around the verb of a question. */
export interface Sentence {
  /** The noun asked for (how many proposals, which company), or null. */
  asked: Part | null;
  subject: string;
  /** Nouns before the verb, one by one. */
  subjects: Part[];
  verb: Part | null;
  object: string;
  objects: Part[];
  isPassive: boolean;
  hasBe: boolean;
  /** at which meeting, in which report */
  isPlaced: boolean;
  /** by whom */
  asksAgent: boolean;
  /** The question word as typed. */
  word: string;
}

const STARTS_LIKE_UNIT = /^[回张件个次位名篇份家条场期天年项类种票例户所座点亩吨元倍台套辆处批部册页级](?!$)|^人[才员]/;

type Writer = (sentence: Sentence) => string;

/** Chinese word order for each kind of question. The wordings are those that the reader of Chinese questions knows. */
export const WRITERS: Readonly<Record<Ask, Writer>> = {
  who: writeWho,
  when: (sentence) => inMiddle(sentence, sentence.word.includes('year') ? '哪一年' : sentence.word.includes('month') ? '哪个月' : /days|dates/.test(sentence.word) ? '哪几天' : /day|date/.test(sentence.word) ? '哪一天' : '什么时候'),
  where: writeWhere,
  why: (sentence) => (sentence.verb === null ? `${sentence.subject}的原因是什么` : inMiddle(sentence, '为什么')),
  how: (sentence) => sentence.word === 'how long' ? writeHowLong(sentence) : (sentence.verb === null ? `${sentence.subject}${sentence.object}怎么样` : inMiddle(sentence, '如何')),
  how_many: writeHowMany,
  how_much: writeHowMuch,
  share: writeShare,
  what: writeWhat,
  which: writeWhich,
};

function verbOf({ verb }: Sentence): string {
  return verb === null ? '' : `${verb.agent === '' ? '' : `由${verb.agent}`}${verb.zh}`;
}

function inMiddle(sentence: Sentence, word: string): string {
  const { subject, object, verb } = sentence;
  if (verb !== null) return `${subject}${word}${verbOf(sentence)}${object}`;
  return `${subject}${object}${word.startsWith('在') ? '' : '是'}${word}`;
}

function writeHowLong({ subject, object, verb }: Sentence): string {
  return /会议|全会|大会|例会/.test(subject) ? `${subject}开了几天` : `${subject}${object}${verb?.zh ?? ''}多长时间`;
}

/** Where a place stands is its address; a meeting has none. */
function writeWhere(sentence: Sentence): string {
  const head = sentence.subjects[0]?.head;
  if (sentence.verb?.zh === '居住') return `${sentence.subject}家住哪里`;
  if (sentence.verb !== null && sentence.verb.zh !== '位于') return inMiddle(sentence, '在哪里');
  return `${sentence.subject}${sentence.object}${head?.kind === 'organ' ? '的地址' : ''}在哪里`;
}

function writeWho(sentence: Sentence): string {
  const { subject, subjects, object, verb, asksAgent, asked, isPassive } = sentence;
  if (sentence.word === 'whose' && asked !== null) return `谁的${asked.zh}${verbOf(sentence)}${object}`;
  if (verb === null) {
    const isPerson = subjects.length === 1 && subjects[0]?.head?.kind === 'name' && /^[\u3400-\u9fff]{2,4}$/.test(subject);
    return isPerson ? `${subject}担任什么职务` : `${subject}${object}是谁`;
  }
  const matter = `${subject}${object}`;
  if (/^(?:作|作出|汇报|宣读)$/.test(verb.zh) && /报告|讲话|发言/.test(matter) && !/[“"]/.test(matter)) return `${matter}是谁作的`;
  // Who chairs an organ is its chairman; who chairs a meeting leads it that day.
  const leads = /^(?:主持|带队|管理)$/.test(verb.zh) && sentence.objects.length === 1 && sentence.objects[0]?.head?.kind === 'organ' && !/[组团队]$/.test(object);
  if (leads) return `${object}的${/^(?:chair|preside)/.test(verb.head?.word ?? '') ? '主席' : '负责人'}是谁`;
  if (asksAgent || (isPassive && subject !== '' && object === '')) return `${matter}由谁${verb.zh}`;
  if (sentence.hasBe && subjects[0]?.head?.kind === 'person' && object !== '') return `${object}由谁${verb.zh}`;
  if (subject !== '') return `${subject}${verb.zh}谁${object}`;
  return /^(?:主持|汇报|带队|撰写|采访|介绍)$/.test(verb.zh) && object !== '' ? `${object}由谁${verb.zh}` : `谁${verbOf(sentence)}${object}`;
}

function writeHowMany(sentence: Sentence): string {
  const { asked, subject, object, verb, isPassive, hasBe } = sentence;
  const noun = asked?.zh ?? '';
  const counted = sentence.word.startsWith("how many of");
  const measure = asked?.head?.kind === 'unit' ? '' : measureOf(noun);
  const amount = `多少${measure}${noun}`;
  if (verb === null) return object === '' && subject === '' ? `有${amount}` : hasBe ? `${noun}中${subject}${object}有多少${measure}` : `${subject}${object}有${amount}`;
  // Jobs are not created in Chinese, they are 新增 as they are.
  if (noun.includes('就业') && subject !== '') return `${subject}${/计划|预期/.exec(verb.zh)?.[0] ?? ''}${noun}多少`;
  if (counted) return `${noun}${verbOf(sentence)}多少${measure}${object}`;
  // 多少项目 would read as so many 项.
  if (measure === '' && asked?.head?.kind !== 'unit' && STARTS_LIKE_UNIT.test(noun)) return `${subject}${verbOf(sentence)}${object}${noun}多少`;
  if (subject !== '') return `${subject}${verbOf(sentence)}${amount}${object}`;
  return isPassive ? `${verbOf(sentence)}${amount}${object}` : `${amount}${verb.zh}${object}`;
}

function writeHowMuch(sentence: Sentence): string {
  const { asked, subject, object, verb } = sentence;
  if (asked !== null) {
    if (/资金|钱/.test(asked.zh)) return `${subject}${verbOf(sentence)}${object}多少钱`;
    return writeHowMany({ ...sentence, asked: { ...asked, head: null } }).replace(/多少[件条名家个次篇]/, '多少');
  }
  return verb === null ? `${subject}${object}是多少` : `${subject}${verb.zh}${object}多少`;
}

function writeShare({ asked, subject, object, verb, isPassive }: Sentence): string {
  const whole = asked?.zh ?? '';
  if (verb?.zh === '占') return `${subject}占${whole}${object}的比重是多少`;
  const says = verb === null || isPassive || /^(?:涉及|包括|占|属于)$/.test(verb.zh) ? '' : verb.zh;
  const part = `${subject}${says}${object}${isPassive ? (verb?.zh ?? '') : ''}`;
  return part === '' ? `${whole}占比多少` : `${whole}中${part}占比多少`;
}

function writeWhich(sentence: Sentence): string {
  const { asked, subject, object, verb, isPassive } = sentence;
  if (asked === null) return writeWhat(sentence);
  const isPlural = asked.head?.form === 's' || /措施|议题|问题|意见|建议/.test(asked.zh);
  const what = asked.head?.zh === '职务' ? '什么职务' : asked.head?.kind === 'person' && !isPlural ? `哪位${asked.zh}` : isPlural ? `哪些${asked.zh}` : `哪个${asked.zh}`;
  if (/^(?:决定|决议)$/.test(asked.zh)) return `${subject}${verb?.agent ?? ''}${object}作出什么决定`;
  if (asked.head?.kind === 'figure') return `${subject}${verb?.zh ?? ''}${object}${asked.zh}是多少`;
  if (verb === null) return subject + object === '' ? `有${what}` : `${subject}${object}是${what}`;
  if (sentence.isPlaced && subject !== '') return `${subject}在${what}${verb.zh}${object}`;
  if (subject !== '') return `${subject}${what.endsWith('职务') ? '担任' : verbOf(sentence)}${what}${object}`;
  return isPassive ? `${verb.agent}${verb.zh}了${what}${object}` : `${what}${verb.zh}${object}`;
}

function writeWhat(sentence: Sentence): string {
  const { asked, subject, subjects, object, verb, isPassive } = sentence;
  if (asked !== null) return writeWhich(sentence);
  if (verb === null) return writeWhatIs([...subjects, ...sentence.objects]);
  const doer = `${subject}${isPassive ? verb.agent : ''}`;
  if (verb.zh === '发生') return `${doer}${object}主要内容是什么`;
  if (verb.zh === '决定' || verb.zh === '决议') return `${doer}${object}作出什么决定`;
  if (verb.zh === '讨论' || verb.zh === '审议') return `${doer}${verb.zh}了哪些内容`;
  // Asked of a person, 说了什么 would be taken for a summary of the record.
  if (verb.zh === '说' || verb.zh === '讲话') return `${doer}${object}${subjects[0]?.head?.kind === 'name' ? '表示什么' : '说了什么'}`;
  if (verb.zh === '担任') return `${doer}担任什么职务`;
  return subject === '' && !isPassive && verb.agent === '' ? `什么${verb.zh}${object}` : `${doer}${verb.zh}${object}什么`;
}

/** What is the …: the noun decides what is asked. */
function writeWhatIs(nouns: readonly Part[]): string {
  const text = nouns.map(({ zh }) => zh).join('');
  const head = nouns[0]?.head ?? null;
  const name = head?.zh ?? '';
  if (name === '职务') return `${text.replace(/的?职务$/, '')}担任什么职务`;
  if (name === '名称') return `${text.replace(/的?名称$/, '')}叫什么`;
  if (name === '差别') return `${text.replace(/的?差别$/, '')}相差多少`;
  if (name === '地址' || name === '地点') return `${text}在哪里`;
  if (/^(?:日期|时间|截止时间|期间)$/.test(name) || name.endsWith('日期')) return `${text}是什么时候`;
  if (/^(?:议程|议题)$/.test(name)) return `${text}有哪些`;
  if (head?.kind === 'figure' || head?.kind === 'unit') return `${text}是多少`;
  if (head?.kind === 'person') return `${text}是谁`;
  if (/^(?:结论|结果|决定|决议|遗留问题|待办事项|主要内容)$/.test(name)) return `${text}是什么`;
  return head?.form === 's' ? `${text}有哪些` : `${text}是什么`;
}
