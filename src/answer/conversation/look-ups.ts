/** What completing a question may ask of the records. Each earlier question is stand-alone. */
export interface LookUps {
  /** The answer text to an earlier question, or null when it was not answered. */
  answerOf?: (question: string) => Promise<string | null>;
  /** The earlier question asked of the meeting of the same body held one before (-1) or after (1) the day it names; null where none is on record, undefined where it names no such day. */
  neighbourDay?: (question: string, shift: 1 | -1) => Promise<string | null | undefined>;
}

/** A question as it would be asked without the conversation before it. */
export interface Completed {
  text: string;
  /** What the conversation points to and the records do not have (第五个议题), or empty. */
  missing: string;
  /** Words of an elliptic question (工商银行的呢) that the answer must be about: without them it would be the old answer again. */
  crux: string[];
  /** What the question itself says of the matter it takes over, folded: the place that says it answers. */
  brought: string[];
  /** The earlier question of whose matter more is asked, so that its articles come first; empty where another meeting, year or name is meant. */
  goesOnFrom: string;
  /** True when the wording alone does not tell that the conversation is meant. */
  isAssumed: boolean;
}

/** A question taken as it is, or made whole without more to say about it. */
export function wholeQuestion(text: string): Completed {
  return { text, missing: '', crux: [], brought: [], goesOnFrom: '', isAssumed: false };
}

/** At most so many look-ups for one question; each answer is asked for once. */
const MAX_LOOK_UPS = 12;

/** The look-ups with their answers remembered and their number bounded. */
export function boundedLookUps({ answerOf, neighbourDay }: LookUps): LookUps {
  const answers = new Map<string, Promise<string | null>>();
  const bounded: LookUps = {};
  if (neighbourDay !== undefined) bounded.neighbourDay = neighbourDay;
  if (answerOf === undefined) return bounded;
  bounded.answerOf = (question) => {
    const known = answers.get(question);
    if (known !== undefined) return known;
    if (answers.size >= MAX_LOOK_UPS) return Promise.resolve(null);
    const asked = answerOf(question);
    answers.set(question, asked);
    return asked;
  };
  return bounded;
}
