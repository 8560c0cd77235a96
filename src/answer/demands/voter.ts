import { findPeople } from '../../language/people.js';
import { surnameAt } from '../../language/people-words.js';
import { splitSentences } from '../../language/sentences.js';

const VOTE = '(?:投了?|表示|提出)?(?:反对|弃权|赞成)';
const SUBJECT = new RegExp(`^(?:请问|为什么|为何|为啥|凭什么)?([\\u4e00-\\u9fff]{3})(?:在[^,。;]{2,30}?[上中里])?(?:为什么|为何|为啥|凭什么)?(?:要|会)?${VOTE}`);

/** Who is said in a folded question to have voted or stood against something; null where nobody is. */
export function voterIn(folded: string): string | null {
  const known = findPeople(folded).find(({ end }) => new RegExp(`^[^,。;]{0,40}?${VOTE}`).test(folded.slice(end)));
  const subject = SUBJECT.exec(folded)?.[1];
  return known?.name ?? (subject !== undefined && surnameAt(subject, 0) !== null ? subject : null);
}

/** Whether one sentence of a folded text tells how that person voted or stood. */
export function isVoteTold(voter: string, said: string): boolean {
  return splitSentences(said).some(({ start, end }) => {
    const sentence = said.slice(start, end);
    return sentence.includes(voter) && /反对|弃权|赞成/.test(sentence);
  });
}
