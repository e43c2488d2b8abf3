/** Whether a time zone is one of IANA's, such as `Pacific/Auckland`. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    // RangeError: what Intl says of an unknown zone.
    return false;
  }
}

/**
 * The day in a time zone, `2020-11-23`.
 *
 * @param now - Milliseconds since 1970.
 */
export function dayIn(timeZone: string, now: number): string {
  // Canada writes the day as ISO 8601 does.
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(now);
}
