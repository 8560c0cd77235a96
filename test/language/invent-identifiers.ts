/** A small generator with a fixed seed, so that a failing identifier fails again. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Each call gives new invented values by name; none belongs to anybody. */
export function inventor(seed: number): () => Record<string, string> {
  const next = numbersFrom(seed);
  const digits = (count: number): string => Array.from({ length: count }, () => String(next(10))).join('');
  const pick = (...values: string[]): string => values[next(values.length)] ?? '';
  const two = (value: number): string => String(value).padStart(2, '0');
  const grouped = (text: string, ...sizes: number[]): string => {
    let at = 0;
    return sizes.map((size) => text.slice(at, (at += size))).join(pick(' ', '-'));
  };
  return () => {
    const birthday = `${two(1 + next(12))}${two(1 + next(28))}`;
    const idBody = `${pick('140602', '330106', '610113', '500103')}${String(1948 + next(62))}${birthday}${digits(3)}`;
    const idSum = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2].reduce((total, weight, index) => total + weight * Number(idBody[index]), 0);
    const id = idBody + '10X98765432'.charAt(idSum % 11);
    const cardBody = `62${digits(16)}`;
    const cardSum = [...cardBody].reverse().reduce((total, digit, index) => total + (index % 2 === 0 ? (Number(digit) * 2) % 10 + Math.floor(Number(digit) / 5) : Number(digit)), 0);
    const card = cardBody + String((10 - (cardSum % 10)) % 10);
    const mobile = `1${pick('33', '50', '77', '98', '36')}${digits(8)}`;
    const eleven = `${pick('12', '15', '18')}${digits(9)}`;
    return {
      id,
      idspaced: grouped(id, 6, 8, 4),
      id15: `${pick('140602', '330106')}${two(40 + next(50))}${birthday}${digits(3)}`,
      mob: mobile,
      mobspaced: grouped(mobile, 3, 4, 4),
      mobfull: [...mobile].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''),
      hanmob: [...mobile.slice(1)].map((digit) => '零一二三四五六七八九'.charAt(Number(digit))).join(''),
      uk: `07${digits(3)} ${digits(3)} ${digits(3)}`,
      us: `(${String(2 + next(8))}${digits(2)}) 555-01${digits(2)}`,
      land: `0${pick('349', '351', '10')}-${String(2 + next(7))}${digits(6)}`,
      card,
      cardspaced: grouped(card, 4, 4, 4, 4, 3),
      mail: `${pick('hehua', 'x.liu', 'tom-b')}${digits(2)}@${pick('example.com', 'mail.example.cn')}`,
      pass: pick(`E${digits(8)}`, `EJ${digits(7)}`),
      plate: `${pick('晋F', '陕A', '津C')}${pick('', '·')}${digits(4)}${pick('M', 'Y')}`,
      platenew: `${pick('晋F', '浙A')}${pick('D', 'F')}${digits(5)}`,
      ukplate: `${pick('KP', 'LD')}${pick('19', '23')} ${pick('XYZ', 'HRT')}`,
      n: String(11 + next(180)),
      m: String(1 + next(9)),
      r: String(101 + next(800)),
      cert: `${pick('R', 'T', 'V')}14${digits(7)}`,
      cert2: `14060${digits(9)}`,
      qq: String(2 + next(7)) + digits(8),
      qq4: digits(4),
      money: `${digits(5)}.${digits(2)}`,
      big: eleven,
      big2: `${pick('12', '15')}${digits(5)}`,
      comma: `${String(1 + next(900))},${digits(3)},${digits(3)}`,
      credit: `9114060${digits(9)}X${String(next(9))}`,
      proj: `20${pick('23', '24')}${digits(10)}`,
      d2: two(10 + next(19)),
    };
  };
}
