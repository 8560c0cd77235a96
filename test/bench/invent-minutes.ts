/** A document and a question about it, both invented; the same numbers give the same corpus. */
export interface InventedMinutes {
  document: { id: string; title: string; body: string; date: string; text: string };
  question: string;
}

const TOWNS = ['青石', '白水', '河东', '南屏', '临川', '云岭', '东港', '西塘', '金泉', '柳河', '石桥', '清溪', '松山', '平湖', '红枫', '大渡', '长堤', '古井', '麦田', '星沙'];
const ORGANS = ['镇人民代表大会', '区政协常委会', '街道居民议事会', '县交通委员会', '市图书馆理事会', '林场职工大会', '渔业协会', '文物保护小组'];
/** Meetings lie four days apart in these years, and then begin again: bodies meet on the same day. */
const DAYS = 365 * 7;
const MATTERS = ['桥梁修缮', '校车线路', '饮水管网', '老旧小区加装电梯', '集市搬迁', '图书采购', '防汛演练', '果树补植', '夜间照明', '养老食堂', '垃圾分类', '渔港疏浚', '古树名木登记', '乡村医生值班', '停车位划线', '儿童乐园'];
const PEOPLE = ['林晓岚', '赵启明', '周若水', '钱文博', '孙丽华', '郑海峰', '冯秋月', '陈广田'];
const REASONS = ['群众反映集中', '上年结余可用', '汛期将至', '设备已满使用年限', '与邻近单位协商一致', '专家论证通过'];

/** `count` minutes of invented bodies, each with agenda, attendance, three matters and their decisions. */
export function inventMinutes(count: number): InventedMinutes[] {
  return Array.from({ length: count }, (_, index) => inventOne(index));
}

function inventOne(index: number): InventedMinutes {
  const next = randomFrom(index + 1);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T;
  const body = pick(TOWNS) + pick(ORGANS);
  const day = new Date(Date.UTC(2019, 0, 5 + ((index * 4) % DAYS)));
  const date = day.toISOString().slice(0, 10);
  const spoken = `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
  const first = index % MATTERS.length;
  const matters = [0, 5, 11].map((step) => MATTERS[(first + step) % MATTERS.length] ?? '');
  const sections = matters.map((matter, number) => {
    const amount = 10 + Math.floor(next() * 900);
    return [
      `## 议题${number + 1}：${matter}`,
      `汇报人：${pick(PEOPLE)}`,
      `会议听取了关于${matter}的汇报。${pick(PEOPLE)}介绍，因${pick(REASONS)}，建议今年安排${matter}经费${amount}万元，分${1 + Math.floor(next() * 4)}期完成。`,
      `会议结论：同意${matter}方案，安排经费${amount}万元，由${pick(PEOPLE)}负责，${1 + Math.floor(next() * 11)}个月内报告进展。`,
    ].join('\n\n');
  });
  const text = [`${body}会议纪要`, `时间：${spoken}`, `出席：${PEOPLE.slice(0, 4 + (index % 4)).join('、')}，共${20 + (index % 60)}人。`, ...sections].join('\n\n');
  return { document: { id: `minutes-${index}`, title: `${body}会议纪要 ${date}`, body, date, text }, question: pick(inventQuestions(body, spoken, matters[1] ?? '')) };
}

/** What was concluded, how much, who, what was on the agenda, and whether a rumour is true: not every question names its day. */
function inventQuestions(body: string, day: string, matter: string): string[] {
  const year = day.slice(0, 5);
  return [`${day}${body}会议上，“${matter}”这一议题的结论是什么？`, `${body}${year}安排${matter}经费多少万元？`, `${body}的${matter}由谁负责？`, `${day}${body}会议讨论了哪些议题？`, `听说${body}${year}安排了${matter}经费500万元，是真的吗？`];
}

/** mulberry32: small, and the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
