import type { Catalog } from "../../src/messages/message.ts";
import { reasons } from "../../src/messages/reasons.ts";
import type { Entry, Explanation, Outcome } from "./entry.ts";
import { issueOutcomes } from "./issue-outcomes.ts";
import { fileExplanations, noticeExplanations, warningExplanations } from "./minutes.ts";
import {
  approvalOutcomes,
  commentOutcomes,
  consentOutcomes,
  milestoneOutcomes,
  resultOutcomes,
  stepOutcomes,
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
  approval: rows(reasons.approval, approvalOutcomes),
  results: rows(reasons.results, resultOutcomes),
} as const;

/** The warnings and notices of `docs/errors.md`. */
export const minutesEntries: readonly Entry[] = [
  ...entries(reasons.warnings, warningExplanations),
  ...entries(reasons.notices, noticeExplanations),
  ...entries(reasons.files, fileExplanations),
];

/** Every code with its text, by part, for `docs/messages.md`. */
export const messageRows = Object.fromEntries(
  Object.entries(reasons).map(([part, texts]) => [part, Object.entries<string>(texts)]),
);

function rows(texts: Catalog, outcomes: Readonly<Partial<Record<string, Outcome>>>): readonly ReasonRow[] {
  return Object.entries(texts).map(([code, text]) => {
    const { happens, remedy = "" } = outcomes[code] ?? NOTHING;
    return { code, text, happens, remedy };
  });
}

function entries(
  texts: Catalog,
  explanations: Readonly<Partial<Record<string, Explanation>>>,
): readonly Entry[] {
  return Object.entries(texts).map(([code, says]) => {
    const { because = "", remedy = "" } = explanations[code] ?? {};
    return { says, code, because, remedy };
  });
}
