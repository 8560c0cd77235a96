/** Why a generation is not used, as the middle of a sentence. Caught where the generation was to be opened. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** The whole sentence for whoever asked: what was found, and what to do next. */
export function refusalSentence(error: unknown, dataFolder: string): string {
  const reason = error instanceof Error ? error.message.replace(/[.\s]+$/u, '') : String(error);
  return `The index in ${JSON.stringify(dataFolder)} is not used because ${reason}; run "huida ingest" to build it again.`;
}
