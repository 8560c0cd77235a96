import { join } from 'node:path';
import { openRecordFacts } from './adapters/sqlite/record-facts.js';
import { publishCorrection, withdrawCorrection } from './answer/curated/publish-correction.js';
import { type Config, readConfig } from './config.js';
import { ClearError } from './domain/errors.js';
import { askersToTell } from './review/askers-to-tell.js';
import { decideOnRecord } from './review/decide-on-record.js';
import { createReviews } from './review/review-state.js';
import { createWaitingRecords } from './review/waiting-records.js';
import type { Moderation } from './telegram/moderation/moderation.js';
import { makeConsoleLink, openHouseConsoleFile } from './wire-console.js';
import { type BoundHouse, LOG_FILE } from './wiring.js';

/** Passages offered to whoever writes the right answer. */
const OFFERED = 8;

/** What moderators do from the chat, over the files that the console uses too. `roles` are read at every link; replaced in tests. */
export function wireModeration(config: Config, house: BoundHouse, roles: () => Config['roles'] = () => readConfig().roles): { moderation: Moderation; close: () => void } {
  // The log must be there before its reader is.
  house.log();
  const file = openHouseConsoleFile(config);
  const facts = openRecordFacts(join(config.dataFolder, LOG_FILE));
  const reviews = createReviews(file.actions, facts.feedback);
  const waiting = createWaitingRecords(facts, reviews);
  const moderation: Moderation = {
    waiting,
    review: (recordId) => reviews().of(recordId),
    decide: (decision) => decideOnRecord({ ...decision, nowMs: Date.now() }, file.actions, reviews),
    async basisOf(recordId) {
      const record = house.log().find(recordId);
      if (record === null) return null;
      const question = record.question.history.length > 0 && record.standaloneQuestion !== '' ? record.standaloneQuestion : record.question.question;
      const { corpus } = await house.generation();
      const cited = record.answer.citations.flatMap(({ passageId }) => corpus.passageById(passageId) ?? []);
      const found = (await house.search(question, OFFERED)).map(({ passage }) => passage);
      return { question, passages: [...cited, ...found.filter(({ passageId }) => !cited.some((passage) => passage.passageId === passageId))].slice(0, OFFERED) };
    },
    async passages(ids) {
      const { corpus } = await house.generation();
      return ids.flatMap((id) => corpus.passageById(id) ?? []);
    },
    publish(correction) {
      if (file.curated.all().some(({ id }) => id === correction.id)) return 'repeated';
      return reviews().of(correction.recordId).version === correction.version ? publishCorrection({ ...correction, nowMs: Date.now() }, file) : 'stale';
    },
    withdraw: (id, personId) => withdrawCorrection({ id, personId, nowMs: Date.now() }, file),
    corrections(after) {
      const actions = file.actions.after(after);
      const live = new Map(file.curated.all().map((curated) => [curated.id, curated]));
      // A correction that was taken back meanwhile is told to nobody.
      const published = actions.flatMap(({ action, detail }) => (action === 'published' ? (live.get(String(detail.curated)) ?? []) : []));
      const find = (recordId: string) => house.log().find(recordId);
      const corrections = published.map((curated) => ({ curatedId: curated.id, question: curated.question, answer: curated.answer, askers: askersToTell(curated, facts.feedback.after(0), find) }));
      return { sequence: actions.at(-1)?.sequence ?? after, corrections };
    },
    note: (personId, action, subject, detail) => { file.actions.append({ atUtc: new Date().toISOString(), personId, action, subject, detail }); },
    consoleLink(personId) {
      if (config.consolePort === null && config.consoleAddress === null) return null;
      try {
        const link = makeConsoleLink({ ...config, roles: roles() }, personId);
        file.actions.append({ atUtc: new Date().toISOString(), personId, action: 'asked for a link', subject: '', detail: {} });
        return link;
      } catch (error) {
        if (error instanceof ClearError) return null;
        throw error;
      }
    },
  };
  return {
    moderation,
    close: () => {
      file.close();
      facts.close();
    },
  };
}
