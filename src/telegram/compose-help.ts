import { cleanRuns, type RichText } from './rich-text.js';
import type { Coverage, Texts } from './texts.zh.js';

const SHOWN_BODIES = 12;

/** What the bot covers and how to ask it. `coverage` null: there is no index yet. */
export function composeHelp(coverage: Coverage | null, texts: Texts, isWelcome: boolean): RichText {
  const shown = coverage === null ? null : { ...coverage, bodies: shortList(coverage.bodies) };
  return cleanRuns([
    { text: isWelcome ? `${texts.welcome}\n\n` : '' },
    { text: `${shown === null || shown.passages === 0 ? texts.coversNothing : texts.covers(shown)}\n\n${texts.howToAsk}` },
    ...(coverage === null || coverage.examples.length === 0 ? [] : [{ text: `\n\n${texts.examplesHeading}\n`, isBold: true as const }, { text: coverage.examples.join('\n') }]),
  ]);
}

function shortList(bodies: string[]): string[] {
  return bodies.length <= SHOWN_BODIES ? bodies : [...bodies.slice(0, SHOWN_BODIES), '…'];
}
