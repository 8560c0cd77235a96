import type { ArticleHeader } from '../../domain/corpus.js';
import type { CorpusReport } from '../../ingest/corpus/corpus-report.js';
import type { ShownArticle } from '../../ingest/corpus/show-article.js';
import type { CorpusCheck } from '../../ingest/corpus/verify-corpus.js';
import type { WithdrawnDocument } from '../../ingest/corpus/withdraw-document.js';
import type { IngestSummary } from '../../ingest/ingest.js';

/** The corpus of one data folder, for staff. Throws ClearError for an id that is not there. */
export interface CorpusDesk {
  /** Null when nothing was ingested. */
  report(): Promise<CorpusReport | null>;
  headers(): Promise<readonly ArticleHeader[]>;
  /** `id` of an article or a passage, also of a past one. */
  show(id: string): Promise<ShownArticle>;
  verify(): Promise<CorpusCheck>;
  /** Takes a document out, now and whenever its folder is read, and every other one that says the same word for word; tells what went. */
  withdraw(documentId: string): Promise<WithdrawnDocument & { copies: WithdrawnDocument[] }>;
  /** Takes it in again from its file, and what was taken out with it. */
  restore(documentId: string): Promise<IngestSummary>;
}
