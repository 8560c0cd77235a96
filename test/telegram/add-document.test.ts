import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SentMessage } from './fake-bot-api.js';
import { documentUpdate, press, privateText } from './make-updates.js';
import { MODERATOR, STAFF, startHouseBot } from './start-house-bot.js';

const NEW = '---\ntitle: 水库管理决定\nbody: 蓝桥村民委员会\nmeeting: 2026年村务会议\ndate: 2026-01-05\n---\n会议决定清淤水库，预算77万元。村民王小明的电话是13812345678。\n';

const labelled = (message: SentMessage, label: string): string | undefined => message.buttons.find(({ text }) => text.includes(label))?.callback_data;
const filesIn = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('-'));

async function sendFile(bot: Awaited<ReturnType<typeof startHouseBot>>, name: string, content: string | Buffer, more: object = {}) {
  const { api } = bot;
  api.files.set('f1', Buffer.from(content));
  api.push(documentUpdate(STAFF, { file_id: 'f1', file_name: name, file_size: Buffer.byteLength(content), ...more }));
  return await api.message(STAFF, api.messages.filter(({ chatId }) => chatId === STAFF).length + 1);
}

describe('a document that staff send', () => {
  it('is shown as it would be read, added when they say yes, and answers; then it is withdrawn', async () => {
    const bot = await startHouseBot();
    const { api, actions, folder } = bot;
    const preview = await sendFile(bot, '水库 管理.md', NEW);
    expect(preview.text).toMatch(/^水库 管理\.md\n读到 1 篇文章：\n• 2026-01-05 · 水库管理决定 · 蓝桥村民委员会 · 2026年村务会议\n将遮去 \d 处个人信息\n…[^\n]*＊[^]*收录这份文件吗？$/u);
    expect(preview.text).not.toContain('13812345678');
    api.push(press(STAFF, labelled(preview, '✅ 收录'), preview.messageId));
    expect((await api.message(STAFF, 2)).text).toContain('正在编入索引');
    expect((await api.message(STAFF, 3)).text).toBe('“水库 管理.md”已收录。现在共有 2 份文件，2 篇文章，2 个段落。'.replace('2 个段落', /(\d+) 个段落/u.exec((await api.message(STAFF, 3)).text)?.[0] ?? ''));
    api.push(privateText(7, '2026年村务会议决定清淤水库的预算是多少？'));
    expect((await api.message(7)).text).toContain('77万元');
    api.push(privateText(STAFF, '/withdraw 水库'));
    const which = await api.message(STAFF, 4);
    api.push(press(STAFF, which.buttons[0]?.callback_data, which.messageId));
    const sure = await api.message(STAFF, 5);
    api.push(press(STAFF, labelled(sure, '撤下'), sure.messageId));
    expect((await api.message(STAFF, 6)).text).toBe('“水库管理决定”已撤下。');
    api.push(privateText(8, '2026年村务会议决定清淤水库的预算是多少？'));
    expect((await api.message(8)).text).not.toContain('77万元');
    expect(actions().map(({ personId, action }) => `${personId} ${action}`)).toEqual(['31 added document', '31 withdrew document']);
    expect(filesIn(join(folder, 'data', 'added'))).toHaveLength(1);
  });

  it('is withdrawn with what says the same word for word, and both are named and noted', async () => {
    const bot = await startHouseBot();
    const { api, actions } = bot;
    for (const [index, name] of ['one.md', 'two.md'].entries()) {
      const preview = await sendFile(bot, name, NEW);
      api.push(press(STAFF, labelled(preview, '✅ 收录'), preview.messageId));
      await api.message(STAFF, 3 * (index + 1));
    }
    api.push(privateText(STAFF, '/withdraw 水库'));
    const which = await api.message(STAFF, 7);
    api.push(press(STAFF, which.buttons[0]?.callback_data, which.messageId));
    const sure = await api.message(STAFF, 8);
    api.push(press(STAFF, labelled(sure, '撤下'), sure.messageId));
    expect((await api.message(STAFF, 9)).text).toMatch(/^“水库管理决定”已撤下。\n内容逐字相同、一并撤下的（1）：\n· [^\n]*(?:one|two)\.md$/u);
    api.push(privateText(8, '2026年村务会议决定清淤水库的预算是多少？'));
    expect((await api.message(8)).text).not.toContain('77万元');
    expect(actions().filter(({ action }) => action === 'withdrew document')).toHaveLength(2);
  });

  it('is deleted when they say no, and the button of somebody who left staff does nothing', async () => {
    const bot = await startHouseBot();
    const { api, folder, roles } = bot;
    const [first, second] = [await sendFile(bot, 'a.md', NEW), await sendFile(bot, 'b.md', NEW.replace('77', '78'))];
    expect(filesIn(join(folder, 'data', 'added'))).toHaveLength(2);
    api.push(press(STAFF, labelled(first, '不收录'), first.messageId));
    await api.call('answerCallbackQuery', ({ params }) => params.text === '没有收录，文件已删除。');
    expect(filesIn(join(folder, 'data', 'added'))).toHaveLength(1);
    roles.staff = [];
    api.push(press(STAFF, labelled(second, '✅ 收录'), second.messageId), press(MODERATOR, labelled(second, '✅ 收录'), second.messageId));
    await api.call('answerCallbackQuery', ({ params }) => params.text?.includes('已经失效') === true, 2);
    expect(api.messages).toHaveLength(2);
  });

  it.each([
    ['a type that is not read', 'x.exe', NEW, {}, '“x.exe”不能收录'],
    ['no name', undefined, NEW, { file_name: undefined }, '“?”不能收录'],
    ['nothing in it', 'x.md', '', {}, '文件是空的'],
    ['more than 20 MB', 'x.md', NEW, { file_size: 20 * 1024 * 1024 + 1 }, '文件太大'],
    ['another size than stated', 'x.md', NEW, { file_id: 'gone' }, '没有取到这个文件'],
    ['no text', 'x.pdf', '%PDF-1.4 broken', {}, '没有收录：'],
    ['another format than its name says', 'x.docx', '%PDF-1.4 broken', {}, '没有收录：Its name says .docx'],
  ])('with %s is refused in one sentence and not kept', async (_what, name, content, more, said) => {
    const bot = await startHouseBot();
    expect((await sendFile(bot, name ?? '', content, more)).text).toContain(said);
    const kept = join(bot.folder, 'data');
    expect(filesIn(kept).filter((file) => file.startsWith('added'))).toEqual([]);
  });

  it.each(['../../etc/passwd.md', '..\\..\\x.md', '/etc/cron.d/x.md', 'C:\\x.md', '%2e%2e%2fx.md', 'a\u0000b.md', 'a\nb\u001b[31m.md', '\u202egnp.md', `${'长'.repeat(255)}.md`, '.md', 'CON.md', 'e\u0301.md'])('named %j is stored under a name of our own inside the folder', async (name) => {
    const bot = await startHouseBot();
    await sendFile(bot, name, NEW);
    for (const file of filesIn(join(bot.folder, 'data', 'added'))) expect(file).toMatch(/^\.waiting\/[0-9a-f]{16}-[\p{L}\p{N}_-]+\.md$/u);
    expect(readdirSync(bot.folder).sort()).toEqual(['corpus', 'data']);
  });

  it('57 in an album of thirty is shown one by one, in order, each with its own buttons', { timeout: 120_000 }, async () => {
    const bot = await startHouseBot();
    const { api, folder } = bot;
    for (let item = 1; item <= 30; item++) api.files.set(`f${String(item)}`, Buffer.from(NEW.replace('77', String(100 + item))));
    api.push(...Array.from({ length: 30 }, (_, index) => documentUpdate(STAFF, { file_id: `f${String(index + 1)}`, file_name: `决定${String(index + 1)}.md`, file_size: Buffer.byteLength(NEW) + 1 }, { media_group_id: 'album' })));
    const last = await api.message(STAFF, 30);
    const previews = api.messages.filter(({ chatId }) => chatId === STAFF);
    expect(previews.map(({ text }) => text.split('\n')[0])).toEqual(Array.from({ length: 30 }, (_, index) => `决定${String(index + 1)}.md`));
    expect(new Set(previews.map((preview) => labelled(preview, '✅ 收录'))).size).toBe(30);
    expect(filesIn(join(folder, 'data', 'added'))).toHaveLength(30);
    api.push(press(STAFF, labelled(last, '✅ 收录'), last.messageId));
    await api.message(STAFF, 32);
    expect(filesIn(join(folder, 'data', 'added')).filter((name) => name.startsWith('.waiting'))).toHaveLength(29);
  });

  it('57 of somebody who was taken off the staff a moment ago adds nothing', async () => {
    const bot = await startHouseBot();
    bot.roles.staff = [];
    bot.api.files.set('f1', Buffer.from(NEW));
    bot.api.push(documentUpdate(STAFF, { file_id: 'f1', file_name: 'x.md', file_size: 9 }, { caption: '请收录' }));
    expect((await bot.api.message(STAFF)).text).toContain('我只能读文字');
    expect(bot.api.calls.filter(({ method }) => method === 'getFile')).toEqual([]);
  });

  it('of a citizen, forwarded, or in a group adds nothing', async () => {
    const bot = await startHouseBot();
    bot.api.files.set('f1', Buffer.from(NEW));
    bot.api.push(documentUpdate(7, { file_id: 'f1', file_name: 'x.md', file_size: 9 }), documentUpdate(STAFF, { file_id: 'f1', file_name: 'x.md' }, { forward_origin: { type: 'hidden_user', date: 1, sender_user_name: 'x' } }));
    expect((await bot.api.message(7)).text).toContain('我只能读文字');
    expect((await bot.api.message(STAFF)).text).toContain('我只能读文字');
    expect(bot.api.calls.filter(({ method }) => method === 'getFile')).toEqual([]);
  });
});
