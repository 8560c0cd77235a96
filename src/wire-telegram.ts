import { viewOf } from './answer/cite.js';
import { maskPersonalData } from './language/personal-data.js';
import type { Feedback, Holdings, Surroundings } from './telegram/backroom.js';
import type { Generation } from './ports/generation.js';
import type { BoundHouse } from './wiring.js';

/** What the bot shows of the index beside answers, and what it brings back for those who review. */
export function wireTelegram({ generation, related, openPassage, log, status, coverage }: Pick<BoundHouse, 'generation' | 'related' | 'openPassage' | 'log' | 'status' | 'coverage'>) {
  return {
    noteFeedback: ({ answerId, person, vote, reason, comment }: Feedback): void => {
      log().feedback.append({ recordId: answerId, atUtc: new Date().toISOString(), kind: vote, reason, comment: comment === null ? null : maskPersonalData(comment).text, asker: person });
    },
    corpus: { state: status, coverage: async () => (await coverage()).coverage },
    related,
    surroundings: async (passageId: string): Promise<Surroundings | null> => {
      const { kind } = await openPassage(passageId);
      return kind === 'past' || kind === 'withdrawn' ? { before: '', after: '', standing: kind } : surroundingsOf(passageId, await generation());
    },
    holdings: async () => holdingsOf(await generation()),
  };
}

/** Null for a passage that is not indexed now, or whose words changed: its id holds a digest of them. */
function surroundingsOf(passageId: string, { corpus }: Generation): Surroundings | null {
  const passage = corpus.passageById(passageId);
  if (passage === null) return null;
  const { text } = corpus.article(corpus.articleOfRow(passage.row));
  return { before: text.slice(0, passage.start), after: text.slice(passage.end) };
}

function holdingsOf({ corpus }: Generation): Holdings {
  return {
    headers: corpus.headers,
    firstPassage(articleId) {
      const article = corpus.headers.findIndex((header) => header.articleId === articleId);
      const [passage] = article < 0 ? [] : corpus.passages([corpus.rowsOfArticle(article).first]);
      return passage === undefined ? null : viewOf(passage);
    },
  };
}
