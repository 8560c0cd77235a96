import { describe, expect, it } from 'vitest';
import type { Status } from '../../src/domain/status.js';
import type { FeedbackEntry } from '../../src/ports/feedback-log.js';
import type { ModeratorAction } from '../../src/ports/moderator-actions.js';
import { createWaiting, type EyesFacts } from '../../src/review/waiting-records.js';
import { needsEyes } from '../../src/review/needs-eyes.js';
import { createReviews } from '../../src/review/review-state.js';

const STATUSES: readonly Status[] = ['answered', 'answered', 'answered_partly', 'refused_no_passages', 'refused_self_harm', 'failed_internal'];

/** A log, its moderators and its citizens, all in memory; what happens is drawn from a seed. */
function invent() {
  let seed = 7;
  const draw = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
  let records: EyesFacts[] = [];
  let feedback: FeedbackEntry[] = [];
  const actions: ModeratorAction[] = [];
  let [asked, voted] = [0, 0];
  const reviews = createReviews({ after: (sequence) => actions.filter((action) => action.sequence > sequence) }, { after: (sequence) => feedback.filter((entry) => entry.sequence > sequence), count: () => feedback.length });
  const someId = (): string => `r${draw(Math.max(1, asked))}`;
  const steps = [
    () => { records.push({ id: `r${asked++}`, status: STATUSES[draw(STATUSES.length)] as Status, verdict: null, strength: draw(10) / 10 }); },
    () => { feedback.push({ sequence: ++voted, recordId: someId(), atUtc: '2026-01-01T00:00:00Z', kind: (['up', 'down', 'staff'] as const)[draw(3)] ?? 'up', reason: null, comment: null, asker: `a${draw(3)}` }); },
    () => { actions.push({ sequence: actions.length + 1, atUtc: '2026-01-01T00:00:00Z', personId: '2', action: (['judged', 'flagged', 'opened'] as const)[draw(3)] ?? 'opened', subject: someId(), detail: { verdict: 'right', note: '' } }); },
    () => {
      if (draw(20) === 0) {
        const gone = new Set([someId(), someId()]);
        records = records.filter(({ id }) => !gone.has(id));
        feedback = feedback.filter(({ recordId }) => !gone.has(recordId));
      }
    },
  ];
  return { step: () => { steps[draw(steps.length)]?.(); }, records: () => records, reviews };
}

describe('the records that wait', () => {
  it('are after any step those that a look at every record finds, with the same reasons', () => {
    const world = invent();
    const waitingAmong = createWaiting<EyesFacts>();
    const seen = new Set<string>();
    for (let step = 0; step < 2_000; step++) {
      world.step();
      const known = world.reviews();
      const expected = world.records().flatMap((record) => {
        const reason = needsEyes(record, known.of(record.id), known.feedbackOn(record.id));
        return reason === null ? [] : [{ record, reason }];
      });
      const { records, counts } = waitingAmong(world.records(), known);
      expect(records).toEqual(expected);
      for (const { reason } of expected) seen.add(reason);
      expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(expected.length);
      for (const [reason, count] of counts) expect(expected.filter((one) => one.reason === reason)).toHaveLength(count);
    }
    // Of what makes a record wait, nearly everything happened.
    expect([...seen].sort()).toEqual(['danger', 'disliked', 'failed', 'flagged', 'partly', 'refused', 'reported', 'weak']);
  });
});
