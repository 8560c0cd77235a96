import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStaffThesaurus, readThesaurus } from '../../../src/adapters/thesaurus/read-thesaurus.js';
import { ClearError } from '../../../src/domain/errors.js';
import { temporaryFolder } from '../temporary-folder.js';

function written(text: string): string {
  const file = join(temporaryFolder(), 'thesaurus.json');
  writeFileSync(file, text);
  return file;
}

describe('the thesaurus of the staff', () => {
  it('is empty where nobody wrote one, while the built-in one must be there', () => {
    const file = join(temporaryFolder(), 'thesaurus.json');
    expect(readStaffThesaurus(file)).toEqual({ entries: [], same: [] });
    expect(() => readThesaurus(file)).toThrow(ClearError);
  });

  it('may hold one of its lists only, and begin with a byte order mark', () => {
    expect(readStaffThesaurus(written('\uFEFF{"same": [["物管会", "物业管理委员会"]]}'))).toEqual({ entries: [], same: [['物管会', '物业管理委员会']] });
  });

  it.each([
    ['{"entries": [', 'is not JSON'],
    ['[]', 'at its top [], but must have an object {"entries": […], "same": […]}'],
    ['{"entrys": []}', 'no keys but "entries", "same" and "note"'],
    ['{"entries": [{"say": ["a"], "write": ["b"]}, {"say": "大白楼", "write": ["b"]}]}', 'at entries[1].say "大白楼", but must have a list of at least one wording'],
    ['{"entries": [{"say": ["a"]}]}', 'at entries[0].write nothing, but must have a list of at least one wording'],
    ['{"entries": [{"say": ["a", 5], "write": ["b"]}]}', 'at entries[0].say[1] 5, but must have a wording of 1 to 40 characters'],
    ['{"entries": [{"say": ["a"], "write": ["b"], "or": 1}]}', 'at entries[0] {"say":["a"],"write":["b"],"or":1}, but must have no keys but "say" and "write"'],
    ['{"same": [["业委会"]]}', 'at same[0] ["业委会"], but must have a list of at least two wordings'],
    ['{"same": [["业委会", " "]]}', 'at same[0][1] " ", but must have a wording of 1 to 40 characters'],
  ])('says of %s which place is wrong and what is allowed', (text, said) => {
    const read = (): unknown => readStaffThesaurus(written(text));
    expect(read).toThrow(ClearError);
    expect(read).toThrow(said);
  });
});
