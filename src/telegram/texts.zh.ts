import type { SourcePlace } from '../domain/corpus.js';

/** What the index holds; dates are ISO, null while nothing dated is indexed. */
export interface Coverage {
  documents: number;
  articles: number;
  passages: number;
  firstDate: string | null;
  lastDate: string | null;
  /** Organs, those with most records first. */
  bodies: string[];
  /** Questions that these records answer. */
  examples: string[];
}

/** Every sentence of the interface in one language. Answers and canned replies come from the pipeline. */
export interface Texts {
  welcome: string;
  covers(coverage: Coverage): string;
  coversNothing: string;
  howToAsk: string;
  examplesHeading: string;
  notText: string;
  unknownCommand: string;
  failed: string;
  sourcesHeading: string;
  nearestHeading: string;
  passageGone: string;
  unknownButton: string;
  withoutTitle: string;
  leftOut: string;
  separator: string;
  place(source: SourcePlace): string;
  commands: { command: string; description: string }[];
}

export const textsZh: Texts = {
  welcome: '您好！我是会答，根据会议记录回答问题，并给出原文出处。',
  covers: ({ documents, articles, firstDate, lastDate, bodies }) =>
    `收录 ${documents} 份文件、${articles} 篇文章` +
    (firstDate !== null && lastDate !== null ? `，日期从 ${firstDate} 到 ${lastDate}` : '') +
    (bodies.length > 0 ? `，涉及：${bodies.join('、')}` : '') +
    '。',
  coversNothing: '资料库还没有准备好，请稍后再问。',
  howToAsk:
    '用一句话提问，一次问一件事，最好写明会议或年份。可以接着上一个问题追问。\n答案里的 [1] 对应下面的按钮，点开就能看到原文。记录里没有的，我会说没有找到。\n在群里请用 /ask 加问题，或者 @ 我，或者回复我的消息。',
  examplesHeading: '例如：',
  notText: '我只能读文字，请把问题写成一句话发给我。',
  unknownCommand: '没有这个命令。直接写出问题就可以，/help 有说明。',
  failed: '出了一点故障，这个问题没有答成，请稍后再问一次。',
  sourcesHeading: '出处',
  nearestHeading: '相近的记录（不是答案）',
  passageGone: '找不到这段原文了，请把问题再问一次。',
  unknownButton: '这个按钮已经失效，请把问题再问一次。',
  withoutTitle: '（无标题）',
  leftOut: '（略）',
  separator: ' · ',
  place: ({ file, page, startLine, endLine }) =>
    `${file}${page === null ? '' : `，第 ${page} 页`}，第 ${startLine === endLine ? startLine : `${startLine}–${endLine}`} 行`,
  commands: [
    { command: 'ask', description: '提问：/ask 后面写问题' },
    { command: 'help', description: '收录范围和提问方法' },
    { command: 'start', description: '开始' },
  ],
};
