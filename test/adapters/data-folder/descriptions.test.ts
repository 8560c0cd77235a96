import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDescriptions } from '../../../src/adapters/data-folder/descriptions.js';
import { ClearError } from '../../../src/domain/errors.js';
import { temporaryFolder } from '../../adapters/temporary-folder.js';

function read(content: string | Uint8Array): ReturnType<typeof readDescriptions> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'descriptions.yaml'), content);
  return readDescriptions(folder);
}

describe('descriptions.yaml', () => {
  it('says what is right of documents and articles', () => {
    expect(read('page.txt#2:\n  title: 关于修桥的决定\n  date: 2025-02-20\n  kind: resolution\n"a: b.md":\n  body: 市政协\n  meeting: null\n  date: null\n')).toEqual(new Map([
      ['page.txt#2', { title: '关于修桥的决定', date: '2025-02-20', kind: 'resolution' }],
      ['a: b.md', { body: '市政协', meeting: '', date: null }],
    ]));
    expect([read(''), read('# nothing yet\n'), readDescriptions(temporaryFolder())]).toEqual([new Map(), new Map(), new Map()]);
  });

  it.each([
    ['a.md:\n  date: 2025-02-30\n', '"a.md" has date "2025-02-30", but it must be a day of the calendar as YYYY-MM-DD, or null; correct it and ingest again.'],
    ['a.md:\n  kind: decree\n', '"a.md" has kind "decree", but it must be one of resolution, report, speech, minutes, news, notice, announcement, record, other; correct'],
    ['a.md:\n  titel: x\n', '"a.md" has "titel", but only title, body, meeting, date, kind can be corrected; correct'],
    ['a.md:\n  title: 5\n', '"a.md" has title 5, but it must be text; put it in quotation marks; correct'],
    ['a.md: resolution\n', '"a.md" says nothing that is known; write title, body, meeting, date or kind, each with a colon and its value; correct'],
    ['- a.md\n', 'it must name documents or articles by their ids, each with what is right about it below; correct'],
    ['a.md:\n  title: "open\n', 'line 3 is not YAML (Missing closing "quote); correct'],
    ['a.md:\n  title: x\na.md:\n  title: y\n', 'is not YAML (Map keys must be unique); correct'],
    [Uint8Array.from([0x61, 0x3a, 0x20, 0xff]), 'it cannot be read as UTF-8; correct it and ingest again.'],
  ])('%j is refused in one sentence', (content, sentence) => {
    expect(() => read(content)).toThrow(ClearError);
    expect(() => read(content)).toThrow(sentence);
  });
});
