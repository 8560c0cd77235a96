import type { Verdict } from '../../src/domain/answer.js';

/** A claim over the invented records: its verdict, and a wording the answer must show. */
interface Row {
  verdict: Verdict;
  question: string;
  shows: string;
}

function rows(...given: readonly (readonly [verdict: Verdict, question: string, shows?: string])[]): Row[] {
  return given.map(([verdict, question, shows = '']) => ({ verdict, question, shows }));
}

const FIGURES = rows(
  ['supported', '听说政协五届三次会议收到提案312件，是真的吗？', '312件'],
  ['supported', '聽說政協五屆三次會議收到提案３１２件，屬實嗎？', '312件'],
  ['supported', '有人说政协五届三次会议收到提案三百一十二件，对不对', '312件'],
  ['contradicted', '听说政协五届三次会议收到提案347件，是真的吗？', '312件'],
  ['contradicted', '据说政协五届四次会议立案了289件提案，属实吗', '301件'],
  ['contradicted', '政协五届三次会议立案的提案有312件，没错吧', '289件'],
  ['supported', '网上说政协五届三次会议的立案率超过九成，可信吗', '92.6%'],
  ['contradicted', '网上说政协五届三次会议的立案率不到九成，可信吗', '92.6%'],
  ['contradicted', '听说城市管理方面的提案有118件，对吗', '74件'],
  ['supported', '滨河绿道总投资约8.6亿元，是这样吗', '8.6亿元'],
  ['supported', '听说滨河绿道总投资有86000万元，对吗', '8.6亿元'],
  ['contradicted', '听说滨河绿道要花86亿，对吗', '8.6亿元'],
  ['contradicted', '听说2023年民生支出占一般公共预算支出的比重不足八成，对吗', '81.5%'],
  ['supported', '书香小站藏书有六千多册，对吧', '6800册'],
  ['contradicted', '核实一下：首个书香小站藏书8600册。', '6800册'],
  ['supported', '2023年加装住宅电梯145部，这个数对吗', '145部'],
  ['contradicted', '听说2024年规模以上工业增加值增长7.2%，是真的吗', '8.4%'],
  ['contradicted', '听说2023年规模以上工业增加值下降7.2%，是真的吗', '增长'],
  ['contradicted', '听说代表们在人大六届五次会议上提出建议139件，对吗', '193件'],
  ['supported', '据说青沙河要清淤22公里，属实吗', '22公里'],
);

const TARGETS = rows(
  ['supported', '听说2025年澜桥市政府工作报告提出的地区生产总值增长目标是5.5%左右，对吗', '5.5%'],
  ['contradicted', '听说2025年澜桥市政府工作报告提出的地区生产总值增长目标是6.3%，对吗', '5.5%'],
  ['contradicted', '听说2024年澜桥市政府工作报告提出的城镇调查失业率目标是控制在5.3%以内，对吗', '5.5%'],
  ['not_found', '听说2025年澜桥市政府工作报告提出的城镇登记失业率目标是4%以内，对吗'],
);

const PEOPLE = rows(
  ['supported', '听说政协五届三次会议的提案工作情况报告是邹未央作的，对吗', '邹未央'],
  ['contradicted', '听说政协五届四次会议的提案工作情况报告是邹未央作的，对吗', '甄海棠'],
  ['supported', '有人说孟怀舟是市长，对不对', '孟怀舟'],
  ['contradicted', '微信群里说蒋绍川是市长，是真的吗', '孟怀舟'],
  ['contradicted', '听说邹未央是市政协主席，属实吗', '副主席'],
  ['contradicted', '都说澜桥市六届人大五次会议闭幕会是严启明主持的，对吗', '顾云帆'],
  ['supported', '贾以恒在市政府第十二次常务会议上汇报了资金安排情况，是吗', '贾以恒'],
);

const DAYS = rows(
  ['supported', '首个书香小站是1月13日揭牌的，对吗', '1月13日'],
  ['contradicted', '首个书香小站是1月15日揭牌的，对吗', '1月13日'],
  ['contradicted', '听说政协五届三次会议开到2024年1月20日，对吗', '1月18日'],
  ['supported', '政协五届四次会议2025年1月13日开幕，没错吧', '1月13日'],
);

