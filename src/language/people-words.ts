/** Surnames that are seldom anything else in running text. */
const PLAIN_SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许邓冯韩曹彭萧肖蔡潘袁董余苏吕魏蒋杜丁沈姜范傅钟卢汪戴崔任陆廖姚谭韦贾邹熊孟秦阎闫薛侯雷段郝孔邵史毛顾赖武贺严尹钱施洪龚汤陶黎温莫易樊乔殷颜庄章鲁倪庞邢俞翟蓝聂齐葛柴伍覃骆冀臧褚娄甘柯佘卓裴阮霍焦巴祝蔺岳詹耿凌霞栾欧于卞郎尉楼虞滕邰佟阚荀蒯訾庹郗晁谌邬仝亓邸郦濮嵇钮昝芮褚邱冼闵';
/** Surnames that are common words or parts of them too: a name needs more evidence beside them. */
const WORDY_SURNAMES =
  '高方曾江田石白金叶程夏龙康文安向常万关尚官戚游尤华卫涂祁简翁邱丘苗谷申包冷沙左吉佟冼党付仇古宫成晏边鲍连单季盛冉路辛靳管蒙喻房滕屈饶解牟艾时穆农司缪项车芦麦窦岑景费卜席柏宗瞿全桂应闵苟甄阚荀糜井逄贝桑桓蒯訾庹苑荆燕茅郗晁寇谌巫乌敖揭戎邬仝亓邸亢矫迟雍梅童毕阳牛乐伏明平危支昝裘幸印宿怀蒲邰咸籍屠池阴鬱胥苍双闻莘贡劳逄姬扶堵宰郦雍却璩濮寿扈郏浦禹狄麻郁杭钮嵇荣曲封芮仲伊韶凤湛云谈刁米计水花奚昌班楚农晏充茹习宦艾鱼容慎戈庾终暨居衡弘匡禄阙东殳沃利蔚越夔隆巩厍晁勾敖融訾那鞠丰蒯竺益代肖皮舒符储纪宁柳俞元顔颉海铁锁洛扎';
const DOUBLE_SURNAMES = '欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|司徒|东方|南宫|夏侯|长孙|宇文|令狐|端木|独孤|申屠|澹台|轩辕|淳于|钟离|呼延|万俟|闻人|赫连|濮阳';

const plain = new Set(PLAIN_SURNAMES);
const wordy = new Set(WORDY_SURNAMES);
const double = new RegExp(`^(?:${DOUBLE_SURNAMES})`);

/** The surname that begins at an offset of folded text, and whether it is seldom anything else; null where none does. */
export function surnameAt(folded: string, at: number): { length: number; isPlain: boolean } | null {
  const first = folded[at] ?? '';
  if (double.test(folded.slice(at, at + 2))) return { length: 2, isPlain: true };
  if (plain.has(first)) return { length: 1, isPlain: true };
  return wordy.has(first) ? { length: 1, isPlain: false } : null;
}

const RANK = '(?:党组|党委|常务|执行|名誉|荣誉|第一|首席|总|轮值|临时|联席|特邀|高级)*(?:代理?)?副?';
const HEAD =
  '总书记|行政长官|书记|市长|省长|州长|县长|区长|旗长|盟长|镇长|乡长|村长|部长|局长|厅长|处长|科长|司长|院长|校长|行长|所长|站长|馆长|社长|台长|厂长|团长|庭长|署长|关长|主席|主任委员|主任|会长|理事长|监事长|董事长|秘书长|参谋长|总理|总统|首相|检察长|组长|队长|总经理|经理|总裁|总工程师|召集人|领队|司令员|司令|政委|主编|委员长|议长|秘书(?!处|科)|总监票人|总计票人|监票人|计票人|巡视员|调研员';
/** Seats in an assembly, likewise. */
export const SEAT = '(?:人大|政协|党)?(?:代表(?!团|大会|性|们|的是|着|作用|处|所)|委员(?!会|们|长)|常委(?!会))';
const ROLE = '(?:特约|本报|见习|实习)?记者(?!部|团|会|站|节)|通讯员|主持人|汇报人|主讲人|报告人|分享人|发言人|责任人|联系人|负责人|领导|教授|院士|专家|律师|工程师|研究员|法官|检察官|作者|编剧|导演|演员|歌手|作家|画家|诗人|皇帝|国王|将军|选手|球员|教练|医生|队员|候选人|大使|参赞|议员|董事|理事|工程师|开发者|研发|学者|企业家|干事|顾问|主教|校友|妻子|丈夫|父亲|母亲|导师|影星|球星|模特儿?|翻译家|评论家';

/** Offices that are held: an alternative for patterns over folded text. The longest that fits is meant. */
export const OFFICE = `${RANK}(?:${HEAD})`;
/** Offices, seats and the parts people play, as alternatives of a pattern over folded text. */
export const TITLE = `(?:${OFFICE}|${SEAT}|${ROLE})`;
/** How people are spoken of politely: beside a name, and no office. */
export const COURTESY = '同志|先生|女士|小姐|博士|老师|一行|本人';
/** What only people do; it may stand right behind a name. */
export const ACT = '(?:主持|出席|参加|列席|讲话|致辞|致词|作|做|所作|代表|汇报|介绍|表示|说(?!明书)|谈|称|讲|指出|要求|强调|认为|宣读|宣布|传达|通报|带队|率|带领|陪同|当选|担任|任|辞去|调任|批示|发言|分享|主讲|负责|牵头|提出|提交|提议|提(?!案|高|升|前)|反映|呼吁|带队|建议|递交|补充|回应|回答|签署|接受|出任|就任|前往|深入|赴|来到|还|先后|分别|曾|出生|毕业|饰演|执导|演唱|主演|创办|获得|率领|召集|查看|走访|看望|会见|调研|通过|记录|发起|跟进|联系|发行|结婚|去世|逝世|创立|获|来自|接任|继任|加入|参演|进行|讲解|讲授|带来|凭|告诉|拍摄|摄|扮演|讨论|沟通|确认|对接|协调|支持|参与|组织|安排|完成|反馈|准备|推进|整理|设计|输出|一起|共同)';
/** What stands before a name that something is done to or by. */
export const INTRODUCES = '(?:由|有|同意|请|让|听取|选举|任命|免去|推选|补选|增选|增补|推举|推荐|提名|选出|选|邀请|罢免|决定|批准|委托|接受|采访|专访|访|叫|姓名|原名|本名|又名|即|跟|问|找|给|对|让|派|@)';
