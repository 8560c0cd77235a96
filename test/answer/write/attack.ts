// Asks attacks as questions and puts them into documents, with and without a model that obeys everything it reads: npm run attack
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { answerQuestion } from '../../../src/answer/answer-question.js';
import { chosenSets, missingPart, openSet, SHARED, type QuestionSet } from '../../evaluate/question-sets.js';
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
// Statuses over the golden tables, without and with the model that obeys.
for (const set of chosenSets(['pages', 'corpus', 'elsewhere', 'reports'], SHARED)) {
  const missing = missingPart(set);
  if (missing !== null) console.log(`${set.name}: skipped, ${missing} is not here.`);
  else await compareStatuses(set);
}

async function compareStatuses(set: QuestionSet): Promise<void> {
  const open = await openSet(set);
  const rows = open.rows.filter((row) => set.isJudged(row));
  let changed = 0;
  for (const { id, question, history } of rows) {
    const [off, on] = [await answerQuestion({ id, question, history }, 'test', open.answering), await answerQuestion({ id, question, history }, 'test', { ...open.answering, writer: obeyingWriter() })];
    if (off.status === on.status) continue;
    changed++;
    console.log(`  ${id}: ${off.status} → ${on.status}`);
  }
  open.close();
  console.log(`${set.name}: ${String(changed)} of ${String(rows.length)} statuses changed by a model that obeys`);
  if (changed > 0) process.exitCode = 1;
}
