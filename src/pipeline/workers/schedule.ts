/** Which of two pools of threads does a piece of work: the one whose only thread may do what is large, or the other. */
export type Place = "large" | "small";

interface Waiting {
  readonly isLarge: boolean;
  readonly begin: (place: Place) => void;
}

/**
 * Gives each piece of work a thread in turn. One thread does what is large, and helps the others while nothing large
 * waits; what is small never waits for what is large, as long as there is more than one thread.
 */
export function makeSchedule(threads: number) {
  const waiting: Waiting[] = [];
  const free = { large: 1, small: threads - 1 };
  const isSmall = ({ isLarge }: Waiting) => !isLarge;
  const findNext = (): readonly [Place, number] | null => {
    const small = waiting.findIndex(isSmall);
    if (free.small > 0 && small >= 0) return ["small", small];
    if (free.large === 0 || waiting.length === 0) return null;
    const large = waiting.findIndex(({ isLarge }) => isLarge);
    return ["large", threads > 1 && large >= 0 ? large : 0];
  };
  const next = (): void => {
    for (let found = findNext(); found !== null; found = findNext()) {
      const [place, index] = found;
      free[place] -= 1;
      waiting.splice(index, 1)[0]?.begin(place);
    }
  };
  return async <Result>(isLarge: boolean, work: (place: Place) => Promise<Result>): Promise<Result> => {
    const place = await new Promise<Place>((begin) => {
      waiting.push({ isLarge, begin });
      next();
    });
    try {
      return await work(place);
    } finally {
      free[place] += 1;
      next();
    }
  };
}
