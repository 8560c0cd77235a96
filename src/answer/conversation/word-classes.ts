/** Nouns for what can be asked of a thing; after another question they name the next thing asked, not another matter. */
export const ATTRIBUTE =
  /^(?:占比|比例|比重|份额|结论|决定|决议|地址|住所|地点|位置|电话|电话号码|邮编|时间|日期|会期|期限|投资|职务|职位|身份|年龄|名字|姓名|金额|总额|总投资|投资额|预算|经费|数量|总数|件数|人数|次数|增速|增幅|涨幅|增长率|降幅|汇报人|主讲人|报告人|主持人|参会人|参会人员|出席人员|与会人员|记者|作者|单位|原因|理由|背景|目的|意义|内容|主要内容|要点|议程|议题|遗留问题|遗留|后续|后续工作|待办|进展|结果|成果|赞成票|反对票|弃权票|主席|负责人|召集人|成员|标题|题目|主题|总理|省长|市长|(?:[\u3400-\u9fff]{2})?(?:时间|日期|地点|单位|机构|主题|编码|编号|代码|号码|邮编|人数|名单|范围|依据)|邮政编码)$/;

/** Heads that say what kind of value is meant; the matter stands before them (粮食产量 + 预期目标). */
export const GENERIC_HEAD = /^(?:目标|预期目标|预期|增长|情况|数量|总数|方面|增速|增幅|涨幅|幅度|水平|任务|指标|计划|要求|值|工作|比例|占比|总量|规模)$/;

/** Generic heads that say how much something changes; a target behind them stands without them too. */
export const RATE_HEAD = /^(?:增长|增速|增幅|涨幅|幅度)$/;

/** Dictionary nouns and unknown words that are verbs in records. */
export const VERB_LIKE = /^(?:同意|批准|任命|免去|选举|立案|并案|结案|投产|签约|开工|汇报|宣讲|到会|列席|换证|落户|审议通过|采用|采纳|带队|主持会议|收集整理)$/;

/** Dictionary verbs that are nouns in records. */
export const NOUN_LIKE = /^(?:预算|决算|新建|改建|扩建|低保|补助|提案|议案|建议|报告|决定|决议|调研|工作|建设|投资|考核|讨论|发展|服务|统计|会议|支行|分行|登记|就业|新增|增长|联名|举措|履职|消费|种草|造林|审查|预期|控制|管理|治理|监督|保障|运行|调度|改革|开放|合作|教育|举报|发言|讲话|改良|出口|进口|申请|评审|规划|结算|贷款|存款|生产|供应|养老|脱贫|帮扶|培训|宣传|改造|绿化|储备|采购|招商|活动|代表|委托)$/;

/** Words that join others and go when what they joined goes. */
export const GLUE = /^(?:的|地|得|之|上|中|里|内|下|在|于|由|对|向|给|从|到|按|把|被|将|为|与|和|及|以及|或|、|，|,|:|：|一共|共|总共|共计|合计|已经|已|都|也|又|还|再|就|要|拟|会|能|应|了|过|着|是|有|各|各有|各是|分别|其|所|这一|这个|这项|该|个|项|件|份|主要|具体|最后|最终|目前|现在|当时|吗|呢|吧|啊|\?|？|。|！|!|;|；)$/;

/** Ends of names of bodies that meet or act. */
export const BODY_END = /(?:政协|人大|常委会|常务委员会|党组|委员会|市委|省委|县委|区委|党委|[健改纪工监]委|住建委|教育工委|政府|国务院|局|厅|法院|检察院|学院|大学|医院|研究院|主席团|红十字会|工商联|妇联|总工会|联合会|协会|商会|公司|银行|支行|分行|集团|中心|办公室|理事会|工作组|兴趣组|技术委员会|sig|pmc|tsc|wg|pfcc)$/;

/** Ends of names of meetings. */
export const EVENT_END = /(?:会议|例会|大会|全会|座谈会|调度会|推进会|研讨会|交流会|发布会|动员会|报告会|联席会|专题会|协商会|听证会|评审会|论坛|沙龙|周会|月会|年会|两会|会上)$/;

/** Ends of names of documents. */
export const DOCUMENT_END = /(?:报告|决议|公报|纪要|方案|规划|条例|办法|意见书|通知|公告|白皮书|声明|章程)$/;
