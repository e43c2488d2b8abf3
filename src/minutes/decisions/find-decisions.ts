import type { Context, DecisionDraft } from "../context.ts";
import type { Page } from "../page.ts";

/** Finds what the group settled. */
export function findDecisions(_page: Page, _context: Context): DecisionDraft[] {
  return [];
}
