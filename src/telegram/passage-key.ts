import { createHash } from 'node:crypto';
import type { Answer, Citation, PassageView } from '../domain/answer.js';

/** Names one passage of one logged answer: citation `[number]`, or the `number`-th of the nearest passages (from 1). */
export interface PassageKey {
  kind: 'citation' | 'nearest';
  answerId: string;
  number: number;
}

export type OpenedPassage = PassageView & Partial<Pick<Citation, 'quote' | 'marker'>>;

const LETTERS = { citation: 'c', nearest: 'n' } as const;
const BUTTON_DATA = /^([cn]):([A-Za-z0-9_-]{1,36}):([1-9]\d{0,2})$/;
const START_PAYLOAD = /^([cn])_([A-Za-z0-9_-]{1,36})_([1-9]\d{0,2})$/;

/** `c:<answer id>:<number>`, at most 42 of the 64 bytes Telegram takes; null when the id does not fit the form. */
export function toButtonData(key: PassageKey): string | null {
  const data = `${LETTERS[key.kind]}:${key.answerId}:${key.number}`;
  return BUTTON_DATA.test(data) ? data : null;
}

/** Null for data this program did not make. */
export function fromButtonData(data: string): PassageKey | null {
  return readKey(BUTTON_DATA.exec(data));
}

/** Payload of `https://t.me/<bot>?start=…`, made of the same three parts as a button's data. */
export function toStartPayload(key: PassageKey): string {
  return `${LETTERS[key.kind]}_${key.answerId}_${key.number}`;
}

/** Null for a payload this program did not make. */
export function fromStartPayload(payload: string): PassageKey | null {
  return readKey(START_PAYLOAD.exec(payload));
}

/** The passage as it stood when the question was answered; null when the answer has no such passage. */
export function passageOf(answer: Answer, key: PassageKey): OpenedPassage | null {
  if (key.kind === 'nearest') return answer.nearest[key.number - 1] ?? null;
  return answer.citations.find((citation) => citation.marker === key.number) ?? null;
}

/** 22 letters that stand for a passage with its words, for ever: other words get another name. */
export function permanentName({ passageId, text }: PassageView): string {
  return createHash('sha256').update(`${passageId}\n${text}`).digest('base64url').slice(0, 22);
}

function readKey(match: RegExpExecArray | null): PassageKey | null {
  if (match === null) return null;
  const [, letter, answerId = '', number] = match;
  return { kind: letter === 'c' ? 'citation' : 'nearest', answerId, number: Number(number) };
}
