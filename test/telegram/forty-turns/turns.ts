import { MODERATOR, STAFF } from '../start-house-bot.js';
import type { Actor, Turn } from './play.js';

const [anna, bo] = [{ name: 'citizen Anna', id: 7 }, { name: 'citizen Bo', id: 8 }];
const [staff, moderator] = [{ name: 'staff', id: STAFF }, { name: 'moderator', id: MODERATOR }];
export const ACTORS: readonly Actor[] = [anna, bo, staff, moderator, { name: 'other moderator', id: 33 }, { name: 'administrator', id: 34 }];

const minutes = (year: number, text: string) => `---\ntitle: ${year}年村务会议纪要\nbody: 蓝桥村民委员会\nmeeting: ${year}年村务会议\ndate: ${year}-03-01\n---\n${text}\n`;
export const RECORDS = {
  '2024.md': minutes(2024, '2024年3月1日，2024年村务会议决定修缮两座桥，由王秀兰负责，修桥预算30万元。'),
  '2025.md': minutes(2025, '2025年3月1日，2025年村务会议决定修缮三座桥，由李建国负责，修桥预算48万元。\n\n会议决定，村里的图书室每周开放五天。'),
};
const RESERVOIR = '---\ntitle: 水库管理决定\nbody: 蓝桥村民委员会\nmeeting: 2026年村务会议\ndate: 2026-01-05\n---\n2026年村务会议决定清淤水库，预算77万元。联系人王小明，电话13812345678。\n';
const POOL = '游泳池每周开放几天？';

/** A day in the life of the bot: questions, follow-ups, buttons, quotes, inline mode, a group, a document, a correction. */
export const TURNS: readonly Turn[] = [
  { who: anna, say: '/start' },
  { who: anna, say: '2025年村务会议决定修缮几座桥？' },
  { who: anna, say: '修桥预算是多少？' },
  { who: anna, press: '[1]' },
  { who: anna, say: '出处？', under: '48万元', quote: '修桥预算48万元' },
  { who: anna, press: '👍', under: '48万元' },
  { who: anna, say: '/sources' },
  { who: anna, say: '/check 2025年村务会议决定修缮五座桥。' },
  { who: anna, say: '2024年村务会议决定修缮两座桥。2024年修桥预算90万元。', forwarded: true },
  { who: anna, say: POOL },
  { who: anna, press: '👎', under: '游泳池' },
  { who: anna, press: '应该有记录' },
  { who: anna, press: '🔔' },
  { who: anna, say: '村口贴过公告', under: '哪里不对' },
  { who: anna, press: '工作人员', under: '游泳池' },
  { who: staff, say: '村里没有游泳池，公告说的是水库。', under: '游泳池' },
  { who: anna, say: '2024年村务会议决定修缮几座桥？' },
  { who: anna, edit: '2024年村务会议的修桥预算是多少？' },
  { who: anna, say: '/compare 2024年和2025年村务会议的修桥预算' },
  { who: anna, say: '/meeting 村务会议' },
  { who: anna, press: '2025年村务会议' },
  { who: anna, say: '/latest' },
  { who: anna, press: '2025年村务会议纪要', under: '最新的记录' },
  { who: anna, say: '/lang' },
  { who: anna, press: 'English' },
  { who: anna, say: '/latest 2024' },
  { who: anna, say: '/nonsense' },
  { who: bo, inline: '2025年村务会议决定修缮几座桥？' },
  { who: bo, inGroup: true, say: '大家好，今天开会吗？' },
  { who: bo, inGroup: true, say: '@huida_test_bot 2025年村务会议决定修缮几座桥？' },
  { who: bo, inGroup: true, say: '由谁负责？', under: '三座桥' },
  { who: bo, inGroup: true, say: '/queue@huida_test_bot' },
  { who: bo, say: '我的手机号是13912345678，2025年图书室每周开放几天？' },
  { who: staff, file: '水库.md', content: RESERVOIR },
  { who: staff, press: '收录' },
  { who: anna, say: '2026年村务会议决定清淤水库的预算是多少？' },
  { who: moderator, say: '/queue' },
  { who: moderator, press: '2', under: '等待审核' },
  { who: moderator, press: '错误' },
  { who: moderator, say: '应当指出水库', under: '已记下' },
  { who: moderator, press: '更正', under: '游泳池' },
  { who: moderator, say: '村里没有游泳池；图书室每周开放五天。[1]', under: '请回复这条消息' },
  { who: bo, say: `请问${POOL}` },
  { who: moderator, say: '/console' },
  { who: staff, say: '/coverage' },
  { who: anna, say: '/forgetme' },
  { who: anna, press: 'Delete' },
  { who: anna, say: '/sources' },
];
