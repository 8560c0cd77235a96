/** Counts wrong links: a guesser of 128 bits gets nowhere, and should not get to try ten thousand times a minute either. */
export function countAttempts(most: number, withinMs: number): { isTooMany(nowMs: number): boolean; add(nowMs: number): void } {
  let times: number[] = [];
  return {
    isTooMany: (nowMs) => {
      times = times.filter((time) => time > nowMs - withinMs);
      return times.length >= most;
    },
    add: (nowMs) => { times.push(nowMs); },
  };
}
