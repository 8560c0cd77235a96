import { expect, it } from 'vitest';
import { createAllowance } from '../../src/telegram/allowance.js';
import { privateText } from './make-updates.js';
import { startTestBot } from './start-test-bot.js';

it('lets a burst through and then so many a second', () => {
  let nowMs = 5_000;
  const may = createAllowance({ now: () => nowMs }, { most: 3, perSecond: 2 });
  const howMany = (): number => Array.from({ length: 10 }, may).filter(Boolean).length;
  expect(howMany()).toBe(3);
  nowMs += 400;
  expect(howMany()).toBe(0);
  nowMs += 100;
  expect(howMany()).toBe(1);
  nowMs += 1_000;
  expect(howMany()).toBe(2);
  nowMs += 3_600_000;
  expect(howMany()).toBe(3);
});

it('a service that many ask looks for related questions at most twenty times at once, then two a second', async () => {
  let looked = 0;
  const { api, clock } = await startTestBot({
    related: () => {
      looked++;
      return Promise.resolve([]);
    },
  });
  const askOneByOne = async (times: number): Promise<void> => {
    for (let time = 0; time < times; time++) {
      const before = api.messages.length;
      api.push(privateText(7, '怎么样？'));
      await api.message(7, before + 1);
    }
  };
  await askOneByOne(25);
  expect(looked).toBe(20);
  clock.advance(1_000);
  await askOneByOne(4);
  expect(looked).toBe(22);
});
