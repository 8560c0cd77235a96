import type { AnswerType } from './intent.js';

/** First match wins, so the narrow forms stand before the wide ones. Patterns read folded text. */
const RULES: readonly (readonly [AnswerType, RegExp])[] = [
  ['claim', /听说|据说|有人说|网上说|传闻|是真的|真的吗|对吗|对吧|对不对|没错吧|属实|是不是真|是真是假|正确吗|准确吗|is it true|is that (?:true|right|correct)/],
  ['compare', /相比|对比|比较|相差|差多少|多多少|少多少|区别|哪个(?:更|最)|哪类(?:更|最)|哪一类最|(?:谁|哪).{0,6}(?:更|最)(?:多|少|高|低|大|小)|多还是|compare|difference/],
  ['followup', /遗留|待办|未解决|没解决|还没(?:有)?(?:解决|闭环|完成)|后续(?:要|需|有|还|跟进|事项|工作)|还有哪些问题|留下.{0,4}问题|open (?:issues|points|questions)|action items|left open/],
  ['presenter', /(?:由|是)?(?:谁|哪位|何人).{0,6}(?:汇报|主讲|分享|介绍|宣讲|讲解|演讲)|汇报人|主讲人|分享人|演讲者|报告人是|who (?:presented|reported on)|presenter/],
  ['conclusion', /结论|怎么定的|定下来|(?:作|做)出了?(?:什么|哪些|怎样的)?(?:决定|决议)|评审结果|决议(?:是|内容)|最后(?:怎么|如何)|结果(?:如何|怎样|怎么样|是什么)|同意了吗|通过了吗|通过没有|conclusion|decided|decision/],
  ['agenda', /议题|议程|讨论了(?:哪些|什么|啥)|议了(?:哪些|什么|啥)|agenda|topics/],
  ['attendees', /(?:哪些人|谁|哪几位).{0,4}(?:参会|参加|出席|与会|到会)|参会人|与会人|出席人员|参会名单|who attended/],
  ['office', /什么职务|职务[是为]|任职|是[^,，。]{0,8}什么(?:样的)?(?:领导|干部|官|人物)|何职|什么职位|任什么|担任什么|什么官|什么头衔|什么身份|哪个职务|what (?:position|office|post|title)/],
  ['when', /什么时候|何时|啥时候|什么时间|什么日子|哪几天|哪天|哪一天|几月几|几号|哪年|哪一年|哪个月|几月份|什么日期|日期是|多会儿|时间是|截止时间|when|what date|which day/],
  ['share', /占比|百分之几|百分之多少|比例|占(?:了)?多少|比重|百分比|几成|多大份额|what share|percentage/],
  ['when', /(?:开|召开|举行|进行)了?(?:几|多少)天|从哪天|会期/],
  ['list', /哪[一二两三四五六七八九十\d]{1,2}(?:个|件|项|份|种|类|方面|点|条|家|位|座|大|步|句)|哪几(?:个|件|项|份|种|类|方面|点|条|家|座|大|步|句)/],
  ['how_many', /什么水平|多高水平|多少|(?<!哪)几(?:件|个点|个|次|回|张|人|位|名|篇|份|家|条|场|期|天|年|项|类|种|方面|票|例|亿|万|户|所|座|点|回|大)|多大|多高|多长|幅度|增速|how many|how much|数量|总数|目标(?:值)?是/],
  ['who', /谁|哪(?:个|位|名|一位|一个)(?:[市省县区]?(?:代表|委员|领导|干部|记者|局长|主任|书记|市长|主席|人|同志))|哪位|何人|哪个人|哪几位|叫什么|什么人|who|whom/],
  ['where', /哪(?:个|座|一个|些|几个|两个)(?:省|市|县|区|城市|地方|地区|国家|村|镇|乡)|哪(?:省|市|县|区|国)|哪里|在哪|哪儿|何地|何处|什么地方|地点|地址|where/],
  ['reason', /为什么|为何|为啥|原因|缘由|怎么会|怎么回事|why/],
  ['overview', /讲讲|说说|情况(?:怎么样|如何|大概)|做了(?:些)?(?:什么|啥|哪些)|干了(?:些)?(?:什么|啥)|有(?:什么|哪些)思路|概括|大概怎么样|情况[。.]?$|主要内容|讲了(?:什么|啥|哪些)|说了(?:什么|啥|哪些)|概况|概述|总结一下|介绍一下|要点|主要说|大意|成果有|有哪些成果|overview|summar/],
  ['list', /哪些|哪几|有什么|有啥|包括|分别|列出|列举|都有谁|几方面的|what are|which|list/],
  ['yes_no', /吗$|吗[?。!]|是否|有没有|是不是|能不能|会不会|^(?:did|is|are|was|were|does|do|has|have) /],
];

/** The kind of answer wanted; `open` when nothing in the wording tells. */
export function answerTypeOf(folded: string): AnswerType {
  return RULES.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'open';
}

const UNIT = /(?:多少|几)(?:个?)(百分点|小时|分钟|个?月|平方公里|公顷|公里|人次|[回张件个次人位名篇份家条场期天年项类种票例亿万户所座点亩吨元倍台套辆处批部册页级]|方面)/;

/** The measure word asked for (多少件 → 件), or null. */
export function askedUnit(folded: string): string | null {
  const unit = UNIT.exec(folded)?.[1] ?? null;
  return unit === '个' || unit === '亿' || unit === '万' ? null : unit;
}

/** Phrases that make a sentence a question or a polite one; they say nothing of the matter. */
export const QUESTION_PHRASES =
  /请问一下|请问|拟按|百分之几|百分之多少|几个点|哪几天|什么时间|什么日子|什么|多大|多高|多长|有多|给我(?:讲讲|说说)?|讲讲|说说|查一下|看一下|来着|麻烦(?:问一下|你|您)?|想问一下|想问|想知道|我想(?:了解|知道)(?:一下)?|帮我(?:查一下|查查|查|看看|找一下|找)?|告诉我|你知道|能不能|可不可以|听说|据说|有人说|网上说|是真的吗|真的吗|是真的|对不对|对吗|对吧|是吗|没错吧|属实吗|正确吗|是不是|是否|有没有|什么时候|何时|啥时候|哪一天|哪天|哪[一二两三四五六几]?(?:个方面|所|家|座|种|类|项|条|份|届|次|段|款|本|部|场|支|方面|两位|三位)|几月几[日号]|几号|哪一年|哪年|是多少|有多少|多少|为什么|为何|为啥|什么|哪些|哪几[个位项类]?|哪个|哪位|哪里|哪儿|在哪|谁|啥|怎么样|怎样|怎么|如何|分别|一共|总共|总计|合计|具体|到底|究竟|呢|吗|吧|呀|啊|嘛|几(?=[件个次人位名篇份家条场期天年项类种票例亿万户所座点方])|各有|各是|这一|这个|那个|这次|那次|该次|上面|以及|还有|关于|有关|的|了|是|和|与|及|在|于|由|对|为|被|把|将|就|都|也|又|很|最后|what|which|who|when|where|why|how many|how much|how|the|is|are|was|were|did|does|do|of|in|at|on|to|a|an|for|by|please|tell me/g;
