import type { teamZhHans } from './team/zh-hans.js';
import type { zhHans } from './zh-hans.js';

/** Every sentence of the interface in one language; `_one` only where that language tells one from many. */
export type Wording = Record<keyof typeof zhHans, string>;

/** The key without the ending that a number chooses. */
export type TextKey<K = keyof Wording> = (K extends `${infer Base}_other` ? Base : K) | keyof typeof teamZhHans;