const OUTCOMES = rows(
  ['contradicted', '听说人大六届五次会议否决了关于政府工作报告的决议，是真的吗', '通过'],
  ['contradicted', '听说人大六届五次会议没有通过关于政府工作报告的决议，是真的吗', '通过'],
  ['supported', '听说2024年5月22日市政务数据工作例会上“旧政务网站关停计划”的结论是先完成内容归档，对吗', '内容归档'],
  ['supported', '听说2024年5月22日市政务数据工作例会上“公共停车数据开放”是雷小川汇报的，对吗', '雷小川'],
  ['contradicted', '听说2024年5月22日市政务数据工作例会上“公共停车数据开放”是贺知远汇报的，对吗', '雷小川'],
  ['contradicted', '听说2024年5月22日市政务数据工作例会上“公共停车数据开放”要开放46个停车场，对吗', '64个'],
);

const PLACES = rows(
  ['supported', '听说政协五届四次会议是在澜桥大剧院开幕的，对吗', '澜桥大剧院'],
  ['contradicted', '听说政协五届四次会议在市会议中心开幕，对吗', '澜桥大剧院'],
  ['contradicted', '据说政协五届三次会议在澜桥大剧院开幕，属实吗', '市会议中心'],
  ['contradicted', '首个书香小站是在北岸街道揭牌的，对吗', '南岸街道'],
);

const DENIED = rows(
  ['contradicted', '听说政协五届三次会议没有收到提案，是真的吗', '收到'],
  ['contradicted', '听说政协五届三次会议的提案未能立案，对吗', '立案'],
  ['supported', '听说2024年5月22日市政务数据工作例会上“旧政务网站关停计划”没有马上关停，暂不关停，对吗', '暂不关停'],
);

const RESULTS = rows(
  ['supported', '听说2024年城镇新增就业4.41万人，对吗', '4.41万人'],
  ['not_found', '听说2025年城镇新增就业已经达到4.2万人，对吗'],
  ['not_found', '据说2025年地区生产总值实际增长了5.5%，属实吗'],
);

const UNITS = rows(
  ['contradicted', '听说2024年一般公共预算收入增长4.6个百分点，对吗', '4.6%'],
  ['contradicted', '听说政协五届三次会议的立案率是九成五，对吗', '92.6%'],
  ['contradicted', '网上说滨河绿道总投资至少9亿元，可信吗', '8.6亿元'],
  ['contradicted', '据说青沙河要清淤超过22米，属实吗', '22公里'],
);

const OFFICES = rows(
  ['supported', '听说人大六届五次会议补选石砚耕为副市长，对吗', '副市长'],
  ['contradicted', '听说人大六届五次会议补选石砚耕为市人大常委会副主任，对吗', '副市长'],
  ['contradicted', '有人说顾云帆是市委书记，对不对', '严启明'],
  ['contradicted', '听说副市长孟怀舟主持召开了市政府第十二次常务会议，对吗', '市长孟怀舟'],
);

const MINUTES = rows(
  ['supported', '听说2024年5月22日的市政务数据工作例会讨论了“公共停车数据开放”，对吗', '公共停车数据开放'],
  ['not_found', '听说2024年5月22日的市政务数据工作例会讨论了“数据目录编制”，对吗'],
  ['supported', '听说康以沫参加了2024年5月22日的市政务数据工作例会，对吗', '康以沫'],
  ['not_found', '听说施一宁参加了2024年5月22日的市政务数据工作例会，对吗'],
  ['not_found', '听说2024年5月22日市政务数据工作例会上“公共停车数据开放”批准了预算300万元，对吗'],
);

const SESSIONS = rows(
  ['not_found', '听说政协五届二次会议收到提案347件，对吗'],
  ['contradicted', '听说2024年1月13日政协五届四次会议收到提案347件，对吗', '2025年1月13日'],
);

const NOT_ON_RECORD = rows(
  ['not_found', '听说澜桥市要建地铁了，是真的吗？'],
  ['not_found', '听说市长孟怀舟要辞职，是真的吗？'],
  ['not_found', '听说政协六届一次会议收到提案312件，对吗'],
  ['not_found', '听说2019年澜桥市政府工作报告提出地区生产总值增长6%，对吗'],
  ['not_found', '据说每位老人发一千块钱，属实吗'],
  ['not_found', '听说政协五届三次会议决定给委员发补贴，是真的吗'],
);

export const CLAIMS: readonly Row[] = [...FIGURES, ...TARGETS, ...PEOPLE, ...DAYS, ...OUTCOMES, ...PLACES, ...DENIED, ...RESULTS, ...UNITS, ...OFFICES, ...MINUTES, ...SESSIONS, ...NOT_ON_RECORD];
