import { hasCode } from "../messages/reasons.ts";
import type { StepResult } from "../github/apply/result.ts";
import { codeBlock, codeSpan, join, type Markdown, md, raw } from "../plan/media/markdown.ts";
import type { Plan, Step } from "../plan/plan.ts";

/** Why steps are skipped that another token may be able to see. */
const UNSEEN = ["not-open", "thread-not-found", "thread-transferred"] as const;

/** As a job's `permissions` spell it. */
function permissionFor(step: Step): string {
  if (step.kind !== "comment") return "issues: write";
  return { issue: "issues: write", pull: "pull-requests: write", discussion: "discussions: write" }[
    step.target.thread
  ];
}

function repositoryOf(step: Step): string {
  return step.kind === "comment" ? step.target.repository : step.repository;
}

/**
 * What to change in the workflow so that GitHub accepts what it refused.
 *
 * @param here - The workflow's repository: its own token reaches no other.
 */
export function hintsFor(plan: Plan, results: readonly StepResult[], here: string): readonly Markdown[] {
  const isHere = (step: Step) => repositoryOf(step).toLowerCase() === here.toLowerCase();
  const refused = results.filter(({ cause }) => hasCode(cause, "github-forbidden"));
  const lines = [
    ...new Set(refused.filter(({ step }) => isHere(step)).map(({ step }) => permissionFor(step))),
  ];
  const elsewhere = new Set(
    refused.filter(({ step }) => !isHere(step)).map(({ step }) => repositoryOf(step)),
  );
  const unseen = plan.steps.filter(({ action, reason }) => action === "skip" && hasCode(reason, ...UNSEEN));
  const hidden = new Set(unseen.filter((step) => !isHere(step)).map(repositoryOf));
  return [
    ...(lines.length === 0 ? [] : [permissionsHint(lines)]),
    ...(elsewhere.size + hidden.size === 0 ? [] : [tokenHint([...elsewhere, ...hidden], here)]),
  ];
}

/** The lines that a job needs to read, whatever GitHub refused. */
export function readingHint(): Markdown {
  return permissionsHint(["contents: read", "issues: read", "pull-requests: read", "discussions: read"]);
}

function permissionsHint(lines: readonly string[]): Markdown {
  const yaml = ["permissions:", ...lines.map((line) => `  ${line}`)].join("\n");
  return md`The token doesn't have all the permissions it needs. If it is the workflow's own token, add these lines to the job:\n\n${raw(codeBlock(yaml, "yaml"))}`;
}

function tokenHint(repositories: readonly string[], here: string): Markdown {
  const names = raw(join([...new Set(repositories)].map(codeSpan), ", "));
  return md`The workflow's own token has access to ${raw(codeSpan(here))} only. For ${names}, pass the token of an app that is installed there, or a personal access token, as \`token\`.`;
}
