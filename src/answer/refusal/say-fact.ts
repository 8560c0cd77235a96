import { sayDay } from '../../language/dates.js';
import type { AnswerType } from '../intent.js';
import type { RecordName, RefusalFact } from './refusal-fact.js';

const MAX_TITLE = 48;
/** What a question of each kind is after, as far as a reply can name it. */
const WANTED_ZH: Partial<Record<AnswerType, string>> = { how_many: '所问的数字', share: '所问的比例', when: '所问的时间', where: '所问的地点', who: '所问的人', presenter: '汇报人', office: '所问的职务', reason: '所问的原因', claim: '能核对这一说法的内容', attendees: '参会名单', agenda: '议题', conclusion: '结论', followup: '遗留问题' };
const WANTED_EN: Partial<Record<AnswerType, string>> = { how_many: 'the figure', share: 'the share', when: 'the time', where: 'the place', who: 'the person', presenter: 'who presented', office: 'the office', reason: 'the reason', claim: 'anything to check this against', attendees: 'a list of attendees', agenda: 'an agenda', conclusion: 'a conclusion', followup: 'open points' };

/** The sentence a citizen reads. */
export function sayFact(fact: RefusalFact, language: 'zh' | 'en'): string {
  return language === 'zh' ? chinese(fact) : english(fact);
}

function chinese(fact: RefusalFact): string {
  const of = (body: string | null): string => (body === null ? '资料' : `${body}的资料`);
  switch (fact.kind) {
    case 'no_meeting':
      return `资料中没有${fact.asked}的会议记录。${fact.known.length === 0 ? '' : `有记录的是：${fact.known.map(nameZh).join('、')}。`}`;
    case 'no_document':
      return `资料中没有${fact.asked}。${fact.known.length === 0 ? '' : `相近的有：${fact.known.map(nameZh).join('、')}。`}`;
    case 'no_day': {
      const near = [fact.before === null ? '' : `之前最近的是${sayDay(fact.before, 'zh')}`, fact.after === null ? '' : `之后最近的是${sayDay(fact.after, 'zh')}`].filter((part) => part !== '');
      return `资料中没有${fact.body ?? ''}${fact.asked}的会议记录。${near.length === 0 ? '' : `有记录的日期，${near.join('，')}。`}`;
    }
    case 'too_late':
      return `${of(fact.body)}只到${sayDay(fact.last, 'zh')}，没有${fact.asked}的记录。`;
    case 'too_early':
      return `${of(fact.body)}从${sayDay(fact.first, 'zh')}开始，没有${fact.asked}的记录。`;
    case 'no_period':
      return `${of(fact.body)}中没有${fact.asked}的记录。`;
    case 'no_place':
      return `资料中没有关于${fact.place}的记录。`;
    case 'unknown_words':
      return `资料中没有提到${quoteAll(fact.words)}。`;
    case 'not_mentioned':
      return `有${nameZh(fact.record)}的记录，但没有提到${quoteAll(fact.words)}。`;
    case 'no_field':
      return `有${nameZh(fact.record)}中“${clip(fact.topic)}”的记录，但没有写明${fact.field}。`;
    case 'not_found':
      return `有${nameZh(fact.record)}的记录，但其中没有找到${fact.year === null ? '' : `${String(fact.year)}年`}${WANTED_ZH[fact.type] ?? '所问的内容'}。`;
    case 'nothing':
      return `资料中没有找到${fact.words.length === 0 && fact.year === null ? '相关的' : `${fact.year === null ? '关于' : `${String(fact.year)}年`}${quoteAll(fact.words)}的`}记录。`;
  }
}

function english(fact: RefusalFact): string {
  const of = (body: string | null): string => (body === null ? 'The records' : `The records of ${body}`);
  switch (fact.kind) {
    case 'no_meeting':
      return `There is no record of ${fact.asked}.${fact.known.length === 0 ? '' : ` On record are: ${fact.known.map(nameEn).join('; ')}.`}`;
    case 'no_document':
      return `There is no ${fact.asked} on record.${fact.known.length === 0 ? '' : ` Closest are: ${fact.known.map(nameEn).join('; ')}.`}`;
    case 'no_day': {
      const near = [fact.before === null ? '' : `the last one before is ${sayDay(fact.before, 'en')}`, fact.after === null ? '' : `the next one after is ${sayDay(fact.after, 'en')}`].filter((part) => part !== '');
      return `There is no record of a meeting${fact.body === null ? '' : ` of ${fact.body}`} on ${fact.asked}${near.length === 0 ? '' : `; ${near.join(', ')}`}.`;
    }
    case 'too_late':
      return `${of(fact.body)} end at ${sayDay(fact.last, 'en')}: nothing is of ${fact.asked}.`;
    case 'too_early':
      return `${of(fact.body)} begin at ${sayDay(fact.first, 'en')}: nothing is of ${fact.asked}.`;
    case 'no_period':
      return `${of(fact.body)} hold nothing of ${fact.asked}.`;
    case 'no_place':
      return `Nothing on record is about ${fact.place}.`;
    case 'unknown_words':
      return `The records do not mention ${quoteAll(fact.words, ', ')}.`;
    case 'not_mentioned':
      return `There is a record of ${nameEn(fact.record)}, but it does not mention ${quoteAll(fact.words, ', ')}.`;
    case 'no_field':
      return `There is a record of “${clip(fact.topic)}” in ${nameEn(fact.record)}, but it does not give ${fact.field}.`;
    case 'not_found':
      return `There is a record of ${nameEn(fact.record)}, but ${WANTED_EN[fact.type] ?? 'what was asked'}${fact.year === null ? '' : ` for ${String(fact.year)}`} was not found in it.`;
    case 'nothing':
      return fact.words.length === 0 ? 'Nothing on record matches the question.' : `Nothing was found on record about ${quoteAll(fact.words, ', ')}${fact.year === null ? '' : ` for ${String(fact.year)}`}.`;
  }
}

function nameZh({ title, date, isMeeting }: RecordName): string {
  return `${isMeeting === true ? clip(title) : `《${clip(title)}》`}${date === null || holdsDay(title, date) ? '' : `（${sayDay(date, 'zh')}）`}`;
}

function nameEn({ title, date, isMeeting }: RecordName): string {
  return `${isMeeting === true ? clip(title) : `“${clip(title)}”`}${date === null || holdsDay(title, date) ? '' : ` (${sayDay(date, 'en')})`}`;
}

function holdsDay(title: string, date: string): boolean {
  return title.includes(date) || title.includes(sayDay(date, 'zh'));
}

function quoteAll(words: readonly string[], separator = ''): string {
  return words.map((word) => `“${clip(word)}”`).join(separator === '' ? '、' : separator);
}

function clip(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= MAX_TITLE ? line : `${line.slice(0, MAX_TITLE - 1)}…`;
}
