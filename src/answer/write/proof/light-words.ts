/**
 * Words that a writer may put between those of the record: they join and report, and state nothing themselves.
 * Whatever denies, turns, counts or names is left out on purpose.
 */
const LIGHT = new Set(
  ('根据 据 按照 依据 记录 记载 资料 显示 表明 文件 纪要 报告 决议 公报 会议 大会 会上 会议上 本次 此次 该次 当天 其中 其 该 这 这些 这项 这份 上述 如下 具体 具体来说 具体而言 主要 包括 ' +
    '分别 分别为 分别是 以及 和 与 及 并 并且 而且 同时 另外 此外 还有 还 也 又 则 即 就 由 在 于 从 对 对于 关于 有关 方面 情况 内容 事项 工作 为 是 有 的 了 地 得 着 将 把 被 给 向 到 至 等 等等 中 里 内 上 下 后 前 之 所 以 来 因此 因而 所以 ' +
    '提出 指出 提到 表示 介绍 说明 写道 称 强调 明确 要求 内 共 共有 一共 总共 共计 合计 总计 数 数量 数为 人数 件数 结果 答案 问题 方式 ' +
    '第一 第二 第三 一是 二是 三是 首先 其次 最后 the a an of in on at to for and or by with from was were is are be been that which this these it its as per according record records said says meeting session total').split(' '),
);

/** Single characters that are grammar. */
const GRAMMAR = /^[的了着过是有在于从到由对为把被将就都也还又及与和或并而这那此该个其中里上下内所以之等共据按向给各每说称、，,。.;；:：!?？！“”"'()（）《》〈〉【】[\]…·\-—\s]+$/u;

/** Whether a word of the statement may stand without the record having it. */
export function isLight(word: string): boolean {
  return LIGHT.has(word) || GRAMMAR.test(word);
}
