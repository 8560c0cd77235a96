import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PAGE, redrawPage } from './picture.js';

it('src/README.md shows the code as it is (npm run picture draws it again)', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(redrawPage());
});
