import { fold } from '../../language/fold.js';
import { recordSentences } from './record-sentences.js';
import type { CorpusReader } from '../../ports/generation.js';
import { coverage, gapsOfPassage, headerLine, type WeighedWord } from '../evidence.js';
import type { Intent } from '../intent.js';
import type { Ranked } from '../rank.js';
import { asksDissent, dissentersIn } from './answer-value.js';
import { draftOf, type Draft } from './draft.js';

/** Share of the asked matter that the passage of the vote must hold. */
const MIN_MATTER = 0.7;
/** Words of the voting itself: the tally says them in its own way. */
const OF_VOTE = /反对|弃权|赞成|同意|投|票|表决/;

/** Answers who was against from the tally that names them (4票同意，1票反对（甲）); null where that is not asked or no tally, or more than one, stands beside the matter. */
export function composeDissent(intent: Intent, words: readonly WeighedWord[], ranked: readonly Ranked[], corpus: CorpusReader): Draft | null {
  if (!asksDissent(intent.folded)) return null;
  const matter = words.filter(({ text }) => !OF_VOTE.test(text));
  for (const { passage } of ranked.slice(0, 3)) {
    if (gapsOfPassage(intent, passage, corpus).length > 0 || coverage(matter, [{ folded: fold(passage.text), factor: 1 }, { folded: headerLine(passage.header), factor: 1 }]) < MIN_MATTER) continue;
    const tallies = recordSentences(passage.text).filter(({ start, end }) => dissentersIn(passage.text.slice(start, end)).length > 0);
    const [tally] = tallies;
    if (tally === undefined || tallies.length > 1) continue;
    return draftOf([{ article: corpus.articleOfRow(passage.row), start: passage.start + tally.start, end: passage.start + tally.end }]);
  }
  return null;
}
