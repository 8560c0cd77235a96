import { Document } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import type { PassageView } from '../../domain/answer.js';

/** A passage that a search found; a higher score is better. */
export interface FoundPassage {
  passage: PassageView;
  score: number;
}
export type SearchPassages = (question: string, limit: number) => Promise<FoundPassage[]>;

/** What stands beside the text of a passage. */
export interface PassageMetadata extends Record<string, unknown> {
  passageId: string;
  documentId: string;
  title: string;
  body: string;
  meeting: string;
  date: string | null;
  source: PassageView['source'];
  score: number;
}

/** The corpus as a standard LangChain retriever: one document a passage, best first, its text as printed. */
export class PassageRetriever extends BaseRetriever<PassageMetadata> {
  static override lc_name(): string {
    return 'PassageRetriever';
  }

  override lc_namespace = ['huida', 'retrievers'];
  readonly #search: SearchPassages;
  readonly #limit: number;

  /** `limit`: most documents a question. */
  constructor(search: SearchPassages, limit: number, fields?: BaseRetrieverInput) {
    super(fields);
    this.#search = search;
    this.#limit = limit;
  }

  override async _getRelevantDocuments(question: string): Promise<Document<PassageMetadata>[]> {
    const found = await this.#search(question, this.#limit);
    return found.map(({ passage, score }) => {
      const { passageId, documentId, title, body, meeting, date, source, text } = passage;
      return new Document({ id: passageId, pageContent: text, metadata: { passageId, documentId, title, body, meeting, date, source, score } });
    });
  }
}
