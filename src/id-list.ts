import { z } from 'zod';

/** Accounts of Telegram's own that many people speak through: anonymous administrators, channels, forwarded service messages. */
const SHARED = new Set([1_087_968_824, 136_817_688, 777_000]);

/** Telegram ids of people, separated by commas or spaces. */
export const idList = z
  .string()
  .refine((text) => idsOf(text).every((id) => Number.isSafeInteger(id) && id > 0), 'Telegram ids, whole numbers above 0 with commas between, such as 123456789,987654321; a user name is no id (the person can ask @userinfobot for it)')
  .refine((text) => !idsOf(text).some((id) => SHARED.has(id)), 'ids of people: 1087968824, 136817688 and 777000 are accounts that anybody speaks through')
  .refine((text) => new Set(idsOf(text)).size === idsOf(text).length, 'a list in which no id stands twice');

/** The ids of a list that was checked; none for null. */
export function idsOf(text: string | null): number[] {
  return text === null ? [] : text.split(/[,，\s]+/u).filter((part) => part !== '').map((part) => (/^\d+$/u.test(part) ? Number(part) : Number.NaN));
}
