import type { User } from 'grammy/types';

/** `team`: staff or moderators. */
export type Role = 'citizen' | 'staff' | 'moderator' | 'team' | 'administrator';

/** Telegram ids of those who may do more than ask. */
export interface RoleList {
  staff: readonly number[];
  moderators: readonly number[];
  administrators: readonly number[];
}

/**
 * The only place where a right is decided: by the id of the person who acts, never by a name, a chat or what a message says.
 * Staff keep the records, moderators judge the answers, administrators may do both. A bot, a channel and an administrator
 * who stays anonymous are citizens.
 */
export function hasRole(user: User | undefined, role: Role, { staff, moderators, administrators }: RoleList): boolean {
  if (role === 'citizen') return true;
  if (user === undefined || user.is_bot) return false;
  if (administrators.includes(user.id)) return true;
  const [isStaff, isModerator] = [staff.includes(user.id), moderators.includes(user.id)];
  return (isStaff && (role === 'staff' || role === 'team')) || (isModerator && (role === 'moderator' || role === 'team'));
}
