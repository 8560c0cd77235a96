import { join } from 'node:path';
import { createHashedEmbedder } from './adapters/embedding/hashed-embedder.js';
import { openVectorCache } from './adapters/sqlite/vector-cache.js';
import type { Config } from './config.js';
import { ClearError } from './domain/errors.js';
import { indexTerms, TEXT_VERSION } from './language/tokens.js';
import { EmbedderFault, type Embedder } from './ports/embedder.js';

/** Vectors that the configured model gave, in the data folder. */
const VECTORS_FILE = 'embeddings.sqlite';
/** A question waits no longer for its vector; a build has patience. */
const QUESTION = { timeoutMs: 2500, retries: 0 };
const BUILD = { timeoutMs: 60_000, retries: 5 };
/** How long a model is left alone after a fault: words alone answer meanwhile. */
const REST_MS = 30_000;

interface Expected {
  embeddingModel: string;
  dimension: number;
  textVersion: string;
}

/** The embedders of one data folder. */
export interface Embedders {
  /** What the live generation must have been built with, by the model that its manifest names: the configured one, or the built-in one that stood in for it. */
  expected: (liveModel: string | null) => Expected;
  question: Embedder;
  /** The configured one; the built-in one, with a notice, while that cannot be reached. */
  forBuild: () => Promise<Embedder>;
  close(): void;
}

/** Binds the built-in embedder and, where one is configured, a model behind an address. Nothing is opened before it is needed. */
export function bindEmbedding({ embedding, dataFolder }: Pick<Config, 'embedding' | 'dataFolder'>, onNotice: (line: string) => void): Embedders {
  const local = createHashedEmbedder(indexTerms);
  const expectedOf = ({ model, dimension }: Pick<Embedder, 'model' | 'dimension'>): Expected => ({ embeddingModel: model, dimension, textVersion: TEXT_VERSION });
  if (embedding === null) return { expected: () => expectedOf(local), question: local, forBuild: () => Promise.resolve(local), close: () => undefined };

  const { name, dimension } = embedding;
  let opened: ReturnType<typeof openVectorCache> | null = null;
  const cache = (): ReturnType<typeof openVectorCache> => (opened ??= openVectorCache(join(dataFolder, VECTORS_FILE)));
  const modelName = (): string => `api:${name}#${cache().revision(name)}`;
  const create = async (patience: typeof BUILD) => {
    const { createApiEmbedder } = await import('./adapters/openai/api-embedder.js');
    return createApiEmbedder({ name, dimension, address: embedding, model: modelName(), ...patience }, cache());
  };
  let restingUntilMs = 0;
  let checked: ReturnType<typeof checkedForQuestions> | null = null;
  async function checkedForQuestions(): Promise<Embedder> {
    const embedder = await create(QUESTION);
    if (await embedder.hasChanged()) throw new EmbedderFault('the model behind its name has changed');
    return embedder;
  }
  const remote: Embedder = {
    get model() { return modelName(); },
    dimension,
    async embed(texts) {
      if (Date.now() < restingUntilMs) throw new EmbedderFault('the embedding model is left alone after a fault');
      try {
        return await (await (checked ??= checkedForQuestions())).embed(texts);
      } catch (error) {
        checked = null;
        restingUntilMs = Date.now() + REST_MS;
        if (error instanceof EmbedderFault) onNotice(`Questions are searched for by words alone for ${REST_MS / 1000} s: ${error.message}.`);
        throw error;
      }
    },
  };

  return {
    expected: (liveModel) => (liveModel === local.model ? expectedOf(local) : expectedOf(remote)),
    question: { model: local.model, dimension: local.dimension, embed: async (texts) => await local.embed(texts), forIndex: (model) => (model === local.model ? local : model === modelName() ? remote : null) },
    async forBuild() {
      let embedder = await create(BUILD);
      try {
        if (await embedder.hasChanged()) {
          onNotice(`The server gives other vectors for ${name} than before: everything is embedded anew.`);
          cache().nextRevision(name);
          embedder = await create(BUILD);
          await embedder.hasChanged();
        }
      } catch (error) {
        if (!(error instanceof EmbedderFault)) throw error;
        onNotice(`The embedding model ${name} cannot be used now (${error.message}): the index is built with the built-in one; run "huida ingest" again later.`);
        return local;
      }
      return { ...embedder, embed: async (texts) => await embedder.embed(texts).catch((error: unknown) => { throw error instanceof EmbedderFault ? stopped(name, error) : error; }) };
    },
    close: () => {
      opened?.close();
      opened = null;
    },
  };
}

function stopped(name: string, fault: EmbedderFault): ClearError {
  return new ClearError(`The embedding model ${name} gave no vectors that can be used (${fault.message}); what was embedded is kept, the index stays as it was. Run "huida ingest" again to go on from there.`, 1, { cause: fault });
}
