import { findActions } from "./actions/find-actions.ts";
import type { ActionDraft, Context, DecisionDraft, MilestoneDraft, ReferenceDraft } from "./context.ts";
import { findDecisions } from "./decisions/find-decisions.ts";
import { findMilestones } from "./milestones/find-milestones.ts";
import { findReferences } from "./references/find-references.ts";
import type { Page } from "./page.ts";

/** Every kind of finding: one module with one function each. Later kinds see the findings of earlier ones. */
export interface Drafts {
  readonly references: readonly ReferenceDraft[];
  readonly milestones: readonly MilestoneDraft[];
  readonly actions: readonly ActionDraft[];
  readonly decisions: readonly DecisionDraft[];
}

/** Finds everything on a page. */
export function findAll(page: Page, meeting: Omit<Context, "references" | "milestones">): Drafts {
  const bare: Context = { ...meeting, references: [], milestones: [] };
  const references = findReferences(page, bare);
  const milestones = findMilestones(page, bare);
  const context: Context = { ...meeting, references, milestones };
  return {
    references,
    milestones,
    actions: findActions(page, context),
    decisions: findDecisions(page, context),
  };
}
