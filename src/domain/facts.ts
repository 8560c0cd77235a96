/** Whether somebody holds an office on the day it is told of: `acting` until somebody else does, `former` before, `ended` with what is told. */
export const OFFICE_STATES = ['holds', 'acting', 'former', 'ended'] as const;
export type OfficeState = (typeof OFFICE_STATES)[number];

/** A person and one office, as an article tells it or staff corrected it. */
export interface PersonInOffice {
  name: string;
  /** As printed, with the body whose it is where the text says so. */
  office: string;
  state: OfficeState;
  /** ISO date on which this holds: the day the text names with it, else that of the article; null when unknown. */
  asOf: string | null;
  /** Line in the source file; null for what staff added. */
  line: number | null;
}

export const FIGURE_KINDS = ['target', 'result'] as const;
export const FIGURE_CHANGES = ['level', 'growth', 'fall', 'share'] as const;

/** A figure with what it is of, as an article states it or staff corrected it. */
export interface StatedFigure {
  /** With the words that bound it: 超过1.2万件, 5%左右. */
  printed: string;
  /** 万, 亿, million … multiplied out; of a range its lower end. */
  value: number;
  /** Upper end of a range, else equal to `value`. */
  upTo: number;
  /** `%`, `百分点`, `元`, `件`, …, or the English noun that is counted; empty where none is said. */
  unit: string;
  bound: 'exact' | 'about' | 'at_least' | 'at_most';
  /** What is measured or counted, in the words of the text. */
  subject: string;
  /** How much the subject is (`level`), by how much it rose or fell, or which part it is of something. */
  change: (typeof FIGURE_CHANGES)[number];
  /** Set to be reached, or reported. */
  kind: (typeof FIGURE_KINDS)[number];
  /** `2024`, `2024-05`, `2024-H1`, `2024-Q3`, `2024-01/2024-09`, `2021/2025`; in words where only those are said (近三年); empty when unknown. */
  period: string;
  /** Line in the source file; null for what staff added. */
  line: number | null;
}

/** What is drawn out of an article besides its header. */
export interface ArticleFacts {
  people: PersonInOffice[];
  figures: StatedFigure[];
}

export const NO_FACTS: ArticleFacts = { people: [], figures: [] };

/** What staff say of a person in an article: the office they have there; null takes the person out. Several entries of one name are several offices. */
export interface PersonCorrection {
  name: string;
  office: string | null;
  /** Left out: `holds`. */
  state?: OfficeState | undefined;
  /** ISO date; left out: as it was found, else that of the article. */
  asOf?: string | null | undefined;
}

/** What staff say of a figure, as printed; what is left out stays as it was found. */
export interface FigureCorrection {
  figure: string;
  /** Where the same figure stands several times: the line meant. */
  line?: number | undefined;
  subject?: string | undefined;
  period?: string | undefined;
  kind?: StatedFigure['kind'] | undefined;
  change?: StatedFigure['change'] | undefined;
  /** It is no figure that states anything. */
  remove?: true | undefined;
}
