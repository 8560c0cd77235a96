/** A one-time link that was handed out and not used yet. Times are milliseconds since 1970. */
export interface OpenLink {
  personId: string;
  expiresAtMs: number;
}

/** One signed-in browser. */
export interface ConsoleSession {
  personId: string;
  startedAtMs: number;
  lastSeenMs: number;
  /** SHA-256 of the browser's own description; a stolen cookie comes from another one. */
  agentDigest: string;
}

/** Who may enter the console: links and sessions, both known by the SHA-256 of their secret only. */
export interface ConsoleEntry {
  saveLink(digest: string, link: OpenLink): void;
  findLink(digest: string): OpenLink | null;
  /** Takes the link away; of two who ask at once one gets it. */
  spendLink(digest: string): OpenLink | null;
  saveSession(digest: string, session: ConsoleSession): void;
  findSession(digest: string): ConsoleSession | null;
  touchSession(digest: string, lastSeenMs: number): void;
  endSession(digest: string): void;
  /** Ends every session and link of a person; gives how many sessions. */
  endAllOf(personId: string): number;
  /** Removes links that expired and sessions started before a time. */
  removeOld(nowMs: number, sessionsStartedBeforeMs: number): void;
}
