import type { Block } from "../page.ts";
import { onlyCounts } from "../../language/counts.ts";
import { refusalOnly } from "./refusals.ts";

/**
 * Tables of decisions: a table under a heading that announces decisions, or one whose head names one (`Decision`,
 * `Resolution`, `Outcome`). Where the first column only counts (`4.1`), the next one says what was settled.
 */
const DECISION = /^(?:decisions?(?: items?| made| taken)?|resolutions?|resolved|agreements?)$/;
const DESCRIPTION = /^(?:descriptions?|details?|summary|text|what|topics?|items?|outcomes?)$/;
const STATE = /^(?:status|state|result|outcome|decisions?|resolutions?|vote|verdict|approved\??)$/;
const OPEN = new RegExp(
  "^(?:open|pending|proposed|proposal|draft|tb[dc]|to be (?:decided|discussed|confirmed)|" +
    "(?:in|under) discussion|undecided|no decision|tentative(?:ly)?|provisional(?:ly)?|preliminary|" +
    "maybe|perhaps|unclear|not yet|waiting|ongoing|in progress)\\b.{0,40}$",
  "i",
);
const COUNTED = /(?:decision|resolution|item|no)\W*/iy;

/** The cell of a row that says what was settled; null: the row says nothing, or the table is of something else. */
export function decisionCell(row: Block, isAnnounced: boolean): Block | null {
  const heads = (row.table?.header ?? []).map((head) =>
    head
      .toLowerCase()
      .replace(/[^\p{L} -]/gu, "")
      .trim(),
  );
  const named = heads.findIndex((head) => DECISION.test(head));
  const described = heads.findIndex((head, index) => index !== named && DESCRIPTION.test(head));
  if (named < 0 && !isAnnounced) return null;
  if (row.children.some(({ text }, column) => STATE.test(heads[column] ?? "") && OPEN.test(text.trim())))
    return null;
  const first = row.children[named < 0 ? Math.max(described, 0) : named];
  if (first !== undefined && first.text.trim() !== "" && !onlyCounts(first.text, COUNTED)) return first;
  const next = row.children[described >= 0 ? described : Math.max(named, 0) + 1];
  return next !== undefined && next.text.trim() !== "" ? next : null;
}

/** What another cell of a decision's row says instead of "agreed": `| glue the lid | rejected |`. null: nothing. */
export function refusalInRow(row: Block, decision: Block): string | null {
  const others = row.children.filter((cell) => cell !== decision);
  return others.map(({ text }) => refusalOnly(text)).find((found) => found !== null) ?? null;
}
