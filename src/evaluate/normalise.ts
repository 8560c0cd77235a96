/** Compared text: one width and case, without white space, punctuation, Markdown signs and full stops outside numbers. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b*_`#>|-]+/gu, '')
    .replace(/(?<!\d)\.|\.(?!\d)/gu, '')
    .replace(/[，,。；;：:、"'“”‘’「」『』（）()《》<>[\]【】]/gu, '');
}

export function withoutMarkers(text: string): string {
  return text.replace(/\[\d+\]/gu, '');
}

/** True when `gold` stands in `answer` and is not a piece of a longer figure: 5% is not in 4.5%. Both normalised. */
export function holdsReference(answer: string, gold: string): boolean {
  for (let at = answer.indexOf(gold); at >= 0; at = answer.indexOf(gold, at + 1)) {
    const isTailOfFigure = /^\d/u.test(gold) && /[\d.]/u.test(answer[at - 1] ?? '');
    const isHeadOfFigure = /\d$/u.test(gold) && /^(?:\d|\.\d)/u.test(answer.slice(at + gold.length));
    if (!isTailOfFigure && !isHeadOfFigure) return true;
  }
  return false;
}

/** Share of the character bigrams of `gold` that stand in `answer`, each as often as it occurs; 0 to 1. */
export function bigramRecall(gold: string, answer: string): number {
  if (gold.length < 2) return answer.includes(gold) ? 1 : 0;
  const wanted = countBigrams(gold);
  const present = countBigrams(answer);
  let found = 0;
  for (const [bigram, count] of wanted) found += Math.min(count, present.get(bigram) ?? 0);
  return found / (gold.length - 1);
}

function countBigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let index = 0; index + 2 <= text.length; index++) {
    const bigram = text.slice(index, index + 2);
    counts.set(bigram, (counts.get(bigram) ?? 0) + 1);
  }
  return counts;
}
