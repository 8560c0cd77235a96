const SORRY = '(?:(?:不对|不是这个(?:意思)?|错了|我?[说问打写搞弄]错了|更正(?:一下)?|纠正(?:一下)?|不好意思|抱歉|对不起|哦不|no|sorry)[，,。！!、\\s]+)';
/** 我问的是…, 我是说…, 我的意思是… */
const MEANT = '(?:我(?:其实|是)?(?:想)?[问说指讲要](?:的)?(?:其实)?是|我是(?:想)?[问说指]|我的意思是|(?:i (?:meant|mean|was asking about)))[，,：:\\s]*';
const SORRY_BUT = new RegExp(`^${SORRY}+(?:${MEANT}|我(?:是)?(?:想)?[问说指要]的?|应该是|应为|是)?`, 'i');
const MEANT_ONLY = new RegExp(`^(?:不是[，,])?${MEANT}`, 'i');
/** 不是第三次，是第四次 */
const NOT_BUT = /^(?:我[问说指]的)?(?:不是|不问|没问|并非)[问说指]?[^，,。]{1,20}[，,]\s*(?:而)?(?:我[问说指]的)?(?:是|而是|应该是|我问的是)(.+)$/;
const BUT_NOT = /^(?:我[问说指]的)?是([^，,。]{1,20})[，,]\s*(?:而)?(?:不是|并非).+$/;

/** What a correction (我问的是…, 不是…，是…, 说错了，…) puts in the place of what was asked; null when nothing is corrected. */
export function correctionIn(message: string): string | null {
  const text = message.trim().replace(/[。！!\s]+$/, '');
  const swapped = NOT_BUT.exec(text)?.[1] ?? BUT_NOT.exec(text)?.[1];
  if (swapped !== undefined) return isValue(swapped) ? swapped : null;
  const opening = SORRY_BUT.exec(text)?.[0] ?? MEANT_ONLY.exec(text)?.[0];
  const rest = opening === undefined ? '' : text.slice(opening.length);
  return isValue(rest) ? rest : null;
}

function isValue(text: string): boolean {
  return text.replace(/[?？\s]/g, '').length >= 2 && !/[吗吧]\s*[?？]?$/.test(text);
}
