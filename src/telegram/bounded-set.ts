/** A set that forgets its oldest members past `limit`. */
export interface BoundedSet<T> {
  /** True when the member was not there yet. */
  add(member: T): boolean;
}

export function createBoundedSet<T>(limit: number): BoundedSet<T> {
  const members = new Set<T>();
  return {
    add(member) {
      if (members.has(member)) return false;
      members.add(member);
      for (const oldest of members) {
        if (members.size <= limit) break;
        members.delete(oldest);
      }
      return true;
    },
  };
}
