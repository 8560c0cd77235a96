import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openModelLedger } from '../../../src/adapters/sqlite/model-ledger.js';
import { ClearError } from '../../../src/domain/errors.js';
import { temporaryFolder } from '../temporary-folder.js';
import { engines } from './engines.js';

const CEILINGS = { tokensPerDay: 1000, tokensPerDayUser: 400, moneyPerDay: null, moneyPerDayUser: null, priceInput: 0, priceOutput: 0 };
const use = (inputTokens: number, outputTokens: number) => ({ inputTokens, outputTokens });
const DAY_MS = 86_400_000;

describe.each(engines)('the ledger of the model (%s)', (engine) => {
  it('books the most before a call and settles what it took', () => {
    const ledger = openModelLedger(join(temporaryFolder(), 'model.sqlite'), CEILINGS, { engine });
    const first = ledger.reserve('a', use(200, 100));
    expect(ledger.reserve('a', use(100, 50))).toBeNull();
    first?.settle(use(20, 10));
    expect(ledger.reserve('a', use(100, 50))).not.toBeNull();
    expect(ledger.today()).toMatchObject({ calls: 2, inputTokens: 120, outputTokens: 60 });
    ledger.close();
  });

  it('holds the ceiling of all over many people, across a restart, until the next day', () => {
    const file = join(temporaryFolder(), 'model.sqlite');
    let now = Date.parse('2026-03-04T23:00:00Z');
    const open = () => openModelLedger(file, CEILINGS, { engine, nowMs: () => now });
    const before = open();
    for (const who of ['a', 'b', 'c']) before.reserve(who, use(200, 100));
    before.close();
    const after = open();
    expect(after.reserve('d', use(100, 50))).toBeNull();
    expect(after.reserve(null, use(100, 50))).toBeNull();
    now += DAY_MS / 2;
    expect(after.reserve('d', use(100, 50))).not.toBeNull();
    after.close();
  });

  it('holds ceilings of money', () => {
    const ledger = openModelLedger(join(temporaryFolder(), 'model.sqlite'), { ...CEILINGS, tokensPerDay: 1e9, tokensPerDayUser: 1e9, moneyPerDay: 1, moneyPerDayUser: 0.5, priceInput: 1, priceOutput: 4 }, { engine });
    expect(ledger.reserve('a', use(200_000, 100_000))).toBeNull();
    expect(ledger.reserve('a', use(100_000, 100_000))).not.toBeNull();
    expect(ledger.reserve('b', use(100_000, 100_000))).not.toBeNull();
    expect(ledger.reserve('c', use(1, 1))).toBeNull();
    expect(ledger.today().money).toBeCloseTo(1, 9);
    ledger.close();
  });

  it('keeps replies for a week', () => {
    let now = 0;
    const ledger = openModelLedger(join(temporaryFolder(), 'model.sqlite'), CEILINGS, { engine, nowMs: () => now });
    ledger.keep('k', 'a reply');
    now = 6 * DAY_MS;
    expect(ledger.reply('k')).toBe('a reply');
    expect(ledger.reply('other')).toBeNull();
    now = 8 * DAY_MS;
    expect(ledger.reply('k')).toBeNull();
    ledger.close();
  });

  it('names a file that is no database', () => {
    const file = join(temporaryFolder(), 'model.sqlite');
    writeFileSync(file, 'not a database, but long enough to be read as one '.repeat(30));
    expect(() => openModelLedger(file, CEILINGS, { engine })).toThrow(ClearError);
  });
});
