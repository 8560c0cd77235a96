import { wholeQuestion, type Completed, type LookUps } from './look-ups.js';
import { meetingIn } from './meeting-in.js';
import { neighbourSession } from './neighbour-session.js';
import { readQuestion } from './read-question.js';

const NEIGHBOUR = /^(?:那么?)?(?:再)?([上下前后])一?次(?:的)?(?:会议|例会|全会|会)?(?:上)?(.*)$/;

/** 上一次呢 after a meeting known by its day: the meeting of the same body before it on record; null where none is meant or the meeting has a number. */
export async function askNeighbour(text: string, earlier: string, { neighbourDay }: LookUps): Promise<Completed | null> {
  const match = NEIGHBOUR.exec(text.trim());
  if (match === null || neighbourDay === undefined) return null;
  const shift = /[上前]/.test(match[1] ?? '') ? -1 : 1;
  if (neighbourSession(readQuestion(earlier), shift) !== null) return null;
  const asked = await neighbourDay(earlier, shift);
  const isBare = /^呢?[?？。\s]*$/.test(match[2] ?? '');
  if (asked === undefined) return isBare && readQuestion(earlier).some(({ role }) => role === 'date') ? missing(earlier, shift) : null;
  if (asked === null) return missing(earlier, shift);
  const rest = (match[2] ?? '').replace(/^[，,\s]+/, '');
  return wholeQuestion(/^呢?[?？。\s]*$/.test(rest) ? asked : `${meetingIn(readQuestion(asked))}${rest}`);
}

function missing(earlier: string, shift: 1 | -1): Completed {
  return { ...wholeQuestion(earlier), missing: `${shift < 0 ? '更早' : '更晚'}的一次会议` };
}
