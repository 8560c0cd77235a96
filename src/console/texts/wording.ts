import type { en } from './en.js';

type Stem<K extends string> = K extends `${infer S}_one` ? S : K extends `${infer S}_other` ? S : K;
/** Names of texts; those with one and many are named without the ending. */
export type TextKey = Stem<keyof typeof en>;
/** Every language says everything. */
export type Wording = Record<keyof typeof en, string>;
