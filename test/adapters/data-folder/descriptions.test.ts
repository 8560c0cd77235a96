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
    ['a.md:\n  titel: x\n', '"a.md" has "titel", but only title, body, meeting, date, kind, people, figures can be corrected; correct'],
    ['a.md:\n  title: 5\n', '"a.md" has title 5, but it must be text; put it in quotation marks; correct'],
    ['a.md: resolution\n', '"a.md" says nothing that is known; write title, body, meeting, date, kind, people or figures, each with a colon and its value; correct'],
    ['a.md:\n  people:\n    - name: 周明远\n', '"a.md" has no people[1].office, but it must be text; put it in quotation marks; correct'],
    ['a.md:\n  people:\n    - { name: 周明远, office: 市长, state: gone }\n', '"a.md" has people[1].state "gone", but it must be one of holds, acting, former, ended; correct'],
    ['a.md:\n  people:\n    - { name: 周明远, office: 市长, asOf: 2025-13-01 }\n', '"a.md" has people[1].asOf "2025-13-01", but it must be a day of the calendar as YYYY-MM-DD, or null; correct'],
    ['a.md:\n  people: 周明远\n', '"a.md" has people "周明远", but it must be a list of names with their offices; correct'],
    ['a.md:\n  people:\n    - { name: 周明远, office: 市长, since: 2024 }\n', '"a.md" has "since" in people[1], but only name, office, state, asOf can be corrected; correct'],
    ['a.md:\n  figures:\n    - figure: 很多\n', '"a.md" has figures[1].figure "很多", but it must be one figure as it is printed, with its unit: "5.2%"; correct'],
    ['a.md:\n  figures:\n    - { figure: 5%, period: 2024 }\n', '"a.md" has figures[1].period 2024, but it must be text; put it in quotation marks; correct'],
    ['a.md:\n  figures:\n    - { figure: 5%, period: "2024-13" }\n', '"a.md" has figures[1].period "2024-13", but it must be a year or a part of one: "2024", "2024-05", "2024-H1", "2024-Q3", "2024-01/2024-09"; correct'],
    ['a.md:\n  figures:\n    - { figure: 5% }\n    - { figure: 5%, kind: hope }\n', '"a.md" has figures[2].kind "hope", but it must be one of target, result; correct'],
    ['- a.md\n', 'it must name documents or articles by their ids, each with what is right about it below; correct'],
    ['a.md:\n  title: "open\n', 'line 3 is not YAML (Missing closing "quote); correct'],
    ['a.md:\n  title: x\na.md:\n  title: y\n', 'is not YAML (Map keys must be unique); correct'],
    [Uint8Array.from([0x61, 0x3a, 0x20, 0xff]), 'it cannot be read as UTF-8; correct it and ingest again.'],
  ])('%j is refused in one sentence', (content, sentence) => {
    expect(() => read(content)).toThrow(ClearError);
    expect(() => read(content)).toThrow(sentence);
  });
});
