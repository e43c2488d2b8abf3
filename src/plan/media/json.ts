/** What a terminal or a runner's log obeys in text, and JSON leaves as it is. */
const ACTIVE =
  /[\u007F-\u009F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]|[\u{E0000}-\u{E007F}]|(?<=##)\[/gu;

/** A value as JSON that can be printed anywhere: the same value, with nothing in it that a terminal or runner obeys. */
export function printableJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(ACTIVE, escapeUnits);
}

function escapeUnits(text: string): string {
  return text
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
