// Puts the built command where npx looks for it: npm links the commands of dependencies, not those of the package itself.
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const target = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const folder = fileURLToPath(new URL('../node_modules/.bin/', import.meta.url));

chmodSync(target, 0o755);
if (existsSync(fileURLToPath(new URL('../node_modules', import.meta.url)))) {
  mkdirSync(folder, { recursive: true });
  rmSync(`${folder}huida`, { force: true });
  if (process.platform === 'win32') writeFileSync(`${folder}huida.cmd`, '@node "%~dp0\\..\\..\\dist\\cli.js" %*\r\n');
  else symlinkSync('../../dist/cli.js', `${folder}huida`);
}
