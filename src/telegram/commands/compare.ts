import type { Texts } from '../texts/texts.js';

/** `/compare A and B`: the question it stands for; null when nothing was written. */
export function comparisonQuestion(written: string, texts: Texts): string | null {
  const matter = written.trim().replace(/[。.\s]+$/u, '');
  if (matter === '') return null;
  return /[?？]$|相比|相差|比较|比較|多多少|少多少|difference|compare/iu.test(matter) ? matter : texts.say('compare_question', { matter });
}
