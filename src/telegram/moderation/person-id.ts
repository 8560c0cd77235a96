import type { Visit } from '../visit.js';

/** Who acts, as the log of actions and the console know them: moderators act under their own id. Throws for a channel, which has no rights. */
export function personIdOf({ user }: Pick<Visit, 'user'>): string {
  if (user === undefined) throw new Error('nobody acts here');
  return String(user.id);
}
