/** What a word does in a question. `anchor` roles say which meeting, when, where, of whom. */
export type Role = 'date' | 'session' | 'quote' | 'place' | 'person' | 'body' | 'event' | 'document' | 'ordinal' | 'noun' | 'verb' | 'asked' | 'glue';

export interface Word {
  /** As typed, with white space before it. */
  text: string;
  folded: string;
  tag: string;
  role: Role;
  /** The words a name was joined from: 山西省 and 政府 stand in 山西省政府工作报告. */
  inner?: readonly Word[];
}

export const ANCHOR_ROLES: ReadonlySet<Role> = new Set<Role>(['date', 'session', 'quote', 'place', 'person', 'body', 'event', 'document']);
