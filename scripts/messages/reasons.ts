import type { Catalog } from "../../src/messages/message.ts";
import { catalogs } from "../../src/messages/catalogs.ts";
import { reasons } from "../../src/messages/reasons.ts";
import type { Outcome } from "./entry.ts";
import { issueOutcomes } from "./issue-outcomes.ts";
import {
  approvalOutcomes,
  commentOutcomes,
  consentOutcomes,
  milestoneOutcomes,
  resultOutcomes,
  stepOutcomes,
  undoOutcomes,
  withdrawalOutcomes,
} from "./outcomes.ts";

const NOTHING: Outcome = { happens: "" };

/** A row for each text of a catalog: code, text, what happens, what to do. */
export interface ReasonRow {
  readonly code: string;
  readonly text: string;
  readonly happens: string;
  readonly remedy: string;
}

/** The tables of `docs/posting.md`. */
export const reasonRows = {
  consent: rows(reasons.consent, consentOutcomes),
  steps: rows(reasons.steps, stepOutcomes),
  comments: rows(reasons.comments, commentOutcomes),
  issues: rows(reasons.issues, issueOutcomes),
  milestonesAndLabels: rows(reasons.milestones, milestoneOutcomes),
  withdrawal: rows(reasons.withdrawal, withdrawalOutcomes),
  undo: rows(reasons.undo, undoOutcomes),
  approval: rows(reasons.approval, approvalOutcomes),
  results: rows(reasons.results, resultOutcomes),
} as const;

/** Every code with its text, by part, for `docs/messages.md`. */
export const messageRows = Object.fromEntries(
  Object.entries(catalogs).map(([part, texts]) => [part, Object.entries<string>(texts)]),
);

function rows(texts: Catalog, outcomes: Readonly<Partial<Record<string, Outcome>>>): readonly ReasonRow[] {
  return Object.entries(texts).map(([code, text]) => {
    const { happens, remedy = "" } = outcomes[code] ?? NOTHING;
    return { code, text, happens, remedy };
  });
}
