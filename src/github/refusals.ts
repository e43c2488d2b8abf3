/** So often in an hour one installation's minutes may ask another's in vain whether it agrees. */
const MOST = 60;

const HOUR_MS = 60 * 60 * 1000;

/** Counts who was asked in vain, and by whom. */
export interface Refusals {
  readonly mayAsk: (by: string, whom: string) => boolean;
  readonly note: (by: string, whom: string) => void;
}

/**
 * @param now - In milliseconds.
 * @param most - In an hour.
 */
export function createRefusals(now: () => number, most = MOST): Refusals {
  const counts = new Map<string, { readonly since: number; readonly count: number }>();
  const recent = (key: string) => {
    const found = counts.get(key);
    return found === undefined || now() - found.since >= HOUR_MS ? { since: now(), count: 0 } : found;
  };
  return {
    mayAsk: (by, whom) => recent(`${by} ${whom}`).count < most,
    note(by, whom) {
      const key = `${by} ${whom}`;
      const { since, count } = recent(key);
      if (counts.size > 10_000) counts.clear();
      counts.set(key, { since, count: count + 1 });
    },
  };
}
