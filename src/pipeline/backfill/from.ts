import { CodedError } from "../../messages/coded-error.ts";
import type { IsoDate } from "../../minutes/meeting.ts";

/** Where a backfill starts: with the meetings of a day, or with what was added or changed after a commit. */
export type From = { readonly date: IsoDate } | { readonly commit: string };

/** A backfill cannot start where it was asked to. The message is for whoever asked. */
export class StartError extends CodedError {
  override readonly name = "StartError";
}

/**
 * Reads what people write: `2021-03-02`, or a commit's id of at least 7 digits.
 *
 * @returns null: it is neither
 */
export function parseFrom(text: string): From | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return isDay(text) ? { date: text } : null;
  return /^[0-9a-f]{7,64}$/i.test(text) ? { commit: text.toLowerCase() } : null;
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}
