import { STATUS_TABLE, type Status } from '../domain/status.js';

/** Telephone numbers that somebody in danger is told, each as it is shown. */
export interface HelpNumbers {
  police: string;
  ambulance: string;
  counselling: string;
}

/** Of the mainland of China; 12356 is the counselling line of all its provinces. */
export const HELP_NUMBERS: HelpNumbers = { police: '110', ambulance: '120', counselling: '12356' };

/** What a citizen reads when there is no answer: which part is not on record, and what to do next. */
export function refusalReply(status: Status, missing: string, language: 'zh' | 'en', numbers: HelpNumbers = HELP_NUMBERS): string {
  const reply = STATUS_TABLE[status].reply[language].replace(/\{(police|ambulance|counselling)\}/g, (_, whose: keyof HelpNumbers) => numbers[whose]);
  if (missing === '' || !status.startsWith('refused_')) return reply;
  return language === 'zh' ? `${reply}没有找到的部分：${missing}。` : `${reply} Not found: ${missing}.`;
}

/** The line under an answer that covers only a part of the question. */
export function missingLine(missing: string | undefined, language: 'zh' | 'en'): string {
  if (missing === undefined || missing === '') return '';
  return language === 'zh' ? `\n资料中没有找到的部分：${missing}。` : `\nNot found on record: ${missing}.`;
}

/** The line under an answer to a question that was completed from the conversation although it could have been meant alone. */
export function assumedLine(standaloneQuestion: string, language: 'zh' | 'en'): string {
  if (standaloneQuestion === '') return '';
  const question = standaloneQuestion.replace(/[?？\s]+$/, '');
  return language === 'zh' ? `\n（按“${question}”理解）` : `\n(Read as: “${question}”)`;
}
