import { expect, test, vi } from 'vitest';
import { privateText } from '../make-updates.js';
import { startTestBot } from '../start-test-bot.js';

test('a long poll that Telegram never ends is given up 10 seconds after its 30, and started again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const { api, clock, lines } = await startTestBot();
    await api.polling();
    api.fault({ method: 'getUpdates', with: 'hang' });
    api.endPoll();
    await api.call('getUpdates', (call) => call.outcome === 0);
    vi.advanceTimersByTime(39_999);
    expect(lines.filter((line) => line.includes('failed'))).toEqual([]);
    vi.advanceTimersByTime(1);
    await clock.pausing(500);
    clock.advance(500);
    api.push(privateText(7, '还在吗？'));
    await api.message(7);
  } finally {
    vi.useRealTimers();
  }
});
