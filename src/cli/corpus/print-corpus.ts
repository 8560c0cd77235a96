import type { ArticleHeader } from '../../domain/corpus.js';
import type { ArticleFacts } from '../../domain/facts.js';
import type { CorpusReport, ReportedDocument } from '../../ingest/corpus/corpus-report.js';
import type { ShownArticle } from '../../ingest/corpus/show-article.js';
import { plainText } from '../plain-text.js';
import type { CorpusDesk } from './corpus-desk.js';

const line = (text: string): string => plainText(text).replace(/\s+/gu, ' ').trim();

export function printWithdrawn({ documentId, passages, copies }: Awaited<ReturnType<CorpusDesk['withdraw']>>): string {
  const also = copies.map((copy) => `Withdrawn, too, because it says the same word for word: ${line(copy.documentId)} with ${copy.passages} passages.\n`);
  return `Withdrawn: ${line(documentId)} with ${passages} passages.\n${also.join('')}"huida corpus restore" takes ${copies.length === 0 ? 'it' : 'them'} in again.\n`;
}

export function printList({ documents, withdrawn }: CorpusReport): string {
  const rows = documents.map(({ documentId, articles, passages, firstDate, lastDate, title }) => `${line(documentId)}  ${articles} articles, ${passages} passages, ${spanOf(firstDate, lastDate)}  ${line(title)}\n`);
  const gone = withdrawn.map(({ documentId, withdrawnAtUtc }) => `${line(documentId)}  withdrawn ${withdrawnAtUtc.slice(0, 10)}\n`);
  return `${rows.join('')}${gone.join('')}${documents.length} documents, ${withdrawn.length} withdrawn\n`;
}

export function printDocument(document: ReportedDocument, headers: readonly ArticleHeader[]): string {
  const { documentId, file, articles, passages, problems } = document;
  const rows = headers.map(({ articleId, kind, date, title, body, meeting }) => `${line(articleId)}  ${kind}  ${date ?? 'no date'}  ${line([title, body, meeting].filter((part) => part !== '').join(' · '))}\n`);
  return `${line(documentId)}\n${line(file)}\n${articles} articles, ${passages} passages\n${problems.map((problem) => `${line(problem)}\n`).join('')}\n${rows.join('')}`;
}

/** The whole report as Markdown. */
export function printReport({ generationId, createdAtUtc, counts, firstDate, lastDate, documents, skipped, withdrawn }: CorpusReport): string {
  const cell = (text: string): string => line(text).replaceAll('|', '\\|');
  const problems = documents.flatMap((document) => document.problems.map((problem) => `- ${cell(document.documentId)}: ${cell(problem)}\n`));
  const section = (heading: string, rows: readonly string[]): string => (rows.length === 0 ? '' : `\n## ${heading}\n\n${rows.join('')}`);
  return [
    `# Corpus report\n\nGeneration ${generationId} of ${createdAtUtc}: ${counts.documents} documents, ${counts.articles} articles (${counts.undatedArticles} without a date), ${counts.passages} passages, ${spanOf(firstDate, lastDate)}.\n`,
    section('Documents', ['| Document | Articles | Passages | Dates | Kinds | Bodies |\n|---|---|---|---|---|---|\n', ...documents.map((each) => `| ${cell(each.documentId)} | ${each.articles} | ${each.passages} | ${spanOf(each.firstDate, each.lastDate)} | ${each.kinds.join(', ')} | ${cell(each.bodies.slice(0, 3).join(', '))} |\n`)]),
    section('Problems', problems),
    section('Left out', skipped.map(({ file, reason }) => `- ${cell(file)}: ${cell(reason)}\n`)),
    section('Withdrawn', withdrawn.map(({ documentId, withdrawnAtUtc }) => `- ${cell(documentId)} on ${withdrawnAtUtc.slice(0, 10)}\n`)),
  ].join('');
}

export function printArticle({ header, text, passage, passages, facts, repairs }: ShownArticle, withRepairs: boolean): string {
  const { articleId, title, kind, body, meeting, date, file } = header;
  const place = passage === null ? `${passages} passages` : `passage ${line(passage.passageId)}, ${passage.page === null ? '' : `page ${passage.page}, `}lines ${passage.startLine}-${passage.endLine}`;
  const leftAtUtc = passage?.leftAtUtc ?? null;
  const past = leftAtUtc === null ? '' : `An earlier version: it left the index on ${leftAtUtc.slice(0, 10)}.\n`;
  const head = `${line(title)}\n${[kind, line(body), line(meeting), date ?? 'no date'].filter((part) => part !== '').join(' · ')}\n${line(file)}, ${line(articleId)}, ${place}\n${past}\n`;
  const shown = `${head}${plainText(text)}\n${printFacts(facts)}`;
  if (!withRepairs) return shown;
  const rows = repairs.map((repair) => `line ${repair.line ?? '-'}: ${line(repair.printed)} is searched as ${repair.read === '' ? 'nothing' : line(repair.read)}\n`);
  return `${shown}\n${repairs.length === 0 ? 'Nothing is searched otherwise than it is printed.\n' : `Printed, and searched otherwise (${repairs.length}):\n${rows.join('')}`}`;
}

/** What was drawn out of an article, one line each. */
function printFacts({ people, figures }: ArticleFacts): string {
  const at = (number: number | null): string => (number === null ? 'descriptions.yaml' : `line ${number}`);
  const persons = people.map(({ name, office, state, asOf, line: number }) => `${at(number)}: ${line(name)}, ${line(office)} (${state}, as of ${asOf ?? 'an unknown day'})\n`);
  const values = figures.map(({ printed, subject, change, kind, period, line: number }) => `${at(number)}: ${line(printed)} of ${line(subject)} (${[kind, ...(change === 'level' ? [] : [change]), period === '' ? 'period unknown' : line(period)].join(', ')})\n`);
  const section = (heading: string, rows: readonly string[]): string => (rows.length === 0 ? '' : `\n${heading} (${rows.length}):\n${rows.join('')}`);
  return section('People', persons) + section('Figures', values);
}

function spanOf(first: string | null, last: string | null): string {
  if (first === null || last === null) return 'no date';
  return first === last ? first : `${first} to ${last}`;
}
