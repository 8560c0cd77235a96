import fc from 'fast-check';

/** Pieces of which minutes, reports and news are made; the town, its people and its figures are invented. */
const PIECES = [
  '云溪市', '政协', '第三届', '委员会', '第二次会议', '市二届人大四次会议', '主席团第五次会议', '2031年4月5日', '二〇三一年四月五日', '4月5日', '民国一百二十年', '2031-04-05', '20310405', '5 April 2031', 'Apr. 5', '2031年2月30日', '13月9日',
  '收到提案87件', '占31.5%', '总投资1,204万元', '三百二十六', '百分之七', '至', '，', '。', '；', '：', '！', '？', '“', '”', '（', '）', '《', '》', '\n', '\n\n', ' ', '\t', '　', '| ', ' |', '| --- | --- |\n', '- ', '1. ', '（二）', '议题1：', '议题：\n', '参会人：\n', '会议纪要\n',
  '汇报人：', '会议结论：', '遗留问题：', '同意', '桥梁养护', '陆沉舟', 'NorthRiver', 'lib_river-v2.1', 'C++', '𠮷', '👍🏽', '\u200b', '\ud800', 'é', '㈠', '①', '臺灣', '發展', 'ＡＢ１２', '…', '——',
];

/** Texts put together from such pieces, in any order, broken ones included. */
export const inventedText: fc.Arbitrary<string> = fc.array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) }), { maxLength: 40 }).map((pieces) => pieces.join(''));

/** Plain simplified Chinese of characters that have one traditional form and no other meaning. */
export const plainChinese: fc.Arbitrary<string> = fc.array(fc.constantFrom('会议通过决议', '代表团审议报告', '项目总投资', '提案87件', '2031年4月5日', '第三届委员会第二次会议', '经济增长6%', '主席团', '记录', '乡镇医疗', 'NorthRiver', '，', '。', ' '), { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''));
