/** Base forms of irregular words; regular ones are worked out. */
const IRREGULAR: Readonly<Record<string, string>> = {
  held: 'hold', said: 'say', gave: 'give', given: 'give', made: 'make', took: 'take', taken: 'take', led: 'lead', spoke: 'speak', spoken: 'speak', grew: 'grow', grown: 'grow', rose: 'rise', risen: 'rise', fell: 'fall', fallen: 'fall',
  won: 'win', set: 'set', chose: 'choose', chosen: 'choose', kept: 'keep', built: 'build', spent: 'spend', sent: 'send', left: 'leave', began: 'begin', begun: 'begin', paid: 'pay', wrote: 'write', written: 'write', told: 'tell', heard: 'hear',
  got: 'get', gotten: 'get', put: 'put', cut: 'cut', lost: 'lose', became: 'become', withdrew: 'withdraw', withdrawn: 'withdraw', found: 'found', met: 'meet', had: 'have', has: 'have', having: 'have', people: 'people', children: 'child', companies: 'company',
};
const BRITISH: readonly (readonly [RegExp, string])[] = [[/programme/, 'program'], [/labour/, 'labor'], [/centre/, 'center'], [/tonne/, 'ton'], [/metre/, 'meter'], [/litre/, 'liter'], [/honour/, 'honor'], [/licence/, 'license'], [/defence/, 'defense'], [/isation/, 'ization'], [/(emphas|summar|organ|modern|optim|real|stabil|final|character|special|urban)is(e|ed|es|ing)$/, '$1iz$2'], [/specialised/, 'specialized']];
/** Number of words from one to ninety-nine that stand alone; compounds are put together from them. */
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'];
const TENS = ['', 'ten', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth'];

export interface WordForm {
  base: string;
  form: 'base' | 's' | 'ed' | 'ing';
}

/** Possible base forms of a lower-case English word, the word itself first. */
export function formsOf(word: string): WordForm[] {
  const spelt = BRITISH.reduce((text, [pattern, american]) => text.replace(pattern, american), word);
  const forms: WordForm[] = [{ base: spelt, form: 'base' }];
  const add = (form: WordForm['form'], ...bases: string[]): void => {
    for (const base of bases) if (base.length > 1) forms.push({ base, form });
  };
  const irregular = IRREGULAR[spelt];
  if (irregular !== undefined) add(spelt === 'has' || spelt === 'companies' ? 's' : 'ed', irregular);
  if (spelt.endsWith('ies')) add('s', `${spelt.slice(0, -3)}y`);
  else if (spelt.endsWith('s') && !spelt.endsWith('ss')) add('s', spelt.slice(0, -1), ...(spelt.endsWith('es') ? [spelt.slice(0, -2)] : []));
  if (spelt.endsWith('ied')) add('ed', `${spelt.slice(0, -3)}y`);
  else if (spelt.endsWith('ed')) add('ed', ...stems(spelt.slice(0, -2)));
  if (spelt.endsWith('ing')) add('ing', ...stems(spelt.slice(0, -3)));
  return forms;
}

/** plann → plann, planne, plan; receiv → receiv, receive. */
function stems(cut: string): string[] {
  return [cut, `${cut}e`, ...(/([b-df-hj-np-tv-z])\1$/.test(cut) ? [cut.slice(0, -1)] : [])];
}

/** The value of an ordinal (third, 21st, twenty-first), or null. */
export function ordinalOf(word: string): number | null {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word)?.[1];
  if (digits !== undefined) return Number(digits);
  const at = ORDINALS.indexOf(word);
  if (at > 0) return at;
  const [ten = '', one = ''] = word.split('-');
  const tens = TENS.indexOf(ten);
  if (tens >= 2 && ORDINALS.indexOf(one) > 0 && ORDINALS.indexOf(one) < 10) return 10 * tens + ORDINALS.indexOf(one);
  return /^(?:twent|thirt|fort|fift)ieth$/.test(word) ? 10 * TENS.indexOf(word.replace('ieth', 'y')) : null;
}

/** The value of a number word from one to ninety-nine, or null. */
export function numberWordOf(word: string): number | null {
  const at = NUMBERS.indexOf(word);
  if (at > 0) return at;
  const [ten = '', one] = word.split('-');
  const tens = TENS.indexOf(ten);
  if (tens < 2) return null;
  const ones = one === undefined ? 0 : NUMBERS.indexOf(one);
  return ones >= 0 && ones < 10 ? 10 * tens + ones : null;
}

/** A whole number from 1 to 99 in Chinese numerals. */
export function chineseNumeral(value: number): string {
  const digits = '零一二三四五六七八九';
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens === 0 ? '' : `${tens === 1 ? '' : (digits[tens] ?? '')}十`}${ones === 0 && tens > 0 ? '' : (digits[ones] ?? '')}`;
}
