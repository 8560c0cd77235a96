import type { Intent } from '../../intent.js';
import { differenceOf, orderOf, ratioOf, shareOf, sumOf } from './arithmetic.js';
import type { Operation, SideQuestion } from './read-comparison.js';
import type { SideValue } from './side-value.js';

/** A side of which the record gives a figure. */
export type Known = SideQuestion & { value: SideValue };

/** What is said before the quotes, with every value in it that stands in no record. */
export interface Computed {
  text: string;
  values: string[];
}

/** The sentence that says what was computed from the sides, or why nothing was; empty for a plain table. */
export function computeLead(operation: Operation, rows: readonly Known[], language: Intent['language']): Computed {
  const say = language === 'zh' ? CHINESE : ENGLISH;
  const shown = rows.map(({ label, value }) => `${label}${language === 'zh' ? '' : ' '}${value.printed}`);
  const [first, second] = rows;
  if (operation === 'each' || first === undefined || second === undefined) return { text: '', values: [] };
  const isMixed = rows.some(({ value }) => value.isTarget === true) && rows.some(({ value }) => value.isTarget === false);
  if (isMixed) return plain(say.mixed(shown));
  if (operation === 'sum') {
    const sum = sumOf(rows.map(({ value }) => value));
    return sum === null ? plain(say.notAdded(shown)) : { text: say.sum(shown, sum), values: [sum] };
  }
  if (operation === 'ratio') {
    const ratio = ratioOf(first.value, second.value);
    return ratio === null ? plain(say.notDivided(shown)) : { text: say.ratio(shown, ratio), values: [ratio] };
  }
  if (operation === 'share') {
    const share = shareOf(first.value, second.value);
    return share === null ? plain(say.notDivided(shown)) : { text: say.share(shown, share), values: [share] };
  }
  if (operation === 'rest') {
    const rest = (orderOf(first.value.figure, second.value.figure) ?? -1) < 0 ? null : differenceOf(first.value, second.value);
    return rest === null ? plain(say.notCompared(shown)) : { text: say.rest(shown, rest), values: [rest] };
  }
  return compareLead(operation, rows, shown, say);
}

function compareLead(operation: Operation, rows: readonly Known[], shown: readonly string[], say: Wording): Computed {
  const order = [...rows].sort((x, y) => orderOf(y.value.figure, x.value.figure) ?? 0);
  const [most] = order;
  const least = order.at(-1);
  const gap = most === undefined || least === undefined ? null : orderOf(most.value.figure, least.value.figure);
  if (most === undefined || least === undefined || gap === null) return plain(say.notCompared(shown));
  if (gap === 0) return plain(say.equal(shown, rows.every(({ value }) => value.figure.bound === most.value.figure.bound)));
  const difference = rows.length === 2 ? differenceOf(most.value, least.value) : null;
  const isShare = most.value.figure.unit === '%' || most.value.figure.unit === '百分点';
  return { text: say.order(shown, most.label, least.label, difference, isShare, operation === 'same'), values: difference === null ? [] : [difference] };
}

function plain(text: string): Computed {
  return { text, values: [] };
}

type Shown = readonly string[];

interface Wording {
  mixed(shown: Shown): string;
  notAdded(shown: Shown): string;
  notDivided(shown: Shown): string;
  notCompared(shown: Shown): string;
  sum(shown: Shown, sum: string): string;
  ratio(shown: Shown, ratio: string): string;
  share(shown: Shown, share: string): string;
  rest(shown: Shown, rest: string): string;
  equal(shown: Shown, isAlike: boolean): string;
  order(shown: Shown, most: string, least: string, difference: string | null, isShare: boolean, asksSame: boolean): string;
}

const CHINESE: Wording = {
  mixed: (shown) => `${shown.join('；')}。其中有目标也有完成数，不作加减。\n`,
  notAdded: (shown) => `${shown.join('；')}。这些数不能相加。\n`,
  notDivided: (shown) => `${shown.join('；')}。这两个数不能相除。\n`,
  notCompared: (shown) => `${shown.join('；')}。单位不同或是区间，不作加减。\n`,
  sum: (shown, sum) => `计算得出：合计${sum}（${shown.join('，')}）。\n`,
  ratio: (shown, ratio) => `计算得出：${shown.join('，')}，前者是后者的${ratio}。\n`,
  share: (shown, share) => `计算得出：${shown.join('，')}，前者占后者的${share}。\n`,
  rest: (shown, rest) => `计算得出：${shown.join('，')}，其余${rest}。\n`,
  equal: (shown, isAlike) => `比较得出：${isAlike ? '相同' : '数值相同，范围的说法不同'}。${shown.join('，')}。\n`,
  order(shown, most, least, difference, isShare, asksSame) {
    const [more, less] = isShare ? ['高', '低'] : ['多', '少'];
    const than = difference === null ? `${most}最${more}，${least}最${less}` : `${most}比${least}${more}${difference}`;
    return `${asksSame ? '不一样。' : ''}计算得出：${shown.join('，')}，${than}。\n`;
  },
};

const ENGLISH: Wording = {
  mixed: (shown) => `${shown.join('; ')}. Targets and results stand side by side, so nothing is subtracted.\n`,
  notAdded: (shown) => `${shown.join('; ')}. These figures cannot be added.\n`,
  notDivided: (shown) => `${shown.join('; ')}. These figures cannot be divided.\n`,
  notCompared: (shown) => `${shown.join('; ')}. Other units or ranges, so nothing is subtracted.\n`,
  sum: (shown, sum) => `Computed: ${sum} in all (${shown.join(', ')}).\n`,
  ratio: (shown, ratio) => `Computed: ${shown.join(', ')}; the first is ${ratio} the second.\n`,
  share: (shown, share) => `Computed: ${shown.join(', ')}; the first is ${share} of the second.\n`,
  rest: (shown, rest) => `Computed: ${shown.join(', ')}; the rest is ${rest}.\n`,
  equal: (shown, isAlike) => `Compared: ${isAlike ? 'the same' : 'the same number with other bounds'}. ${shown.join(', ')}.\n`,
  order: (shown, most, least, difference, _isShare, asksSame) => `${asksSame ? 'Not the same. ' : ''}Computed: ${shown.join(', ')}; ${difference === null ? `${most} is the highest, ${least} the lowest` : `${most} is ${difference} above ${least}`}.\n`,
};
