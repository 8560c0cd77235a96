import type { CorpusReader } from '../ports/generation.js';
import type { LoggedStatement } from '../ports/record-log.js';
import { locate } from './cite.js';
import type { Draft } from './compose/draft.js';
import { isHeld } from './verify.js';

/** What was composed, as the log keeps it: the text before verification, and each statement with its verdict. */
export function statementsOf(draft: Draft, corpus: CorpusReader): { draft: string; statements: LoggedStatement[] } {
  if (draft.kind === 'refusal') return { draft: '', statements: [] };
  const cuts = locate(draft.cuts, corpus);
  const statements = cuts.map(({ text, passage }) => {
    const holds = isHeld(text, passage.text);
    return { text, passageIds: [passage.passageId], isHeld: holds, reason: holds ? '' : 'a figure, a date or a word of it does not stand in the passage' };
  });
  return { draft: draft.lead + cuts.map(({ text, label }) => (label ?? '') + text).join('\n'), statements };
}
