/** One figure of a benchmark. */
export interface Figure {
  /** `benchmark/what`, in kebab case. */
  readonly name: string;
  readonly value: number;
  /** `ratio`, `ms`, `requests`, `bytes`, … */
  readonly unit: string;
  /** How the value comes about, where that is not plain. */
  readonly note?: string;
}

/** What each module in this folder exports but `main.ts` and this one. */
export interface Benchmark {
  readonly run: () => Promise<readonly Figure[]>;
}

/** The middle of some values; of two in the middle the lower. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) throw new Error("There is no median of nothing.");
  return middle;
}

/**
 * How long things take, in milliseconds each. They take turns, so that a busy moment of the machine hits all of them.
 *
 * @param rounds - How often each is done, after one round that does not count.
 */
export async function timeInTurns(
  tasks: Readonly<Record<string, () => unknown>>,
  rounds: number,
): Promise<ReadonlyMap<string, number>> {
  const times = new Map(Object.keys(tasks).map((name) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, task] of Object.entries(tasks)) {
      const start = performance.now();
      await task();
      if (round > 0) times.get(name)?.push(performance.now() - start);
    }
  }
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}
