import { faultOf } from '../../../src/answer/write/proof/prove-statement.js';
import type { Thesaurus } from '../../../src/answer/thesaurus.js';
import { MUTATORS, type DraftCase } from './mutations.js';

/** What came of one kind of change. */
export interface KindCount {
  tried: number;
  caught: number;
  /** Changed statements that went through, with their passage's number. */
  missed: string[];
}

export interface MutationReport {
  kinds: Record<string, KindCount>;
  right: { tried: number; accepted: number; rejected: string[] };
}

/** Proves every right draft and, per kind, up to `mostOfKind` drafts with one thing changed. */
export function tryMutations(cases: readonly DraftCase[], thesaurus: Thesaurus, mostOfKind: number): MutationReport {
  const report: MutationReport = { kinds: {}, right: { tried: 0, accepted: 0, rejected: [] } };
  for (const draft of cases) {
    const fault = faultOf(draft.statement, draft.given, draft.question, thesaurus);
    report.right.tried++;
    if (fault === null) report.right.accepted++;
    else report.right.rejected.push(`${fault.kind} “${fault.text}”: ${draft.statement.text}`);
  }
  for (const [kind, mutate] of Object.entries(MUTATORS)) {
    const all = cases.flatMap((draft) => mutate(draft).map((statement) => ({ draft, statement })));
    // Spread over all documents, not the first ones.
    const step = Math.max(1, all.length / mostOfKind);
    const chosen = Array.from({ length: Math.min(mostOfKind, all.length) }, (_, index) => all[Math.floor(index * step)]).filter((one) => one !== undefined);
    const missed = chosen.filter(({ draft, statement }) => faultOf(statement, draft.given, draft.question, thesaurus) === null);
    report.kinds[kind] = { tried: chosen.length, caught: chosen.length - missed.length, missed: missed.map(({ draft, statement }) => `[${statement.passages.join(',')}] ${statement.text}   ← ${draft.statement.text}`) };
  }
  return report;
}
