import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ClearError } from '../../domain/errors.js';

const shape = z.object({
  entries: z.array(z.object({ say: z.array(z.string()), write: z.array(z.string()) })),
  same: z.array(z.array(z.string())),
});

/** Reads a thesaurus of spoken and official wordings. Throws ClearError when the file is missing or has another shape. */
export function readThesaurus(file: string | URL): z.infer<typeof shape> {
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new ClearError(`The thesaurus ${String(file)} is missing or not of the shape {"entries": [{"say", "write"}], "same": [[…]]}; take it again from the repository.`, 1, { cause });
  }
}
