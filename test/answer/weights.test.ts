import { expect, it } from 'vitest';
import { answerQuestion, searchPassages } from '../../src/answer/answer-question.js';
import { RANKING_FEATURES, RANKING_WEIGHTS } from '../../src/answer/ranking-weights.js';
import { SENTENCE_FEATURES } from '../../src/answer/compose/sentence-features.js';
import { SENTENCE_WEIGHTS } from '../../src/answer/compose/sentence-weights.js';
import { lanqiaoPorts } from './ask-lanqiao.js';

const reversed = <Name extends string>(names: readonly Name[], weights: Readonly<Record<Name, number>>): Record<Name, number> => Object.fromEntries(names.map((name) => [name, -weights[name]])) as Record<Name, number>;
const QUESTION = '澜桥市政协四届会议上，政协常委会工作报告由谁作？';

it('ranks by the weights it is given, when searching and when answering', async () => {
  const weights = { ranking: reversed(RANKING_FEATURES, RANKING_WEIGHTS), sentence: SENTENCE_WEIGHTS };
  const [best, ...others] = await searchPassages(QUESTION, 100, lanqiaoPorts());
  const turned = await searchPassages(QUESTION, 100, lanqiaoPorts({ weights }));
  expect(others.length).toBeGreaterThan(2);
  expect(turned.at(-1)?.passage.passageId).toBe(best?.passage.passageId);
});

it('picks sentences by the weights it is given', async () => {
  const asked = ['谁主持了会议？', '会议什么时候开的？', '会议在哪里举行？', QUESTION];
  const answers = async (replaced: Parameters<typeof lanqiaoPorts>[0]): Promise<string[]> => await Promise.all(asked.map(async (question) => (await answerQuestion({ id: 'q', question, history: [] }, 'test', lanqiaoPorts(replaced))).answer));
  expect(await answers({ weights: { ranking: RANKING_WEIGHTS, sentence: SENTENCE_WEIGHTS } })).toEqual(await answers({}));
  expect(await answers({ weights: { ranking: RANKING_WEIGHTS, sentence: reversed(SENTENCE_FEATURES, SENTENCE_WEIGHTS) } })).not.toEqual(await answers({}));
});
