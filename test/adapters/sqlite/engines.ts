import { isNativeSqliteUsable } from '../../../src/adapters/sqlite/native-driver.js';
import type { SqlEngine } from '../../../src/adapters/sqlite/driver.js';

/** The engines that this machine can load. */
export const engines: SqlEngine[] = isNativeSqliteUsable() ? ['native', 'wasm'] : ['wasm'];
