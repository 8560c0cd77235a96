import type { ArticleHeader } from '../../domain/corpus.js';
import type { CorpusReport } from '../../ingest/corpus/corpus-report.js';
import type { ShownArticle } from '../../ingest/corpus/show-article.js';
import type { CorpusCheck } from '../../ingest/corpus/verify-corpus.js';
import type { IngestSummary } from '../../ingest/ingest.js';

/** The corpus of one data folder, for staff. Throws ClearError for an id that is not there. */
export interface CorpusDesk {
  /** Null when nothing was ingested. */
  report(): Promise<CorpusReport | null>;
  headers(): Promise<readonly ArticleHeader[]>;
  /** `id` of an article or a passage, also of a past one. */
  show(id: string): Promise<ShownArticle>;
  verify(): Promise<CorpusCheck>;
  /** Takes a document out, now and whenever its folder is read; gives the number of passages that went. */
  withdraw(documentId: string): Promise<number>;
  /** Takes it in again from its file. */
  restore(documentId: string): Promise<IngestSummary>;
}
