import { z } from 'zod';
import { FIGURE_CHANGES, FIGURE_KINDS, OFFICE_STATES } from '../../domain/facts.js';
import { readOneFigure } from '../../language/read-one-figure.js';

// What `descriptions.yaml` may say of people and figures.

const needed = z.string('text; put it in quotation marks').trim().min(1, 'text; put it in quotation marks');
/** An ISO date, or null where none is known. */
export const day = z.iso.date('a day of the calendar as YYYY-MM-DD, or null').nullable();
/** One of a few words. */
export const oneOf = <const T extends readonly string[]>(values: T) => z.enum(values, `one of ${values.join(', ')}`);
export const person = z.strictObject({ name: needed, office: needed.nullable(), state: oneOf(OFFICE_STATES).optional(), asOf: day.optional() }, 'a name and an office, each with a colon and its value');
const PERIOD = /^(?:\d{4}(?:-(?:0[1-9]|1[0-2]|H[12]|Q[1-4]))?(?:\/\d{4}(?:-(?:0[1-9]|1[0-2]))?)?)?$/u;
export const figure = z.strictObject({
  figure: needed.refine((text) => readOneFigure(text) !== null, 'one figure as it is printed, with its unit: "5.2%"'),
  line: z.int('the number of a line of the file').positive('the number of a line of the file').optional(),
  subject: needed.optional(),
  period: z.string('text; put it in quotation marks').regex(PERIOD, 'a year or a part of one: "2024", "2024-05", "2024-H1", "2024-Q3", "2024-01/2024-09"').optional(),
  kind: oneOf(FIGURE_KINDS).optional(),
  change: oneOf(FIGURE_CHANGES).optional(),
  remove: z.literal(true, 'true').optional(),
}, 'a figure as it is printed and what is right about it');
