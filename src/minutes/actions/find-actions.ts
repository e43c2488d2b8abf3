import type { ActionDraft, Context } from "../context.ts";
import type { Page } from "../page.ts";

/** Finds what somebody is to do. */
export function findActions(_page: Page, _context: Context): ActionDraft[] {
  return [];
}
