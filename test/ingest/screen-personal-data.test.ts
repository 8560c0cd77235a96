import { describe, expect, it } from 'vitest';
import type { Article, ArticleKind } from '../../src/domain/corpus.js';
import { isIdentityCard } from '../../src/language/identity-card.js';
import { screenPersonalData } from '../../src/ingest/screen-personal-data.js';

const article = (kind: ArticleKind, text: string, title = '声明'): Article => ({ articleId: 'a#1', documentId: 'a', ordinal: 0, title, body: '', meeting: '', date: null, kind, source: '', file: 'a.txt', text, lines: [{ offset: 0, line: 1, page: null }] });
const screened = (kind: ArticleKind, text: string, title?: string): string => screenPersonalData(article(kind, text, title)).text;

/** A number with the right check digit for an invented person. */
const CARD = '11010519491231002X';

describe('lost-and-found notices', () => {
  it.each([
    ['本人苗可欣不慎将身份证遗失，声明作废。', ['苗可欣']],
    ['父亲段大山、母亲柯以宁不慎将孩子段小满的《出生医学证明》丢失，编号：Q370001234，现声明作废。', ['段大山', '柯以宁', '段小满', 'Q370001234']],
    ['欧阳明远遗失驾驶证，证号370902198001011234，声明作废。', ['欧阳明远', '370902198001011234']],
    ['庄明，学生证遗失，学号2020110203，作废。庄明特此声明。', ['庄明', '2020110203']],
    ['昨日遗失钱包一个，失主高先生，联系电话138-0013-8000。', ['高先生', '138-0013-8000']],
    ['捡到钥匙一串，请失主联系 0539-1234567。', ['0539-1234567']],
    ['苗可欣(身份证号 11010519491231002X)遗失清河湾小区购房收据，号码0012345，声明作废。', ['苗可欣', CARD, '0012345']],
    ['▲郭大海、李玉兰夫妇遗失其子郭小满的出生医学证明，编号R370011223，声明作废。', ['郭大海', '李玉兰', '郭小满', 'R370011223']],
    ['鲁A12345号行驶证遗失，车主尹秋禾，声明作废。', ['A12345', '尹秋禾']],
  ])('%s', (text, secrets) => {
    const masked = screened('notice', text);
    for (const secret of secrets) expect(masked).not.toContain(secret);
    expect(masked).toHaveLength(text.length);
    expect(masked).toMatch(/遗失|丢失|捡到/);
  });

  it('keeps the days and what was lost', () => {
    expect(screened('notice', '苗可欣2023年3月7日不慎遗失学生证，于2023-03-08声明作废。')).toBe('＊＊＊2023年3月7日不慎遗失学生证，于2023-03-08声明作废。');
  });

  it('masks a declaration that stands among other things, and a name in a title', () => {
    expect(screened('news', '会议结束。\n庄明澈遗失户口簿，编号00123456，声明作废。\n柯以宁讲话。')).toBe('会议结束。\n＊＊＊遗失户口簿，编号＊＊＊＊＊＊＊＊，声明作废。\n柯以宁讲话。');
    expect(screenPersonalData(article('notice', '寻找庄明澈，走失时穿蓝衣。', '寻人启事：庄明澈')).title).toBe('寻人启事：＊＊＊');
  });
});

describe('everything else', () => {
  it('keeps institutions, their codes and their telephones in official announcements', () => {
    const text = '原《金融许可证》作废，现予公告。\n机构编码：B0001S237000001\n邮政编码：271000\n电话：0538-1234567\n值班手机：13800138000\n清河银行东城支行遗失公章，声明作废。';
    expect(screened('announcement', text, '清河监管分局公告')).toBe(text);
    expect(screened('notice', text, '东城支行重新颁发许可证的公告')).toBe(text);
  });

  it('does not take a company that advertises for an organ', () => {
    expect(screened('announcement', '定于三月二十日拍卖旧车。\n联系电话：0538-7654321 13800138000\n清河正源拍卖有限公司', '拍卖公告')).toContain('0538-7654321 ＊＊＊＊＊＊＊＊＊＊＊');
  });

  it('masks identity cards everywhere and mobile numbers outside announcements', () => {
    expect(screened('minutes', `联系人沈亦舟 13800138000，证件${CARD}。`)).toBe('联系人沈亦舟 ＊＊＊＊＊＊＊＊＊＊＊，证件＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊。');
    expect(screened('announcement', `证件${CARD}`, '清河市民政局公告')).not.toContain(CARD);
  });

  it.each(['地区生产总值812亿元，增长6.4%', '文号清政发〔2023〕13800号', '统计口径 13800138000.5 元', '会议号 110105194912310021', '2023年3月8日，市人大代表柯以宁、庄明澈发言', '联合声明：双方不慎重大分歧作废旧约'])('leaves alone: %s', (text) => {
    expect(screened('news', text)).toBe(text);
  });

  it('does not take a declaration of states for a lost paper', () => {
    const text = '双方发表联合声明，1972年协定继续有效。';
    expect(screened('notice', text, '联合声明')).toBe(text);
  });
});

describe('identity card numbers', () => {
  it('checks birthday and check digit', () => {
    expect(isIdentityCard(CARD)).toBe(true);
    expect(isIdentityCard('110105194912310021')).toBe(false);
    expect(isIdentityCard('11010519491331002X')).toBe(false);
    expect(isIdentityCard('1101051949123100')).toBe(false);
  });
});
