export interface OutageTools {
  /** Whether the database answers. Rejects if not. */
  readonly check: () => Promise<void>;
  /** Looks for what was missed meanwhile. Never rejects. */
  readonly lookBack: () => Promise<void>;
  /** Resolves after that many milliseconds, or rejects when the app stops. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

const CHECK_EACH_MS = 5000;

/**
 * What was refused while the database was away is looked for as soon as it is back, instead of within the hour.
 *
 * @returns to be called at each refusal
 */
export function watchOutages({ check, lookBack, wait }: OutageTools): () => void {
  let watching = false;
  const watch = async (): Promise<void> => {
    do await wait(CHECK_EACH_MS);
    while (!(await succeeds(check)));
    // What is refused from here on is another outage's.
    watching = false;
    await lookBack();
  };
  return () => {
    if (watching) return;
    watching = true;
    // The app stops: the next start looks back.
    watch().catch(() => undefined);
  };
}

async function succeeds(run: () => Promise<void>): Promise<boolean> {
  try {
    await run();
    return true;
  } catch {
    return false;
  }
}
