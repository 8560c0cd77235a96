import type { DateMention } from '../language/dates.js';
import type { MeetingMention } from '../language/meetings.js';

/** What kind of thing the asker wants to hear. */
export const ANSWER_TYPES = ['agenda', 'conclusion', 'followup', 'presenter', 'attendees', 'claim', 'yes_no', 'compare', 'overview', 'office', 'who', 'when', 'where', 'share', 'how_many', 'reason', 'list', 'open'] as const;
export type AnswerType = (typeof ANSWER_TYPES)[number];

/** One word of the question that an answer has to speak of. */
export interface ContentWord {
  /** Folded. */
  text: string;
  /** 0 to 1: how much it says about the matter (nouns and names 1, verbs 0.5). */
  importance: number;
  /** Official wordings of the same thing, folded. */
  synonyms: string[];
  /** A person, place, organ, Latin word or number: the evidence must name it. */
  isName: boolean;
}

/** What was understood of a question. Plain values: it goes to the log as it is. */
export interface Intent {
  /** The visible text of the stand-alone question. */
  text: string;
  /** The same, folded; same offsets. */
  folded: string;
  language: 'zh' | 'en';
  type: AnswerType;
  /** Measure word or unit asked for (多少件 → 件), or null. */
  unit: string | null;
  dates: readonly DateMention[];
  meetings: readonly MeetingMention[];
  /** Topics in quotation marks or 《》, as typed. */
  quoted: string[];
  /** What is asked of the matter: words outside dates, sessions, quoted topics and question phrases. */
  words: ContentWord[];
  /** Runs of adjacent words that name one thing (城镇调查失业率), folded; single words are left out. */
  compounds: string[];
  /** Places named outside quotes, without 省, 市 and the like. */
  places: string[];
  /** The same as they stand in the question, level included (某某市). */
  fullPlaces: string[];
  /** The noun that 哪个, 什么 or 哪家 stands before (哪个会议室 → 会议室), folded; null when there is none. */
  askedNoun: string | null;
  /** Set when the text is handed in as a statement to be checked, whatever its wording. */
  isStatement?: boolean;
  /** Whether a target is asked for, not a result. */
  wantsTarget: boolean;
  /** Words that a follow-up itself brought (其中采用的 → 采用), folded: what is said of them answers it; empty for a question of its own. */
  brought: string[];
  /** Statements cited a moment ago that 还有谁, 还去了哪里 do not ask for again; empty for any other question. */
  said: string[];
}
