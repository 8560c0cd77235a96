import { expect, test } from 'vitest';
import { nextStep, type Situation } from '../../../src/telegram/send/next-step.js';
import type { Fault } from '../../../src/telegram/send/read-fault.js';

const refused = (description: string, more: object = {}): Fault => ({ kind: 'refused', code: 400, description, ...more });

test.each<[string, Fault, Partial<Situation>, object]>([
  ['a flood limit is waited out for as long as Telegram says', { kind: 'flood', retryAfterMs: 3_600_000 }, {}, { kind: 'wait', ms: 3_600_000, isFlood: true }],
  ['what never left is tried again', { kind: 'never_sent', detail: 'ECONNREFUSED' }, { failures: 1 }, { kind: 'wait', ms: 500, isFlood: false }],
  ['and again, every 5 seconds', { kind: 'never_sent', detail: 'ECONNREFUSED' }, { failures: 900, isOthersPassing: true }, { kind: 'wait', ms: 5_000, isFlood: false }],
  ['but not after a day', { kind: 'never_sent', detail: 'ECONNREFUSED' }, { isExpired: true }, { kind: 'give_up', state: 'lost' }],
  ['a server that takes nothing is waited for', { kind: 'server', detail: 'HTTP 502' }, { failures: 900 }, { kind: 'wait', ms: 5_000, isFlood: false }],
  ['one that takes other messages gets five tries', { kind: 'server', detail: 'HTTP 500' }, { failures: 4, isOthersPassing: true }, { kind: 'wait', ms: 4_000, isFlood: false }],
  ['and no sixth', { kind: 'server', detail: 'HTTP 500' }, { failures: 5, isOthersPassing: true }, { kind: 'give_up', state: 'lost' }],
  ['what may have arrived is not repeated', { kind: 'ambiguous', detail: 'ECONNRESET' }, {}, { kind: 'give_up', state: 'unsure' }],
  ['tags that are not read are left out', refused("Bad Request: can't parse entities: x"), {}, { kind: 'change', place: { chatId: 1, threadId: 5 }, isPlain: true }],
  ['once', refused("Bad Request: can't parse entities: x"), { isPlain: true }, { kind: 'give_up', state: 'lost' }],
  ['a topic that is gone is left', refused('Bad Request: message thread not found'), { isPlain: true }, { kind: 'change', place: { chatId: 1 }, isPlain: true }],
  ['a group that moved is followed', refused('upgraded', { migratedTo: -100 }), {}, { kind: 'change', place: { chatId: -100 }, isPlain: false }],
  ['not in a circle', refused('upgraded', { migratedTo: 1 }), {}, { kind: 'give_up', state: 'lost' }],
  ['a no is a no', { kind: 'refused', code: 403, description: 'Forbidden: bot was blocked by the user' }, {}, { kind: 'give_up', state: 'lost' }],
])('%s', (_name, fault, more, step) => {
  expect(nextStep(fault, { place: { chatId: 1, threadId: 5 }, isPlain: false, failures: 1, isOthersPassing: false, isExpired: false, ...more })).toEqual(step);
});
