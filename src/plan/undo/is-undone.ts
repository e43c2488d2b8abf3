import type { MinutesChange } from "../input.ts";

/** Whether a person took back what a file had under one of these keys. */
export function isUndone({ posted }: Pick<MinutesChange, "posted">, keys: readonly string[]): boolean {
  return keys.some((key) => posted?.undone?.includes(key) === true);
}
