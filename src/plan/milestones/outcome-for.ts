import type { Decision } from "../../minutes/meeting.ts";

/** Where one clause ends and the next begins; the point in `1.4` ends nothing. */
const CLAUSE = /[;.!?](?=\s)|\n/;

/** `#41`, or the end of an address: `/issues/41`. */
const NUMBER = /(?:#|\/)(\d+)\b/g;

/**
 * The release that a decision sends an issue to. A decision about several issues sends those that are in the clause of
 * the release: "#41 goes into 1.4; the proper fix is #58" says nothing about where #58 goes.
 *
 * @param targets - All names of the issue, `owner/repo#number`.
 * @returns null where the decision sends it nowhere, or nobody can tell.
 */
export function outcomeFor(decision: Decision, targets: readonly string[]): Decision["outcome"] {
  const { outcome, about, text } = decision;
  if (outcome === null) return null;
  const names = new Set(targets.map((name) => name.toLowerCase()));
  if (!about.references.some((name) => names.has(name.toLowerCase()))) return null;
  if (about.references.length === 1) return outcome;
  const clause = text.split(CLAUSE).find((part) => part.includes(outcome.milestone.replace(/^v(?=\d)/i, "")));
  const numbers = [...(clause ?? "").matchAll(NUMBER)].map(([, number]) => number);
  return targets.some((name) => numbers.includes(name.slice(name.lastIndexOf("#") + 1))) ? outcome : null;
}
