/**
 * What tells a right answer from a wrong one. `confidence` (0 to 1) and `sentenceLead` where a sentence was chosen, `figureLead` where a
 * figure was (leads from -1 to 1, else 0); `figure` and `structured` are 0 or 1; `asked`: share of the question's character pairs that the
 * quoted words and the headers above them hold; `ahead`: lead of the cited passage before the best of another document, of the best score.
 */
export const STRENGTH_FEATURES = ['confidence', 'sentenceLead', 'figureLead', 'figure', 'structured', 'asked', 'ahead', 'bias'] as const;
export type StrengthFeature = (typeof STRENGTH_FEATURES)[number];

/**
 * How much each speaks for an answer being right: from answers that were judged. Written by `npm run learn -- strength --write`;
 * wrong and right answers that are weak, learned without their half: pages 4/4 and 25/250, corpus 0/0 and 14/237, elsewhere, never learned from 13/30 and 44/238, minutes 0/17 and 0/1342, reports 0/2 and 0/109, cmrc 167/293 and 220/1478, cmrc, never learned from 88/163 and 124/748.
 */
export const STRENGTH_WEIGHTS: Readonly<Record<StrengthFeature, number>> = {
  confidence: 0.65,
  sentenceLead: 1.41,
  figureLead: 1.98,
  figure: 0.85,
  structured: 3.27,
  asked: 2.88,
  ahead: 1.43,
  bias: -1.29,
};
