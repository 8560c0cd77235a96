import { NUMERAL_CLASS } from './chinese-numerals.js';
import { fold } from './fold.js';

/** A line numbered as a topic (议题三、…, 【议题1】…, 议题（一）…); its last group is the text. */
export const TOPIC = new RegExp(`^[#*\\s]*[【(（]?(?:议题|议程|议案|事项|topic)\\s*[（(]?([${NUMERAL_CLASS}\\d]{1,3})[）)]?】?\\s*[、:：.．,，)）]?\\s*(\\S.*)$`);
/** A numbered line (3. …, （二）…); its group is the text. */
export const NUMBERED = new RegExp(`^[#*\\s]*(?:\\d{1,2}[.、．)）]|[${NUMERAL_CLASS}]{1,3}、|[(（][${NUMERAL_CLASS}\\d]{1,3}[)）])\\s*(?![\\d.])(\\S.*)$`);
const BULLET = /^[-+*•·]\s*(\S.*)$/;

/** The text of an agenda item or heading without its number: 议题3、 and 3. go, so do markers of lists. */
export function stripNumber(line: string): string {
  const folded = fold(line);
  const match = TOPIC.exec(folded) ?? NUMBERED.exec(folded) ?? BULLET.exec(folded);
  const rest = match?.at(-1);
  return (rest === undefined ? line : line.slice(line.length - rest.length)).trim();
}
