import type { ArticleHeader } from '../../domain/corpus.js';
import type { PersonalDataKind } from '../../language/personal-data.js';

/** A document that was read and screened, and waits for somebody to say yes. */
export interface PutAside {
  /** The name it goes by from now on. */
  stored: string;
  /** 0: nothing in it could be read, and it is not kept. */
  articles: number;
  listed: Pick<ArticleHeader, 'title' | 'body' | 'meeting' | 'date'>[];
  /** What would be masked, each with the words around it, masked. */
  masked: { kind: PersonalDataKind; context: string }[];
  /** Why parts of it, or all, cannot be read. */
  reasons: string[];
}

/** What staff change in the corpus from the chat. */
export interface Library {
  putAside(name: string, bytes: Uint8Array): Promise<PutAside>;
  /** Stores it for good and reads it into the index, away from those who ask. May be called again for the same. */
  add(stored: string): Promise<{ kind: 'added'; documents: number; articles: number; passages: number } | { kind: 'failed'; reason: string } | { kind: 'gone' }>;
  discard(stored: string): void;
  /** Takes a document out of the index for good, and those that say the same word for word; else tells why not. */
  withdraw(documentId: string): Promise<{ kind: 'withdrawn'; copies: string[] } | { kind: 'failed'; reason: string }>;
}
