import type { Block } from "../page.ts";
import { onlyCounts } from "../wording/counts.ts";

/**
 * Tables of decisions: a table under a heading that announces decisions, or one whose head names one (`Decision`,
 * `Resolution`, `Outcome`). Where the first column only counts (`4.1`), the next one says what was settled.
 */
const DECISION = /^(?:decisions?(?: items?| made| taken)?|resolutions?|resolved|agreements?)$/;
const DESCRIPTION = /^(?:descriptions?|details?|summary|text|what|topics?|items?|outcomes?)$/;
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
  const first = row.children[named < 0 ? Math.max(described, 0) : named];
  if (first !== undefined && first.text.trim() !== "" && !onlyCounts(first.text, COUNTED)) return first;
  const next = row.children[described >= 0 ? described : Math.max(named, 0) + 1];
  return next !== undefined && next.text.trim() !== "" ? next : null;
}
