import type { FieldKind } from './minutes-labels.js';
import { splitSentences, type Span } from './sentences.js';

/** Somebody reported: 会议听取了某局局长某某的汇报 · 某某汇报。 */
const HEARD = /听取(?:了|并审议了)?([^，。；听取]{2,30}?)(?:所作)?的(?:[^，。；]{0,20}?)(?:汇报|报告|介绍|说明)/;
const REPORTED = /^([^，。：:；\s]{2,14}?)(?:汇报|介绍)(?:[。：:，]|了)/;
/** The sentence with which the meeting turns from hearing to deciding. */
const DECIDED = /会议(?:一致)?(?:决定|议定|同意|不同意|原则同意|原则通过|审议通过|要求|明确|批准|否决)/;
/** Said of the meeting only where it has heard somebody before. */
const AGREED = /(?:^|[，。])(?:原则)?同意|当选/;

/** A labelled part of a topic told in prose, its label being the words that announce it. */
export interface ToldField extends Span {
  kind: FieldKind;
  labelStart: number;
}

/**
 * Presenter and outcome of a topic that is written as official prose (会议听取了…的汇报。会议决定：…); null where no sentence
 * decides anything. The outcome runs from the first deciding sentence to the end.
 */
export function readProse(text: string, within: Span | null): ToldField[] | null {
  if (within === null) return null;
  const sentences = splitSentences(text.slice(within.start, within.end)).map(({ start, end }) => ({ start: within.start + start, end: within.start + end }));
  const presenter = sentences.map((span) => presenterIn(text, span)).find((field) => field !== null) ?? null;
  const decided = sentences.find(({ start, end }) => DECIDED.test(text.slice(start, end)) || (presenter !== null && AGREED.test(text.slice(start, end))));
  if (decided === undefined) return null;
  const conclusion: ToldField = { kind: 'conclusion', labelStart: decided.start, start: decided.start, end: within.end };
  return presenter === null ? [conclusion] : [conclusion, presenter];
}

function presenterIn(text: string, { start, end }: Span): ToldField | null {
  const sentence = text.slice(start, end);
  const name = HEARD.exec(sentence)?.[1] ?? REPORTED.exec(sentence)?.[1];
  if (name === undefined) return null;
  const at = start + sentence.indexOf(name);
  return { kind: 'presenter', labelStart: at, start: at, end: at + name.length };
}
