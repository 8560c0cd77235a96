// What grammY does with nothing around it: every message is sent back.
import { Bot } from 'grammy';

const bot = new Bot(process.env.BOT_TOKEN ?? '', { client: { apiRoot: process.env.TELEGRAM_API_ROOT ?? '' } });
bot.on('message:text', (context) => context.reply(context.msg.text, { reply_parameters: { message_id: context.msg.message_id } }));
process.on('SIGTERM', () => { void bot.stop(); });
await bot.start({ onStart: () => { process.stderr.write('connected as echo\n'); } });
process.disconnect();
