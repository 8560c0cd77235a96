import { findDates, type DateMention } from '../../language/dates.js';

export interface Token {
  kind: 'word' | 'number' | 'time' | 'chinese' | 'quote' | 'mark';
  /** As typed. */
  text: string;
  lower: string;
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const TOKEN = /([“"「『《][^”"」』》]{1,160}[”"」』》])|((?:\d[\d.,]*)?[\u3400-\u9fff](?:[\d.,]*[\u3400-\u9fff])*)|(\d+(?:[.,]\d+)*(?:st|nd|rd|th)(?![a-z])|[a-z][\w'’+#&]*(?:[-./][\w'’+#&]+)*)|(\d+(?:[.,]\d+)*\s*%?)|([,;:?!()（），。？、])/giu;
const TIME = /^(?:(?:19|20)\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:至(?:\d{1,2}月)?\d{1,2}日)?(?:[上下]午\d{1,2}时)?$/;

/** Possessives that are part of an organ's name. */
const KEPT_POSSESSIVE = /^(?:people|women|chairperson|workers)'s$|^chairpersons'$/i;

/** Words, numbers, dates (in Chinese notation), quotations and marks of an English question. */
export function tokenize(question: string): Token[] {
  const plain = question.replace(/(?<=^|[\s(])['‘]([^'’]{3,120})['’](?=$|[\s?,.!)])/g, '“$1”').replace(/[’‘]/g, "'");
  const text = expandContractions(datesToChinese(plain));
  return [...text.matchAll(TOKEN)].flatMap((match): Token[] => {
    const [whole, quote, chinese, word, number] = match;
    const kind = quote !== undefined ? 'quote' : chinese !== undefined ? (TIME.test(chinese) ? 'time' : 'chinese') : word !== undefined ? 'word' : number !== undefined ? 'number' : 'mark';
    const typed = kind === 'word' ? whole.replace(/[./-]+$/, '') : kind === 'number' ? whole.replace(/\s+/g, '') : whole;
    const owner = kind === 'word' && !KEPT_POSSESSIVE.test(typed) ? /^(.+?)(?:'s|(?<=s)')$/i.exec(typed)?.[1] : undefined;
    if (owner !== undefined) return [tokenOf(kind, owner), tokenOf('mark', "'s")];
    return [tokenOf(kind, typed.replace(/'$/, ''))];
  });
}

function tokenOf(kind: Token['kind'], text: string): Token {
  return { kind, text, lower: text.toLowerCase() };
}

/** Every date outside quotations in Chinese notation: 20 Feb 2025 → 2025年2月20日, in February 2025 → 2025年2月, in 2025 → 2025年. */
function datesToChinese(text: string): string {
  const ordered = text
    .replace(/\b(how many|\d+) (?:pieces|copies|items) of\b/gi, '$1')
    .replace(/\b(\d{1,2})(?::00)?\s*([ap])\.?m\b\.?/gi, (_, hour: string, half: string) => `${half.toLowerCase() === 'p' ? '下' : '上'}午${hour}时`)
    .replace(new RegExp(`(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}(?![a-z])`, 'gi'), '$2 $1')
    .replace(new RegExp(`(?<![a-z])${MONTH} (\\d{1,2})(?:st|nd|rd|th)?\\s*(?:-|–|to|through|until)\\s*(\\d{1,2})(?:st|nd|rd|th)?(?![\\d-])`, 'gi'), '$1 $2至$3日');
  const quotes = [...ordered.matchAll(/[“"「『《][^”"」』》]{1,160}[”"」』》]/g)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
  const dates = findDates(ordered).filter(({ start, end }) => !quotes.some((quote) => quote.start < end && start < quote.end));
  let result = '';
  let at = 0;
  for (const date of dates) {
    result += ordered.slice(at, date.start) + chineseDate(date);
    at = date.end;
  }
  return (result + ordered.slice(at))
    .replace(/(\d日)\s*,?\s*至/g, '$1至')
    .replace(/((?:\d{1,2}月)\d{1,2}日至\d{1,2}日),?\s*((?:19|20)\d\d)(?!\d)/g, '$2年$1')
    .replace(/(?<=\b(?:in|of|for|since|by|year|the|during|until|from|before|after|and|to|between|at|than|'s|over) |^)((?:19|20)\d\d)(?![\d年%-]|[.,]\d|\s*(?:yuan|people|tons?|tonnes?|hectares?|kilomet|km|mu|items?|million|billion|percent))/gi, '$1年')
    .replace(new RegExp(`(?<=\\b(?:in|of|during|since|until|for|this|last) )${MONTH}(?![\\w-])`, 'gi'), (_, month: string) => `${String(MONTHS.findIndex((name) => name.startsWith(month.toLowerCase().slice(0, 3))) + 1)}月`)
    .replace(/(?<![\d,.#-])((?:19|20)\d\d)(?=\s+[a-z]{3,})(?!\s+(?:yuan|people|tons?|tonnes?|hectares?|kilomet|km|mu|items?|million|billion|percent))/gi, '$1年')
    .replace(/(?<=[\u3400-\u9fff] |^|\s)((?:19|20)\d\d)(?=\s*[?.!]?$)/g, '$1年')
    .replace(/(\d+月)\s+((?:19|20)\d\d年)/g, '$2$1');
}

function chineseDate({ year, month, day }: DateMention): string {
  return `${year === null ? '' : `${String(year)}年`}${month === null ? '' : `${String(month)}月`}${day === null ? '' : `${String(day)}日`}`;
}

function expandContractions(text: string): string {
  return text
    .replace(/\b(who|what|when|where|how|why|that|there|it|which)'s\b/gi, '$1 is')
    .replace(/\bwon't\b/gi, 'will not')
    .replace(/\bcan't\b/gi, 'can not')
    .replace(/n't\b/gi, ' not')
    .replace(/'(?:re|ve|ll|d|m)\b/gi, '');
}
