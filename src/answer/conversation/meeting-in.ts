import { contextOf } from './carry.js';
import type { Role, Word } from './word.js';

/** The words that name the meeting: date, body, session, and 会议 behind them. */
export function meetingIn(words: readonly Word[]): string {
  const context = contextOf(words, { roles: new Set<Role>(['quote']), hasMatter: true, isOfMeeting: true, isPart: false }).replace(/[上中里]$/, '');
  return context === '' || /会议?$/.test(context) ? context : `${context}会议`;
}
