/** A sentence names no more than these. */
const MOST = 10;

/** `line 3`, `lines 3, 5`. */
export function listLines(lines: readonly number[]): string {
  return `${lines.length === 1 ? "line" : "lines"} ${listSome(lines)}`;
}

/** `3, 5, 8`, and of a long list the first ones: `3, 5, 8 and 12 more`. */
export function listSome(values: readonly (string | number)[]): string {
  const shown = values.slice(0, MOST).join(", ");
  return values.length > MOST ? `${shown} and ${values.length - MOST} more` : shown;
}
