import { expect, it } from 'vitest';
import { press, privateText } from './make-updates.js';
import { MODERATOR, startHouseBot } from './start-house-bot.js';

const CITIZEN = 7;

it('votes, reasons, words and questions for staff reach the log, masked and by pseudonym, and wait for moderators', async () => {
  const { api, house } = await startHouseBot();
  api.push(privateText(CITIZEN, '2025年村务会议决定修缮几座桥？'));
  const answer = await api.message(CITIZEN);
  const data = (label: string): string | undefined => answer.buttons.find(({ text }) => text.includes(label))?.callback_data;
  api.push(press(CITIZEN, data('👎'), answer.messageId));
  const why = await api.message(CITIZEN, 2);
  api.push(press(CITIZEN, why.buttons[1]?.callback_data, why.messageId));
  await api.call('answerCallbackQuery', undefined, 2);
  api.push(privateText(CITIZEN, '打13800138000问我', { reply_to_message: { message_id: why.messageId, date: 1, chat: { id: CITIZEN, type: 'private', first_name: 'P' }, from: { id: 123456789, is_bot: true, first_name: 'huida' }, text: why.text, reply_markup: { inline_keyboard: [why.buttons] } } }));
  await api.message(CITIZEN, 3);
  const entries = house.log().feedback.after(0);
  expect(entries.map(({ kind, reason, comment }) => [kind, reason, comment])).toEqual([['down', null, null], ['down', 'source', null], ['down', 'source', '打＊＊＊＊＊＊＊＊＊＊＊问我']]);
  const [record] = house.log().recent(1);
  expect(entries.every(({ recordId, asker }) => recordId === record!.id && asker === record!.asker)).toBe(true);
  api.push(privateText(MODERATOR, '/queue'));
  expect((await api.message(MODERATOR)).text).toContain('👎 有人不满意');
  api.push(press(CITIZEN, data('工作人员'), answer.messageId));
  expect((await api.message(MODERATOR, 2)).text).toContain('修缮几座桥');
  expect(house.log().feedback.after(0).at(-1)).toMatchObject({ kind: 'staff', recordId: record!.id });
  api.push(privateText(MODERATOR, '/queue'));
  expect((await api.message(MODERATOR, 3)).text).toContain('🙋 转给工作人员');
});
