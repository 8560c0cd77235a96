import type { ArticleHeader, Passage } from '../domain/corpus.js';

/**
 * What stands in front of a passage when it is indexed: alone it is close to unfindable where documents share
 * their wording (mean MRR@10 over nine Chinese sets 65.1 without header, 76.7 with).
 */
export function headerText(article: Pick<ArticleHeader, 'title' | 'body' | 'meeting' | 'date'>, passage: Pick<Passage, 'heading'>): string {
  return [article.title, article.body, article.meeting, article.date ?? '', passage.heading].filter((part) => part !== '').join('\n');
}
