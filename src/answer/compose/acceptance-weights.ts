/** What tells an answer from a sentence that only comes near; each is 0 to 1, `rank` and `margin` relative to the best. */
export const ACCEPTANCE_FEATURES = ['terms', 'termsAround', 'run', 'clause', 'label', 'rank', 'logLength', 'isFirst', 'opening', 'coverage', 'matter', 'title', 'margin', 'predicateMissing', 'noValue', 'open', 'list', 'where', 'reason', 'bias'] as const;
export type AcceptanceFeature = (typeof ACCEPTANCE_FEATURES)[number];

/**
 * How much each speaks for answering. Learned by logistic regression from questions with a known answer, against the same
 * questions with the record taken away, with the answering sentence taken away, and against questions no record answers.
 */
export const ACCEPTANCE_WEIGHTS: Readonly<Record<AcceptanceFeature, number>> = {
  terms: 4.65,
  termsAround: -0.47,
  run: 1.67,
  clause: -1.77,
  label: 2.66,
  rank: 9.67,
  logLength: -0.23,
  isFirst: 0.59,
  opening: -0.17,
  coverage: 1.11,
  matter: 0.25,
  title: 1.72,
  margin: 1.79,
  predicateMissing: -0.93,
  noValue: -1.37,
  open: -0.71,
  list: -0.69,
  where: -0.70,
  reason: 0.47,
  bias: -13.30,
};
