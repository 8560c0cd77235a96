// Draws the picture of src/README.md again: npm run picture
import { writeFileSync } from 'node:fs';
import { PAGE, redrawPage } from './picture.js';

writeFileSync(PAGE, redrawPage());
