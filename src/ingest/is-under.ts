import { resolve } from 'node:path';

/** True when the path is the root or lies in it. */
export function isUnder(origin: string, root: string): boolean {
  const full = resolve(root);
  return origin === full || origin.startsWith(full === '/' ? '/' : `${full}/`);
}
