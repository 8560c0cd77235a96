/** Nouns that tell how something is counted or where it was said, not what it is. */
export const MANNER = /^(?:同比|变化|变动|差别|差距|环比|口径|数字|数据|总体|整体|方面|当中|其中|情况|报道|消息|文章|稿子|全文|合计|总计|单位|人数|件数|数量|幅度|速度|水平|工作|地方|部门|事情|时间|规模|总量|金额|百分点|比例|程度|个数|次数)$/;
