import { fold } from '../../language/fold.js';
import { readingsOf, splitSyllables } from '../../language/pinyin.js';
import { indexTerms, tagWords } from '../../language/tokens.js';
import type { Generation, LexicalIndex } from '../../ports/generation.js';
import type { NameLookup } from './name-lookup.js';

/** Candidates carried on while syllables are joined, and looked at in the text in the end. */
const BEAM = 120;
const LOOKED_AT = 10;
/** Passages read to see whether a candidate stands in them, and in what company. */
const PASSAGES = 12;
const LONGEST_NAME = 6;
const SURNAME = /^[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许邓冯韩曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙史陶黎贺毛郝顾龚邵万覃武钱戴严莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁符阮尚舒柯纪梅童凌毕单裴霍涂成苗谷曲盛冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶牟艾尤时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾丘隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟官封]/;
const OFFICE = '书记|市长|省长|县长|区长|部长|局长|厅长|处长|院长|行长|主席|主任|委员|代表|会长|总理|检察长|秘书长|组长|经理|记者|教授|专家|同志|先生|女士|汇报人|责任人|主持人';

/** Whether a wording can be the name of a person, or is a place that the dictionary knows. */
export function looksLikeName(text: string): boolean {
  if (SURNAME.test(text) && text.length <= 4) return true;
  const [word] = tagWords(text);
  return word?.word === text && /^n[rst]/.test(word.tag);
}

interface Characters {
  /** Characters of the corpus by toneless reading, frequent ones first. */
  bySyllable: Map<string, string[]>;
}

const charactersOf = new WeakMap<LexicalIndex, Characters>();

/**
 * Names and words of a generation by their sound. Nothing is prepared but the readings of the corpus's characters, on the first question
 * that needs them; a spelling is then put together from pairs of characters that the lexical index holds, and read up in passages.
 */
export function corpusNames({ corpus, lexical }: Generation): NameLookup {
  const spell = (syllables: readonly string[]): { text: string; count: number }[] => {
    const { bySyllable } = characters(lexical);
    let chains = (bySyllable.get(syllables[0] ?? '') ?? []).map((text) => ({ text, count: Infinity }));
    for (const syllable of syllables.slice(1)) {
      const longer: { text: string; count: number }[] = [];
      for (const { text, count } of chains) {
        for (const character of bySyllable.get(syllable) ?? []) {
          const held = lexical.passageFrequency(text.slice(-1) + character);
          if (held > 0) longer.push({ text: text + character, count: Math.min(count, held) });
        }
      }
      chains = longer.sort((a, b) => b.count - a.count).slice(0, BEAM);
    }
    return chains.slice(0, LOOKED_AT);
  };
  const weigh = ({ text, count }: { text: string; count: number }): { text: string; score: number } => {
    const terms = [...new Set(indexTerms(text))].map((term) => ({ term, weight: 1 }));
    const rows = lexical.search(terms, PASSAGES).map(({ row }) => row);
    const passages = corpus.passages(rows).map((passage) => fold(`${passage.header.title} ${passage.header.body}\n${passage.text}`)).filter((passage) => passage.includes(text));
    if (passages.length === 0) return { text, score: 0 };
    const beside = new RegExp(`(?:${OFFICE})[:：\\s]*${text}|${text}(?:${OFFICE})`);
    const named = SURNAME.test(text) && text.length <= 4 ? passages.filter((passage) => beside.test(passage)).length : 0;
    const [word] = tagWords(text);
    const isName = word?.word === text && /^n[rst]/.test(word.tag);
    return { text, score: Math.min(count, 50) + 25 * named + (isName ? 40 : 0) + (word?.word === text ? 10 : 0) };
  };
  return {
    namesLike(pinyin) {
      const splits = splitSyllables(pinyin).filter(({ length }) => length >= 2 && length <= LONGEST_NAME);
      const found = splits.flatMap(spell).map(weigh).filter(({ score }) => score > 0);
      return [...new Set(found.sort((a, b) => b.score - a.score).map(({ text }) => text))];
    },
    isWritten: (word) => lexical.passageFrequency(word.toLowerCase()) > 0,
  };
}

function characters(lexical: LexicalIndex): Characters {
  const known = charactersOf.get(lexical);
  if (known !== undefined) return known;
  const counted: { character: string; count: number }[] = [];
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    const count = lexical.passageFrequency(character);
    if (count > 0) counted.push({ character, count });
  }
  const bySyllable = new Map<string, string[]>();
  for (const { character } of counted.sort((a, b) => b.count - a.count)) {
    for (const reading of readingsOf(character)) {
      const list = bySyllable.get(reading) ?? [];
      list.push(character);
      bySyllable.set(reading, list);
    }
  }
  const built = { bySyllable };
  charactersOf.set(lexical, built);
  return built;
}
