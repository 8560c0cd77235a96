const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';
/** The first two digits name a province (GB/T 2260): a number that begins otherwise is a date, a file or a sum. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

/** True for an 18-character number of a Chinese identity card: a possible birthday and the right check digit (GB 11643-1999). */
export function isIdentityCard(text: string): boolean {
  if (!/^[1-9]\d{5}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return CHECK_DIGITS[sum % 11] === text[17]?.toUpperCase();
}

/** True for 15 digits in the form used until 1999: province, district, birthday with two digits for the year, no check digit. */
export function isOldIdentityCard(text: string): boolean {
  return /^\d{6}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/.test(text) && PROVINCE.test(text);
}
