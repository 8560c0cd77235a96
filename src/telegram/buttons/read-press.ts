import { fromButtonData, type PassageKey } from '../passage-key.js';

/** What the data of a pressed button says. */
export type PressWish =
  | { kind: 'passage'; key: PassageKey }
  | { kind: 'vote'; answerId: string; vote: 'up' | 'down' }
  | { kind: 'reason'; answerId: string; reason: string }
  | { kind: 'ask_staff'; answerId: string }
  | { kind: 'tell_me'; answerId: string }
  | { kind: 'related'; answerId: string; number: number }
  | { kind: 'language'; choice: string }
  | { kind: 'forget'; isSure: boolean }
  | { kind: 'meeting'; name: string }
  | { kind: 'record'; name: string }
  | ModerationWish
  | { kind: 'add_document'; key: string; isYes: boolean }
  | { kind: 'withdraw_document'; key: string; answer: string | undefined };

/** What only moderators may press. */
export type ModerationWish =
  /** `next`: the newest that waits. */
  | { kind: 'review'; recordId: string }
  | { kind: 'judge'; recordId: string; code: string }
  | { kind: 'correct'; recordId: string }
  | { kind: 'withdraw'; curatedId: string };

const DATA = /^([udsrwlfmxqveyazt]):([\w-]{1,40})(?::(\w{1,12}))?$/;

/** Null for data this program did not make. */
export function readPress(data: string): PressWish | null {
  const key = fromButtonData(data);
  if (key !== null) return { kind: 'passage', key };
  const [, letter, name = '', rest] = DATA.exec(data) ?? [];
  switch (letter) {
    case 'u':
    case 'd':
      return rest === undefined ? { kind: 'vote', answerId: name, vote: letter === 'u' ? 'up' : 'down' } : null;
    case 's':
      return rest === undefined ? { kind: 'ask_staff', answerId: name } : null;
    case 't':
      return rest === undefined ? { kind: 'tell_me', answerId: name } : null;
    case 'w':
      return rest === undefined ? null : { kind: 'reason', answerId: name, reason: rest };
    case 'r':
      return rest !== undefined && /^[1-9]$/.test(rest) ? { kind: 'related', answerId: name, number: Number(rest) } : null;
    case 'l':
      return { kind: 'language', choice: name };
    case 'f':
      return name === 'yes' || name === 'no' ? { kind: 'forget', isSure: name === 'yes' } : null;
    case 'm':
      return { kind: 'meeting', name };
    case 'x':
      return { kind: 'record', name };
    case 'q':
      return { kind: 'review', recordId: name };
    case 'v':
      return rest === undefined ? null : { kind: 'judge', recordId: name, code: rest };
    case 'e':
      return { kind: 'correct', recordId: name };
    case 'a':
      return rest === 'yes' || rest === 'no' ? { kind: 'add_document', key: name, isYes: rest === 'yes' } : null;
    case 'z':
      return { kind: 'withdraw_document', key: name, answer: rest };
    case 'y':
      return { kind: 'withdraw', curatedId: name };
    default:
      return null;
  }
}
