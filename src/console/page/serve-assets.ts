import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import type { ConsoleEnv } from '../console-desk.js';

const TYPES: Record<string, string> = { 'console.css': 'text/css', 'console.js': 'text/javascript', 'icon.svg': 'image/svg+xml' };
/** Read from the sources, also by the built program: tsc copies no data. */
const FOLDER = new URL('../../../src/console/assets/', import.meta.url);

/** The three files of the console; no other path is ever looked for on the disk. */
export function serveAssets(app: Hono<ConsoleEnv>): void {
  for (const [name, type] of Object.entries(TYPES)) {
    const content = readFileSync(new URL(name, FOLDER), 'utf8');
    app.get(`/assets/${name}`, (context) => context.body(content, 200, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-cache' }));
  }
}
