import type { Texts } from './texts.zh.js';

export const textsEn: Texts = {
  welcome: 'Hello! I am huida. I answer questions from meeting records and show the words they rest on.',
  covers: ({ documents, articles, firstDate, lastDate, bodies }) =>
    `On record: ${documents} documents, ${articles} articles` +
    (firstDate !== null && lastDate !== null ? `, dated ${firstDate} to ${lastDate}` : '') +
    (bodies.length > 0 ? `, of: ${bodies.join(', ')}` : '') +
    '.',
  coversNothing: 'The records are not ready yet. Please ask again shortly.',
  howToAsk:
    'Ask in one sentence, one thing at a time, best with the meeting or the year; the records are in Chinese. You may follow up on your last question.\nEach [1] of an answer has a button below that opens the passage. What is not on record, I say so.\nIn a group use /ask and your question, mention me, or reply to my message.',
  examplesHeading: 'For example:',
  notText: 'I can only read text. Please write your question in one sentence.',
  unknownCommand: 'There is no such command. Just write your question; /help explains more.',
  failed: 'Something broke and this question was not answered. Please ask again shortly.',
  sourcesHeading: 'Sources',
  nearestHeading: 'Nearest records (not the answer)',
  passageGone: 'This passage cannot be found any more. Please ask your question again.',
  unknownButton: 'This button no longer works. Please ask your question again.',
  withoutTitle: '(untitled)',
  leftOut: '(left out)',
  separator: ' · ',
  place: ({ file, page, startLine, endLine }) =>
    `${file}${page === null ? '' : `, page ${page}`}, ${startLine === endLine ? `line ${startLine}` : `lines ${startLine}–${endLine}`}`,
  commands: [
    { command: 'ask', description: 'Ask: write your question after /ask' },
    { command: 'help', description: 'What is covered and how to ask' },
    { command: 'start', description: 'Start' },
  ],
};
