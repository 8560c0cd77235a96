import { fold } from '../../../language/fold.js';
import { headerLine, presence } from '../../evidence.js';
import type { Spot } from './claim-spots.js';
import type { Finding } from './finding.js';
import type { Claim } from './read-claim.js';

/** A statement that something set beforehand was reached: 完成预期目标, 任务完成了, 没达标. */
const CLAIMED = /(?:完成|达到|达成|实现|做到)(?:了|过)?(?:[^,。;]{0,6}的)?(?:年初|年度|全年|预期|预定|既定|计划|下达|原定|规定|确定|的){0,3}(?:目标|任务|指标|计划|要求|预期)|(?:目标|任务|指标|计划)[^,。;]{0,6}?(?:完成|达到|达成|实现|落空)|达标/;
const DENIED = /(?:没有?|未能?|不曾|尚未|并未|不)(?:能|有|按时|如期|全部|全面)?(?:完成|达到|达成|实现|达标)|落空|(?:完成|达到|达成|实现)不了/;
/** How a record says that what was set was not reached, and that it was. */
const MISSED = /(?:没有?|未能?|尚未|并未)(?:能|有|如期|全部|全面)?(?:完成|达到|达成|实现)|未达|不及预期|不如预期|低于[^,。;]{0,8}(?:预期|目标|计划|任务)|落空|未达标/;
const MET = /超额|(?:完成|达到|达成|实现)了?[^,。;]{0,14}(?:目标|任务|指标|计划|要求)|(?:如期|提前|顺利|圆满|全面|已经?)完成|高于[^,。;]{0,8}(?:预期|目标|计划)|(?:目标|任务|计划)[^,。;]{0,6}(?:顺利|全面|如期|圆满|已|均)?(?:完成|实现)/;
/** Words that only say that something was set and reached. */
const FRAME = /^(?:(?:没有?|未|不)?(?:完成|达到|达成|实现)|目标|任务|指标|计划|要求|预期|年初|年度|全年|预定|既定|下达|超额|达标|没有|落空|情况)$/;

/**
 * Judges a statement that a target was reached by what the record says of the same thing, between two semicolons or full stops:
 * a neighbour's 超额完成 says nothing of it. Null where no target is spoken of, or nothing is said of its being reached.
 */
export function ruleByFulfilment(claim: Claim, spots: readonly Spot[]): Finding | null {
  if (!CLAIMED.test(claim.text) || claim.assertions.length > 0) return null;
  const matter = claim.topic.filter(({ text, importance, isName }) => !isName && importance > 0.15 && !FRAME.test(text) && !claim.intent.places.some((place) => text.startsWith(place)));
  if (matter.length === 0) return null;
  for (const spot of spots) {
    if (spot.gaps > 0 || spot.missing.length > 0) continue;
    const segment = segmentOf(spot);
    const text = fold(spot.ranked.passage.text.slice(segment.start, segment.end));
    // Whose it is may be said by the header alone.
    const header = headerLine(spot.ranked.passage.header);
    const own = matter.filter((word) => presence(word, header) < 0.9);
    if (own.length === 0 || !own.every((word) => presence(word, text) >= 0.9)) continue;
    const missed = MISSED.exec(text)?.[0];
    const recorded = missed ?? MET.exec(text)?.[0];
    if (recorded === undefined) continue;
    const denied = DENIED.exec(claim.text)?.[0];
    const holds = (missed !== undefined) === (denied !== undefined);
    const claimed = denied ?? CLAIMED.exec(claim.text)?.[0] ?? claim.visible;
    const whole = { ...spot, sentence: segment, clause: segment };
    return { outcome: holds ? 'holds' : 'differs', claimed: claimed.trim(), recorded: holds ? '' : recorded, spot: whole };
  }
  return null;
}

/** The stretch of the spot's sentence between semicolons that its clause stands in; offsets are those of the passage. */
function segmentOf({ ranked: { passage }, sentence, clause }: Spot): { start: number; end: number } {
  const { text } = passage;
  const before = text.slice(sentence.start, clause.start).search(/[；;][^；;]*$/);
  const start = before < 0 ? sentence.start : sentence.start + before + 1;
  // The mark that ends the clause belongs to it.
  const from = Math.max(start, clause.end - 1);
  const after = text.slice(from, sentence.end).search(/[；;]/);
  return { start, end: after < 0 ? sentence.end : from + after };
}
