import type { AnswerPorts } from '../../../src/answer/answer-question.js';
import { answerQuestion } from '../../../src/answer/answer-question.js';
import { RANKING_WEIGHTS } from '../../../src/answer/ranking-weights.js';
import { SENTENCE_WEIGHTS } from '../../../src/answer/compose/sentence-weights.js';
import { isAnswerable } from '../../../src/evaluate/question-row.js';
import { judgeRows, type EvaluatePorts, type JudgedRow, type Share } from '../../../src/evaluate/evaluate.js';
import { halfOf, type OpenSet, type QuestionSet } from '../question-sets.js';
import { learnFrom, tellSet, type Kind, type ToldQuestion } from '../learning/learn-from.js';
import { LEARNABLE, namedWeights } from '../learning/weights-file.js';
import { markdownOf, percentOf, shareCell, type Table } from './markdown.js';

/** Points by which learning on the other half alone may change a half. */
const LARGEST_CHANGE = 2;
/** Learning begins with the lexical score alone, and with nothing that was set by hand. */
const BARE_START = LEARNABLE.ranking.features.map((feature) => (feature === 'lexical' ? 1 : 0));

type Weights = NonNullable<AnswerPorts['weights']>;

/** Each half of a set answered with weights learned on the other half, on the whole set, and with those in use. */
export async function halvesTable(set: QuestionSet, { rows, answering, rehearsal }: OpenSet): Promise<Table> {
  const told = await tellSet(set, rows, answering);
  const whole = weightsFrom(told);
  const missed: string[] = [];
  const lines: string[][] = [];
  for (const half of [0, 1] as const) {
    const own = rows.filter((row) => halfOf(row) === half);
    const answered = async (weights: Weights | undefined): Promise<JudgedRow[]> => await judgeRows(own, new Map(), portsWith(answering, rehearsal, weights));
    const [inUse, all, other] = [await answered(undefined), await answered(whole), await answered(weightsFrom(told.filter((question) => question.half !== half)))];
    for (const isAsked of [true, false]) {
      const share = (judged: readonly JudgedRow[]): Share => shareOf(judged.filter(({ row }) => isAnswerable(row) === isAsked));
      const change = percentOf(share(other)) - percentOf(share(all));
      const isMissed = Math.abs(change) > LARGEST_CHANGE;
      if (isMissed) missed.push(`halves of ${set.name}: change`);
      lines.push([`${half === 0 ? 'first' : 'second'}, ${isAsked ? 'answerable' : 'not answerable'}`, shareCell(share(inUse)), shareCell(share(all)), shareCell(share(other)), change.toFixed(1), `≤ ${LARGEST_CHANGE} ${isMissed ? 'MISSED' : 'met'}`]);
    }
  }
  return { markdown: markdownOf(`Learning on half of ${set.name}, by document`, ['half', 'weights in use', 'learned on both halves', 'learned on the other half', 'change in points', 'target'], lines), missed };
}

/** Ranking begins bare; sentences, where the set tells anything of them, at the weights in use. */
function weightsFrom(told: readonly ToldQuestion[]): Weights {
  const named = (kind: Kind, weights: readonly number[]): Record<string, number> => namedWeights(LEARNABLE[kind].features, weights);
  return {
    ranking: { ...RANKING_WEIGHTS, ...named('ranking', learnFrom(told, { kind: 'ranking', start: BARE_START, hold: 0.005 })) },
    sentence: { ...SENTENCE_WEIGHTS, ...named('sentence', learnFrom(told, { kind: 'sentence' })) },
  };
}

function portsWith(answering: AnswerPorts, rehearsal: EvaluatePorts, weights: Weights | undefined): EvaluatePorts {
  const ports = weights === undefined ? answering : { ...answering, weights };
  return { ...rehearsal, ask: async (question) => await answerQuestion(question, 'evaluate', ports) };
}

function shareOf(judged: readonly JudgedRow[]): Share {
  return { right: judged.filter(({ fault }) => fault === null).length, count: judged.length };
}
