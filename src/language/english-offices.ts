import type { Span } from './sentences.js';

/** A person of an English text with the office it gives them right there; the span is that of the name. */
export interface EnglishHolder extends Span {
  name: string;
  office: string;
  /** What the text says around it: acting, or held before. */
  state: 'holds' | 'acting' | 'former' | 'ended';
}

const RANK = '(?:(?:[Ff]ormer|[Aa]cting|[Ii]nterim|[Ee]x|[Ee]xecutive|[Dd]eputy|[Vv]ice|[Aa]ssistant|[Ss]tanding|[Hh]onorary|[Ff]irst|[Pp]arty|[Cc]ity|[Cc]ounty|[Dd]istrict|[Pp]rovincial|[Mm]unicipal)[ -])*';
const HEAD = '(?:[Mm]ayor|[Cc]hair(?:man|woman|person)?|[Pp]resident|[Ss]ecretary(?:[ -][Gg]eneral)?|[Mm]inister|[Gg]overnor|[Dd]irector(?:[ -][Gg]eneral)?|[Cc]ouncill?or|[Ss]enator|[Cc]ommissioner|[Ss]peaker|[Tt]reasurer|[Cc]lerk|[Hh]ead|[Pp]rocurator(?:[ -][Gg]eneral)?)';
const OF = '(?: (?:of|for) (?:the )?[A-Z][\\w-]*(?:(?: and| of| for| the|) [A-Z][\\w-]*){0,7})?';
const NAME = "[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?(?: (?:[A-Z]\\. )?[A-Z][a-z'’]+(?:-[A-Z]?[a-z]+)?){1,2}";
const BEFORE = new RegExp(`(?<![\\w-])(${RANK}${HEAD}) (${NAME})(?![\\w-])`, 'g');
const BEHIND = new RegExp(`(?<![\\w-])(${NAME}), (?:the |our )?(${RANK}${HEAD}${OF})(?=[,.;:)]|\\s*$|$| [a-z])`, 'g');
const BECOMES = new RegExp(`(?<![\\w-])(${NAME}) (?:was |has been |is |were )?(?:elected|appointed|named|made|sworn in|serves?|confirmed|removed|dismissed)(?: as| from the post of| from the office of|) (?:the |an? )?(${RANK}${HEAD}${OF})`, 'g');
const FORMER = /^(?:former|ex)[ -]/i;
const ACTING = /^(?:acting|interim) /i;
const ENDED = /resign|stepp?ed down|removed|dismissed|retire[sd]/i;
/** Words with a capital that begin a sentence and no name. */
const NO_NAME = /^(?:The|This|That|In|On|At|By|For|And|But|He|She|They|We|Our|Its|As|After|Before|When)\b/;

/** The people to whom an English sentence gives an office, in order of their names; each name once. */
export function englishHolders(sentence: string): EnglishHolder[] {
  const found: EnglishHolder[] = [];
  for (const [pattern, nameAt, officeAt] of [[BEFORE, 2, 1], [BEHIND, 1, 2], [BECOMES, 1, 2]] as const) {
    for (const match of sentence.matchAll(pattern)) {
      const name = match[nameAt] ?? '';
      const office = match[officeAt] ?? '';
      const start = match.index + match[0].indexOf(name, nameAt === 1 ? 0 : office.length);
      if (NO_NAME.test(name) || new RegExp(`^${RANK}${HEAD} `).test(name) || found.some((other) => other.start < start + name.length && start < other.end)) continue;
      const after = sentence.slice(match.index + match[0].length).split(/[,.;]/, 1)[0] ?? '';
      const state = FORMER.test(office) ? 'former' : ENDED.test(`${pattern === BECOMES ? match[0] : ''}${after}`) ? 'ended' : ACTING.test(office) ? 'acting' : 'holds';
      found.push({ start, end: start + name.length, name, office: office.replace(FORMER, ''), state });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
