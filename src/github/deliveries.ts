/** One attempt to deliver a webhook, as GitHub lists it. All attempts of a delivery have one guid. */
export interface Attempt {
  readonly guid: string;
  /** 0: nobody answered. */
  readonly status_code: number;
}

/** Whether the app took it. */
export function isDelivered({ status_code }: Attempt): boolean {
  return status_code >= 200 && status_code < 300;
}

/**
 * The attempt that says how each delivery ended: one that was received, where there is one; else the last.
 *
 * @param attempts - Newest first.
 */
export function outcomesOf<T extends Attempt>(attempts: readonly T[]): readonly T[] {
  const outcomes = new Map<string, T>();
  for (const attempt of attempts) {
    const known = outcomes.get(attempt.guid);
    if (known === undefined || (isDelivered(attempt) && !isDelivered(known)))
      outcomes.set(attempt.guid, attempt);
  }
  return [...outcomes.values()];
}
