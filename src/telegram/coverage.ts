/** What the index holds; dates are ISO, null while nothing dated is indexed. */
export interface Coverage {
  documents: number;
  articles: number;
  passages: number;
  firstDate: string | null;
  lastDate: string | null;
  /** Organs, those with most records first. */
  bodies: string[];
  /** Questions that these records answer. */
  examples: string[];
}
