import type { Answer, Question, Verdict } from '../../domain/answer.js';
import { visibleText } from '../../language/fold.js';
import { inSetting, leansOnSetting, settingAfter, type Setting } from './setting.js';
import { splitStatements } from './split-statements.js';

/** Most statements of one text that are judged. */
export const MAX_STATEMENTS = 30;

/** What came of checking a text. */
export interface Check {
  text: string;
  /** The worst of all statements: one that is contradicted, else one that is not found; null when the text states nothing. */
  verdict: Verdict | null;
  counts: Record<Verdict, number>;
  /** One answer a statement, in order; `question` is the statement as written. Failed and refused ones carry no verdict of their own. */
  statements: Answer[];
  /** Statements beyond the limit, not judged. */
  left: number;
}

/**
 * Judges every statement of a text by itself. `ask` answers one question (any door binds it, with its log);
 * `newId` gives each question its id. A sentence that leans on the one before (会议还通过…) is read with that one's session or document.
 */
export async function checkStatements(text: string, ask: (question: Question) => Promise<Answer>, newId: () => string): Promise<Check> {
  const all = splitStatements(text.replace(/[^\n]+/gu, (line) => visibleText(line)));
  const statements: Answer[] = [];
  let setting: Setting | null = null;
  const judge = async (statement: string): Promise<Answer> => await ask({ id: newId(), question: statement, history: [], isStatement: true });
  for (const statement of all.slice(0, MAX_STATEMENTS)) {
    const placed: string | null = inSetting(statement, setting);
    let answer = await judge(placed ?? statement);
    if (placed !== null && answer.verdict === 'not_found' && !leansOnSetting(statement)) {
      const alone = await judge(statement);
      if (alone.verdict !== 'not_found' && alone.verdict !== null) answer = alone;
    }
    statements.push({ ...answer, question: statement });
    setting = settingAfter(statement, setting);
  }
  const counts = { supported: 0, contradicted: 0, not_found: 0 };
  for (const { verdict } of statements) counts[verdict ?? 'not_found']++;
  const verdict = (['contradicted', 'not_found', 'supported'] as const).find((candidate) => counts[candidate] > 0) ?? null;
  return { text, verdict, counts, statements, left: Math.max(0, all.length - MAX_STATEMENTS) };
}
