import * as OpenCC from 'opencc-js/t2cn';

/** The part of the converter library that is used; its own types do not resolve under NodeNext. */
interface ConverterLibrary {
  Converter(options: { from: 't'; to: 'cn' }): (text: string) => string;
}

/** Code unit → folded code unit. Built once: compatibility forms, case and traditional script in one table. */
let table: Uint16Array | undefined;

/** Blocks whose compatibility forms matter here; the rest of Unicode maps to itself. */
const COMPATIBILITY_RANGES: readonly (readonly [number, number])[] = [[0x00, 0x2ff], [0x370, 0x52f], [0x2000, 0x2bff], [0x3000, 0x33ff], [0xf900, 0xfaff], [0xfe30, 0xfe6f], [0xff00, 0xffef]];

function buildTable(): Uint16Array {
  const built = new Uint16Array(0x10000);
  for (let code = 0; code < built.length; code++) built[code] = code;
  for (const [first, last] of COMPATIBILITY_RANGES) {
    for (let code = first; code <= last; code++) {
      const folded = String.fromCharCode(code).normalize('NFKC').toLowerCase();
      if (folded.length === 1) built[code] = folded.charCodeAt(0);
    }
  }
  const characters: string[] = [];
  for (let code = 0x4e00; code <= 0x9fff; code++) characters.push(String.fromCharCode(code));
  const toSimplified = (OpenCC as unknown as ConverterLibrary).Converter({ from: 't', to: 'cn' });
  const simplified = toSimplified(characters.join('\n')).split('\n');
  for (const [index, character] of simplified.entries()) if (character.length === 1) built[0x4e00 + index] = character.charCodeAt(0);
  for (const [from, to] of [['\u00a0', ' '], ['\u3000', ' '], ['〇', '〇'], ['—', '—'], ['–', '-'], ['‐', '-'], ['‑', '-'], ['‒', '-'], ['−', '-'], ['“', '"'], ['”', '"'], ['‘', "'"], ['’', "'"], ['「', '"'], ['」', '"'], ['『', '"'], ['』', '"']] as const) {
    built[from.charCodeAt(0)] = to.charCodeAt(0);
  }
  // A compatibility form may stand for a traditional character: what is folded folds no further.
  for (let code = 0; code < built.length; code++) built[code] = built[built[code] ?? code] ?? code;
  return built;
}

/**
 * The form in which texts are compared: width, case, quotation marks and script folded, character by character.
 * The result has the length of the input (UTF-16 units), so an offset in one is an offset in the other.
 */
export function fold(text: string): string {
  table ??= buildTable();
  let folded = '';
  let run: number[] = [];
  for (let index = 0; index < text.length; index++) {
    run.push(table[text.charCodeAt(index)] ?? 0);
    if (run.length === 4096) {
      folded += String.fromCharCode(...run);
      run = [];
    }
  }
  return folded + String.fromCharCode(...run);
}

/** Characters that show nothing but break words apart: zero-width, bidi controls, tags, variation selectors. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** The visible text of what somebody typed: hidden and control characters out, lone surrogates replaced, white space collapsed. */
export function visibleText(text: string): string {
  return text.toWellFormed().replace(INVISIBLE, '').replace(CONTROL, ' ').replace(/\s+/g, ' ').trim();
}
