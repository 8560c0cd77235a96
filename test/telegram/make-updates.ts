import type { Answer, Citation, PassageView } from '../../src/domain/answer.js';
import { FAKE_ME } from './fake-bot-api.js';

let lastUpdateId = 500_000;
let lastMessageId = 0;

export const GROUP_ID = -1_001_234_567_890;

/** A text in the private chat of the person with this id. */
export function privateText(personId: number, text: string, more: object = {}) {
  return messageUpdate({ text, chat: { id: personId, type: 'private', first_name: 'P' }, from: person(personId), ...more });
}

export function groupText(personId: number, text: string, more: object = {}) {
  return messageUpdate({ text, chat: { id: GROUP_ID, type: 'supergroup', title: 'G' }, from: person(personId), ...more });
}

/** A file sent to the bot in a private chat. */
export function documentUpdate(personId: number, document: object, more: object = {}) {
  return messageUpdate({ chat: { id: personId, type: 'private', first_name: 'P' }, from: person(personId), document: { file_unique_id: 'u', ...document }, ...more });
}

export function messageUpdate(fields: object) {
  return { update_id: ++lastUpdateId, message: { message_id: ++lastMessageId, date: 1_700_000_000, ...fields } };
}

/** A press of a button under a message of the bot. */
export function press(personId: number, data: string | undefined, messageId = 1_000, more: object = {}) {
  const message = { message_id: messageId, date: 1_700_000_000, chat: { id: personId, type: 'private', first_name: 'P' }, from: FAKE_ME, text: 'x' };
  const update_id = ++lastUpdateId;
  return { update_id, callback_query: { id: `q${update_id}`, from: person(personId), chat_instance: '1', message, ...(data === undefined ? {} : { data }), ...more } };
}

export function person(id: number, languageCode = 'zh-hans') {
  return { id, is_bot: false, first_name: 'P', language_code: languageCode };
}

export function makePassage(fields: Partial<PassageView> = {}): PassageView {
  return {
    passageId: 'gov.md#1.1-abcd1234',
    articleId: 'gov.md#1',
    documentId: 'gov.md',
    title: '政府工作报告',
    body: '市人民代表大会',
    meeting: '第十五届第四次会议',
    date: '2025-02-20',
    source: { file: 'gov.md', page: 3, startLine: 10, endLine: 12 },
    text: '会议听取了报告。地区生产总值增长 5.5%。会议决定批准这个报告。',
    ...fields,
  };
}

export function makeCitation(marker: number, fields: Partial<Citation> = {}): Citation {
  return { ...makePassage(), marker, quote: '地区生产总值增长 5.5%', ...fields };
}

export function makeAnswer(id: string, fields: Partial<Answer> = {}): Answer {
  return {
    id,
    question: '增长多少？',
    status: 'answered',
    answer: '地区生产总值增长 5.5%。[1]',
    verdict: null,
    citations: [makeCitation(1)],
    nearest: [],
    engine: 'extract',
    asOf: '2025-02-20',
    durationMs: 7,
    ...fields,
  };
}

/** The same as a stub of `ask` returns it. */
export function answered(id: string, fields: Partial<Answer> = {}): Promise<Answer> {
  return Promise.resolve(makeAnswer(id, fields));
}
