/** The state of a chain: how many links there are, and the hash of the last (hex). */
export interface ChainHead {
  link: number;
  hash: string;
}

/** What the check of one chained file found. */
export interface ChainReport {
  /** `records` or `actions`. */
  name: string;
  file: string;
  links: number;
  /** Rows whose content is there and was compared. */
  rows: number;
  /** Rows that a declared erasure took away. */
  erased: number;
  head: ChainHead | null;
  /** Links after the newest anchor: the chain holds them, nothing outside does yet. */
  unanchored: number;
  /** The first thing that is wrong; null where everything agrees. */
  problem: ChainProblem | null;
}

export interface ChainProblem {
  /** Number of the first bad link; null where the file as a whole is bad. */
  link: number | null;
  /** Sequence of the row it stands for. */
  sequence: number | null;
  reason: string;
}
