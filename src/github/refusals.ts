/** So often in an hour one installation's minutes may ask another's in vain whether it agrees. */
const MOST = 60;

const HOUR_MS = 60 * 60 * 1000;

/** Counts who was asked in vain, and who asked. */
export interface Refusals {
  readonly mayAsk: (by: string, asked: string) => boolean;
  readonly note: (by: string, asked: string) => void;
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
    mayAsk: (by, asked) => recent(`${by} ${asked}`).count < most,
    note(by, asked) {
      const key = `${by} ${asked}`;
      const { since, count } = recent(key);
      if (counts.size > 10_000) counts.clear();
      counts.set(key, { since, count: count + 1 });
    },
  };
}
