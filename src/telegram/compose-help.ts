import type { Coverage } from './coverage.js';
import { cleanRuns, type RichText } from './rich-text.js';
import type { Texts } from './texts/texts.js';

const SHOWN_BODIES = 12;

/** What the bot covers and how to ask it. `coverage` null: there is no index yet. `commands`: lines of those that this person may use here. */
export function composeHelp(coverage: Coverage | null, texts: Texts, { isWelcome, bot, commands }: { isWelcome: boolean; bot: string; commands: readonly string[] }): RichText {
  return cleanRuns([
    { text: isWelcome ? `${texts.say('welcome')}\n\n` : '' },
    { text: `${sayCoverage(coverage, texts)}\n\n${texts.say('how_to_ask', { bot })}` },
    ...(commands.length === 0 ? [] : [{ text: `\n\n${texts.say('commands_heading')}\n`, isBold: true as const }, { text: commands.join('\n') }]),
    ...(coverage === null || coverage.examples.length === 0 ? [] : [{ text: `\n\n${texts.say('examples_heading')}\n`, isBold: true as const }, { text: coverage.examples.join('\n') }]),
  ]);
}

/** How much is on record, from when to when, of whom. */
export function sayCoverage(coverage: Coverage | null, texts: Texts): string {
  if (coverage === null || coverage.passages === 0) return texts.say('covers_nothing');
  const { documents, articles, firstDate, lastDate } = coverage;
  // A joint record names two organs as one.
  const named = [...new Set(coverage.bodies.flatMap((body) => body.split('、')))];
  const bodies = named.length <= SHOWN_BODIES ? named : [...named.slice(0, SHOWN_BODIES), '…'];
  return texts.say('covers', {
    documents,
    articles,
    dates: firstDate === null || lastDate === null ? '' : texts.say('covers_dates', { first: firstDate, last: lastDate }),
    bodies: bodies.length === 0 ? '' : texts.say('covers_bodies', { names: bodies.join(texts.say('list_comma')) }),
  });
}
