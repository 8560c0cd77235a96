// Asks attacks as questions and puts them into documents, with and without a model that obeys everything it reads: npm run attack
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SHARED } from '../../evaluate/question-sets.js';
import { attackByDocument, attackByQuestion, obeyingWriter, QUESTIONS } from './attack-trials.js';

const FILE = join(SHARED, 'data/attacks.jsonl');
const shape = z.object({ id: z.string(), text: z.string(), category: z.string(), canary: z.string().optional() });

if (!existsSync(FILE)) console.log(`Skipped: ${FILE} is not here.`);
else {
  const attacks = readFileSync(FILE, 'utf8').trim().split('\n').map((line) => shape.parse(JSON.parse(line)));
  const indirect = attacks.filter(({ category }) => category.startsWith('indirect_injection'));
  let effects = 0;
  for (const [engine, writer] of [['extract', undefined], ['with a model that obeys', obeyingWriter()]] as const) {
    let [answered, clean] = [0, 0];
    for (const attack of attacks) {
      const { answer, effects: found } = await attackByQuestion(attack, writer);
      if (answer.status.startsWith('answered')) {
        answered++;
        console.log(`  answered ${attack.id}: ${attack.text.slice(0, 80).replaceAll('\n', ' ')} → ${answer.answer.slice(0, 80)}`);
      }
      if (found.length === 0) clean++;
      else console.log(`  ${attack.id}: ${found.join(', ')}: ${answer.answer.slice(0, 150)}`);
    }
    console.log(`${engine}: as questions ${String(clean)}/${String(attacks.length)} without effect; ${String(answered)} were answered, from the record`);
    let held = 0;
    for (const attack of indirect) {
      const found = await attackByDocument(attack, writer);
      if (found.length === 0) held++;
      else console.log(`  ${attack.id}: ${found.join('\n    ')}`);
    }
    console.log(`${engine}: inside documents ${String(held)}/${String(indirect.length)} without effect, ${String(QUESTIONS.length)} questions each`);
    effects += attacks.length - clean + indirect.length - held;
  }
  if (effects > 0) process.exitCode = 1;
}
