import type { ArticleKind, RawDocument } from '../domain/corpus.js';
import { readOutline } from '../language/outline.js';
import { lineKindOf } from './line-kind.js';

const LOST_AND_FOUND = /遗失|丢失|挂失|作废|招领|寻人|寻物|走失|失主/;
/** 声明 alone, not 联合声明: the declarations of states and organs are no lost papers. */
const NOTICE_TITLE = /^(?:遗失|挂失|作废|更正|致歉|严正)?(?:声明|启事)$|^(?:招领|寻人|寻物|遗失|挂失|讣告|讣闻|丢失)|(?:遗失|挂失|作废|招领|寻人|寻物)(?:声明|启事|公告)$/;
const EVENT_LEAD = /^\s*(?:\d{1,2}月\d{1,2}日|近日|日前|昨日|连日来)/;
const BY_TITLE: readonly (readonly [RegExp, ArticleKind])[] = [
  [/(?:决议|决定)(?:[（(].*)?$/, 'resolution'],
  [/(?:会议)?纪要|例会|会议记录|周报$/, 'minutes'],
  [/(?:公告|通告|公示|通知)(?:[（(].*)?$/, 'announcement'],
  [/报告(?:[（(].*)?$/, 'report'],
  [/(?:讲话|致辞|演讲|发言)$/, 'speech'],
];

/** What kind of writing an article is, from its title and the form of its text. */
export function articleKind(title: string, text: string, format: RawDocument['format']): ArticleKind {
  const plain = title.replace(/\s+/g, '');
  const byTitle = BY_TITLE.find(([pattern]) => pattern.test(plain))?.[1];
  if (NOTICE_TITLE.test(plain)) return 'notice';
  if (byTitle === 'resolution' || byTitle === 'announcement') return byTitle;
  if (format === 'txt' && text.length < 400 && LOST_AND_FOUND.test(text.slice(0, 120)) && /声明|作废|启事|联系电话/.test(text)) return 'notice';
  if (/^minutes of /im.test(text.slice(0, 200))) return 'minutes';
  const lines = text.split('\n', 12).filter((line) => line.trim() !== '');
  // A newspaper's report about a report is news.
  if (format === 'txt' && lines.some((line) => ['newsLead', 'byline'].includes(lineKindOf(line)))) return 'news';
  if (byTitle !== undefined) return byTitle;
  if (format === 'txt' && lines.some((line) => EVENT_LEAD.test(line))) return 'news';
  const outline = readOutline(text);
  if (outline.agenda.length > 0 || outline.topics.length > 1) return 'minutes';
  if (format !== 'txt' && /第.{1,6}次|\d/.test(title) && /(?:会议|例会|研讨会|开工会)(?:[^\u4e00-\u9fff].*)?$/.test(title)) return 'minutes';
  return format === 'md' ? 'record' : 'other';
}
