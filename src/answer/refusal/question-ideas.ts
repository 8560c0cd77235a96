import type { Article } from '../../domain/corpus.js';
import { sayDay } from '../../language/dates.js';
import { fold } from '../../language/fold.js';
import { findFigures } from '../../language/figures.js';
import type { FieldKind } from '../../language/minutes-labels.js';
import { readOutline } from '../../language/outline.js';
import { splitClauses } from '../../language/sentences.js';
import { recordSentences } from '../compose/record-sentences.js';

/** A question that an article should answer, and words that its answer must then hold ('' for any). */
export interface QuestionIdea {
  question: string;
  holds: string;
}

const MAX_IDEAS = 5;
const MAX_TOPIC = 40;
const MIN_SUBJECT = 4;
const MAX_SUBJECT = 26;
/** Sentences read for figures; what a record is about stands near its beginning. */
const MAX_SENTENCES = 40;
/** Units of things that a meeting counts. */
const COUNTED = /^(?:%|百分点|件|项|篇|份|家|户|人次|人|名|位|次|个|公里|万?亩|公顷|平方米|吨|元|亿元|万元|场|期|条|所|座|套|辆)$/;
const ASKED_FIELD: Partial<Record<FieldKind, string>> = { conclusion: '的结论是什么？', presenter: '是谁汇报的？', followup: '有什么遗留问题？' };

/** Questions built from what an article holds: its topics, its agenda, its figures, who presided, when it was. Not yet asked. */
export function questionIdeas(article: Article): QuestionIdea[] {
  const ideas = interleave([topicIdeas(article), figureIdeas(article), registerIdeas(article)]);
  return [...ideas.slice(0, MAX_IDEAS), { question: `介绍一下${subjectOf(article)}。`, holds: '' }];
}

/** How a question names the meeting or the record. */
export function subjectOf({ title, body, meeting, date, kind }: Pick<Article, 'title' | 'body' | 'meeting' | 'date' | 'kind'>): string {
  if (kind === 'minutes' && body !== '' && date !== null) return `${sayDay(date, 'zh')}${body}会议`;
  if (/报告$|公报$/.test(title) && title.length <= MAX_SUBJECT) return title;
  const short = /[（(]([^（）()]*会议)[）)]/.exec(meeting)?.[1] ?? meeting;
  return short !== '' && short.length <= MAX_SUBJECT ? short : `《${title}》`;
}

function topicIdeas(article: Article): QuestionIdea[] {
  const { topics } = readOutline(article.text);
  return topics.flatMap((topic) => {
    if (topic.title.length > MAX_TOPIC || topic.title.length < MIN_SUBJECT) return [];
    const field = topic.fields.find(({ kind, start, end }) => ASKED_FIELD[kind] !== undefined && end > start);
    return field === undefined ? [] : [{ question: `${subjectOf(article)}上“${topic.title}”${ASKED_FIELD[field.kind] ?? ''}`, holds: '' }];
  });
}

function registerIdeas(article: Article): QuestionIdea[] {
  const outline = readOutline(article.text);
  const ideas: QuestionIdea[] = [];
  if (outline.agenda.length > 0) ideas.push({ question: `${subjectOf(article)}有哪些议题？`, holds: '' });
  if (article.text.includes('主持') && article.meeting !== '') ideas.push({ question: `谁主持了${subjectOf(article)}？`, holds: '' });
  return ideas;
}

/** The clause before a figure, with 多少 in its place. */
function figureIdeas(article: Article): QuestionIdea[] {
  const { text } = article;
  const ideas: QuestionIdea[] = [];
  for (const sentence of recordSentences(text).slice(0, MAX_SENTENCES)) {
    for (const clause of splitClauses(text, sentence)) {
      const written = text.slice(clause.start, clause.end);
      const figure = findFigures(written).find(({ unit }) => COUNTED.test(unit));
      // Numbers in Chinese characters are mostly names (三项职能), not counts.
      if (figure === undefined || !/\d/.test(fold(written[figure.start] ?? ''))) continue;
      const subject = written.slice(0, figure.start).replace(/^(?:其中|并且?|共|还|全年|以及|[一二三四五六七八九十]是|[-•*\s])+/, '').replace(/(?:为|达到?|共|约|近|超过?)$/, '').trim();
      if (subject.length < MIN_SUBJECT || subject.length > MAX_SUBJECT || /[，。；：:、“”"（(《》|#\d]|(?:的|第|从|由|于|每|前|连续.{0,3})$|^比/.test(subject.replace(/^\d{4}年/, '')) || !/^[\u3400-\u9fff\d]/.test(subject)) continue;
      const isNamed = /届|会议|\d{4}年/.test(subject);
      const unit = /^[%％]|百分点/.test(figure.unit) || /\d\s*[%％]/.test(written) ? '' : unitOf(written.slice(figure.start, figure.end));
      const whose = isNamed ? '' : `${subjectOf(article)}${/报告$|公报$/.test(subjectOf(article)) ? '中' : ''}`;
      ideas.push({ question: `${whose}${subject}多少${unit}？`, holds: /\d+(?:\.\d+)?/.exec(written.slice(figure.start))?.[0] ?? '' });
    }
  }
  return ideas;
}

/** 万公顷 of 399.8万公顷: what follows the digits. */
function unitOf(figure: string): string {
  return figure.replace(/^[\d.,\s]+/, '').replace(/^[多余来]/, '');
}

/** One of each kind in turn. */
function interleave<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => (index < list.length ? [list[index] as T] : []))).flat();
}
