import type { PassageView } from '../../../src/domain/answer.js';
import type { WrittenStatement } from '../../../src/answer/write/proof/prove-statement.js';

/** A draft made from a right answer, over the passages it was given. */
export interface DraftCase {
  question: string;
  statement: WrittenStatement;
  given: PassageView[];
  /** People whom the records name, for another name in the place of the right one. */
  people: readonly string[];
  /** The one that the statement names, or null. */
  person: string | null;
}

/** One change that makes a right statement wrong; none where it has nothing of the kind. */
type Mutator = (draft: DraftCase) => WrittenStatement[];

const reworded = (draft: DraftCase, texts: readonly (string | null)[]): WrittenStatement[] => {
  const source = draft.given[(draft.statement.passages[0] ?? 1) - 1]?.text ?? '';
  return texts.flatMap((text) => (text === null || text === draft.statement.text || source.includes(text) ? [] : [{ ...draft.statement, text }]));
};
const replaced = (text: string, from: RegExp, to: string | ((part: string) => string)): string | null => {
  const match = from.exec(text);
  if (match === null) return null;
  const other = typeof to === 'string' ? to : to(match[0]);
  return text.slice(0, match.index) + other + text.slice(match.index + match[0].length);
};
const nextDigit = (digit: string): string => String((Number(digit) + 3) % 10 || 7);

/** A digit that is part of no date and no session. */
const NUMBER = /\d+(?:\.\d+)?(?=\s*(?:[件项人名家个次场万亿%％元公里亩吨条户]|个百分点|千瓦))/;
const OFFICE_CHANGES: readonly (readonly [RegExp, string])[] = [[/副主席/, '主席'], [/(?<!副)主席(?!团)/, '副主席'], [/副市长/, '市长'], [/(?<!副)市长/, '副市长'], [/副主任/, '主任'], [/(?<!副)主任(?!委员)/, '副主任'], [/副秘书长/, '秘书长'], [/(?<!副)秘书长/, '副秘书长'], [/(?<!副)书记/, '副书记'], [/副书记/, '书记'], [/(?<!副)局长/, '副局长'], [/副局长/, '局长'], [/(?<!副)会长/, '副会长'], [/院长/, '检察长']];
const TURNED: readonly (readonly [RegExp, string])[] = [[/(?<![未不没])通过(?!率)/, '未通过'], [/通过(?!率)/, '否决'], [/增长/, '下降'], [/增加(?!值)/, '减少'], [/提高/, '降低'], [/(?<![未没])收到/, '没有收到'], [/(?<![未没])完成/, '未完成'], [/(?<![未不没])(?:召开|举行)/, '没有召开'], [/同意/, '不同意'], [/批准/, '不予批准'], [/不得/, '可以'], [/没有/, '有'], [/尚未/, '已经'], [/不低于/, '低于'], [/赞成/, '反对'], [/新增/, '减少'], [/下降/, '上升'], [/成立/, '撤销']];

export const MUTATORS: Readonly<Record<string, Mutator>> = {
  digit: (draft) => reworded(draft, [replaced(draft.statement.text, NUMBER, (number) => number.replace(/\d/, nextDigit)), replaced(draft.statement.text, NUMBER, (number) => number.replace(/\d$/, nextDigit))]),
  unit: (draft) => reworded(draft, [replaced(draft.statement.text, /(?<=\d)件/, '人'), replaced(draft.statement.text, /(?<=\d)项/, '家'), replaced(draft.statement.text, /(?<=\d[万亿]?)元/, '美元'), replaced(draft.statement.text, /(?<=\d[万]?)公里/, '米'), replaced(draft.statement.text, /(?<=\d[万]?)亩/, '公顷'), replaced(draft.statement.text, /(?<=\d)(?:名|人)(?![民大均才])/, '户'), replaced(draft.statement.text, /(?<=\d)家/, '人')]),
  scale: (draft) => reworded(draft, [replaced(draft.statement.text, /(?<=\d)亿/, '万'), replaced(draft.statement.text, /(?<=\d)万/, '亿'), replaced(draft.statement.text, /(?<=\d)万/, '千')]),
  percent: (draft) => reworded(draft, [replaced(draft.statement.text, /(?<=\d)[%％]/, '个百分点'), replaced(draft.statement.text, /(?<=\d)个百分点/, '%')]),
  bound: (draft) => reworded(draft, [replaced(draft.statement.text, /超过(?=\d)/, '不足'), replaced(draft.statement.text, /约(?=\d)/, '超过'), replaced(draft.statement.text, /以上/, '以下'), replaced(draft.statement.text, /以内/, '以上'), replaced(draft.statement.text, /不低于(?=\d)/, '不超过')]),
  date: (draft) => reworded(draft, [replaced(draft.statement.text, /\d{1,2}(?=月\d{1,2}日)/, (month) => String((Number(month) % 12) + 1)), replaced(draft.statement.text, /(?<=月)\d{1,2}(?=日)/, (day) => String((Number(day) % 28) + 1)), replaced(draft.statement.text, /20\d\d(?=年)/, (year) => String(Number(year) + 1))]),
  name: ({ person, people, ...rest }) => {
    if (person === null) return [];
    const other = people.find((name) => name !== person && rest.given.every(({ text }) => !text.includes(name)));
    const beside = people.find((name) => name !== person && !rest.statement.text.includes(name) && rest.given.some(({ text }) => text.includes(name)));
    const texts = [other, beside, `${person.slice(0, -1)}${person.endsWith('平') ? '军' : '平'}`].map((name) => (name === undefined ? null : rest.statement.text.replaceAll(person, name)));
    return reworded({ ...rest, person, people }, texts);
  },
  office: (draft) => reworded(draft, OFFICE_CHANGES.map(([from, to]) => replaced(draft.statement.text, from, to)).filter((text) => text !== null).slice(0, 1)),
  negation: (draft) => reworded(draft, TURNED.map(([from, to]) => replaced(draft.statement.text, from, to)).filter((text) => text !== null).slice(0, 2)),
  meeting: (draft) => reworded(draft, [replaced(draft.statement.text, /(?<=届[^，。]{0,12}第?)[一二三四五六](?=次)/, (session) => '二三四五六一'['一二三四五六'.indexOf(session)] ?? '九'), replaced(draft.statement.text, /[一二三四五六七](?=届)/, (term) => '二三四五六八九'['一二三四五六七'.indexOf(term)] ?? '九')]),
  marker: ({ statement, given }) => {
    const [right = 1] = statement.passages;
    const elsewhere = given.findIndex((_, index) => index + 1 !== right);
    return [{ ...statement, passages: [given.length + 1] }, { ...statement, passages: [] }, { ...statement, passages: [right, 99] }, ...(elsewhere < 0 ? [] : [{ ...statement, passages: [elsewhere + 1] }])];
  },
};
