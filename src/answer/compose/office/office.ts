import { fold } from '../../../language/fold.js';
import type { CorpusReader } from '../../../ports/generation.js';
import { gapsOfPassage } from '../../evidence.js';
import type { Intent } from '../../intent.js';
import type { Ranked } from '../../rank.js';
import { refusal, type Cut, type Draft } from '../draft.js';
import { aroundOf, atHome, homeOf, placesOf } from './office-home.js';
import { officesAgree } from './office-name.js';
import { officeMentions, type OfficeMention } from './office-mentions.js';
import { readOfficeQuestion, type OfficeQuestion } from './read-office-question.js';

/** Holders of a deputy's office named within so many days of the newest record hold it together. */
const SAME_TERM_DAYS = 400;
const MAX_HOLDERS = 12;
const MAX_OTHERS = 2;
const MAX_OFFICES = 3;

/** Answers who holds an office, or which ones somebody holds, by the newest record with its date; null where something else is asked or no record is dated. */
export function composeOffice(intent: Intent, ranked: readonly Ranked[], corpus: CorpusReader): Draft | null {
  const question = readOfficeQuestion(intent);
  if (question === null) return null;
  const asked = ranked.filter(({ passage }) => gapsOfPassage({ ...intent, places: [] }, passage, corpus).length === 0);
  // An encyclopaedia, of which no article is dated, knows no present.
  if (corpus.headers.every(({ date }) => date === null)) return null;
  const mentions = officeMentions(asked, corpus);
  return question.kind === 'holders' ? composeHolders(question, intent, mentions, corpus) : composeOffices(question, intent, mentions);
}

function composeHolders(question: Extract<OfficeQuestion, { kind: 'holders' }>, intent: Intent, mentions: readonly OfficeMention[], corpus: CorpusReader): Draft | null {
  const { office } = question;
  const fitting = atHome(office, mentions.filter((mention) => mention.offices.some((held) => officesAgree(office, held, aroundOf(mention, corpus, office)))), homeOf(corpus));
  if (fitting.length === 0) return refusal('refused_not_in_passages', question.wording);
  // Without a place one office of many places is meant by nobody.
  if (office.place === '' && office.level !== '国' && homeOf(corpus) === null && placesOf(fitting, office).size > 1) return null;
  const holding = fitting.filter(({ state }) => state === 'holds');
  const current = question.isPlural ? holdersTogether(holding, fitting) : holdersNewest(holding, fitting);
  const newest = current[0];
  const others = othersOf(current, fitting);
  if (question.isFormer) {
    const [former] = others;
    return former === undefined ? refusal('refused_not_in_passages', question.wording) : drawn([cutOf(former)], leadOf(former.date, intent));
  }
  if (newest === undefined) {
    const ended = fitting.find(({ state }) => state === 'ended');
    return ended === undefined ? refusal('refused_not_in_passages', question.wording) : drawn([cutOf(ended)], endedLead(ended.date, intent));
  }
  const seen = question.isPlural ? [] : others.slice(0, MAX_OTHERS);
  return drawn([...joined(current), ...seen.map((mention) => ({ ...cutOf(mention), label: otherLabel(mention, intent) }))], leadOf(newest.date, intent));
}

/** A person removed after the last record of holding the office holds it no longer. */
function isEnded(mention: OfficeMention, all: readonly OfficeMention[]): boolean {
  return all.some((other) => other.state === 'ended' && other.name === mention.name && other.date >= mention.date);
}

function holdersNewest(holding: readonly OfficeMention[], all: readonly OfficeMention[]): OfficeMention[] {
  const still = holding.filter((mention) => !isEnded(mention, all));
  const date = still[0]?.date;
  return firstOfEach(still.filter((mention) => mention.date === date));
}

function holdersTogether(holding: readonly OfficeMention[], all: readonly OfficeMention[]): OfficeMention[] {
  const still = firstOfEach(holding.filter((mention) => !isEnded(mention, all)));
  const newest = Date.parse(still[0]?.date ?? '');
  return still.filter(({ date }) => date === still[0]?.date || newest - Date.parse(date) <= SAME_TERM_DAYS * 86_400_000).slice(0, MAX_HOLDERS);
}

/** Whom other records name: each once, by the newest record that does. */
function othersOf(current: readonly OfficeMention[], all: readonly OfficeMention[]): OfficeMention[] {
  return firstOfEach(all.filter(({ name, state }) => state !== 'ended' && !current.some((holder) => holder.name === name)));
}

function firstOfEach(mentions: readonly OfficeMention[]): OfficeMention[] {
  return mentions.filter((mention, index) => mentions.findIndex(({ name }) => name === mention.name) === index);
}

function composeOffices({ name, title: known }: Extract<OfficeQuestion, { kind: 'offices' }>, intent: Intent, mentions: readonly OfficeMention[]): Draft | null {
  const own = mentions.filter((mention) => mention.name === fold(name) && (known === '' || mention.offices.some(({ title, organ }) => title === known && organ !== '')));
  const [newest] = own;
  if (newest === undefined) return null;
  const chosen: OfficeMention[] = [];
  const told = new Set<string>();
  // The fullest wording of a day first: 市委常委、副市长 tells more than 副市长.
  for (const mention of [...own].sort((a, b) => (a.date === b.date ? b.offices.length - a.offices.length : 0))) {
    const titles = mention.offices.map(({ title, organ }) => `${organ}${title}${mention.state === 'ended' ? '-' : ''}`);
    if (titles.every((title) => [...told].some((other) => other.endsWith(title) || title.endsWith(other)))) continue;
    for (const title of titles) told.add(title);
    chosen.push(mention);
    if (chosen.length === MAX_OFFICES) break;
  }
  const cuts = chosen.map((mention) => (mention.date === newest.date ? cutOf(mention) : { ...cutOf(mention), label: otherLabel(mention, intent) }));
  return drawn(cuts, leadOf(newest.date, intent));
}

function cutOf({ article, start, end }: OfficeMention): Cut {
  return { article, start, end };
}

/** Cuts of several holders, each stretch once. */
function joined(mentions: readonly OfficeMention[]): Cut[] {
  const cuts: Cut[] = [];
  for (const mention of mentions) if (!cuts.some(({ article, start, end }) => article === mention.article && start <= mention.start && mention.end <= end)) cuts.push(cutOf(mention));
  return cuts;
}

function drawn(cuts: Cut[], lead: string): Draft {
  return { kind: 'cuts', cuts, verdict: null, lead };
}

function leadOf(date: string, { language }: Intent): string {
  if (date === '') return language === 'zh' ? '记录（没有注明日期）：' : 'An undated record says: ';
  return language === 'zh' ? `截至${chineseDate(date)}的记录：` : `As of ${date}: `;
}

function endedLead(date: string, { language }: Intent): string {
  return language === 'zh' ? `截至${chineseDate(date)}，记录中没有提到现任，只有：` : `As of ${date} no holder is on record, only: `;
}

function otherLabel({ date }: OfficeMention, { language }: Intent): string {
  if (date === '') return language === 'zh' ? '没有注明日期的记录为：' : 'An undated record says: ';
  return language === 'zh' ? `${chineseDate(date)}的记录为：` : `The record of ${date} says: `;
}

/** 2031-04-05 as 2031年4月5日. */
function chineseDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${String(year)}年${month === undefined ? '' : `${String(month)}月`}${day === undefined ? '' : `${String(day)}日`}`;
}
