import { structuredPatch } from "diff";
import { locateMarker } from "../../plan/marker.ts";
import type { Plan, Step } from "../../plan/plan.ts";
import { isChange } from "../../plan/step-actions.ts";
import { withTitles } from "../../plan/render-plan.ts";
import type { ActionIssueState, KnownRepository, Snapshot } from "../../plan/snapshot.ts";
import { bodyOf } from "../../plan/text/describe-step.ts";
import type { Colors } from "../io.ts";
import { printableLines } from "../../plan/media/terminal.ts";
import { isSameName } from "../../minutes/repository-name.ts";

/** Lines that are shown around those that change. */
const CONTEXT = 2;

/**
 * Describes what each update changes, line by line, compared with GitHub. Leaves the hidden marker out: it is for
 * programs, and changes each time.
 *
 * @returns "" for steps that update nothing that is known
 */
export function createChanges(plan: Plan, snapshot: Snapshot, colors: Colors): (step: Step) => string {
  const repositories = Object.values(snapshot.repositories).filter((state) => state.known);
  return (step) => {
    if (step.action === "create" || !isChange(step)) return "";
    const before = findBefore(step, repositories);
    const after = findAfter(step, plan);
    return before === null || after === null ? "" : diffLines(before, after, colors);
  };
}

function findBefore(step: Step, repositories: readonly KnownRepository[]): string | null {
  if (step.kind === "comment") {
    const threads = repositories.flatMap((state) => Object.values(state.threads));
    const comments = threads.flatMap((thread) => (thread.known ? thread.comments : []));
    const comment = comments.find(({ id, url }) => id === step.commentId && url === step.commentUrl);
    return comment === undefined ? null : withoutMarker(comment.body);
  }
  const state = repositories.find(({ name }) => "repository" in step && isSameName(name, step.repository));
  if (step.kind === "issue") {
    const issue = state?.actionIssues.find(({ number }) => number === step.number);
    return issue === undefined ? null : issueText(issue);
  }
  if (step.kind !== "milestone") return null;
  return state?.milestones.find(({ number }) => number === step.number)?.description ?? "";
}

function findAfter(step: Step, plan: Plan): string | null {
  if (step.action === "delete") return "";
  const body = bodyOf(step);
  if (body === null) return null;
  const text = withTitles(body, plan);
  return step.kind === "issue" ? issueText({ ...step, body: text }) : withoutMarker(text);
}

type IssueParts = Pick<ActionIssueState, "title" | "body" | "labels" | "assignees" | "milestone">;

function issueText({ title, body, labels, assignees, milestone }: IssueParts): string {
  return [
    `title: ${title}`,
    `assigned to: ${[...assignees].sort().join(", ")}`,
    `labels: ${[...labels].sort().join(", ")}`,
    `milestone: ${milestone?.title ?? ""}`,
    withoutMarker(body),
  ].join("\n");
}

function withoutMarker(body: string): string {
  const place = locateMarker(body);
  return place === null ? body : `${body.slice(0, place.start)}${body.slice(place.end)}`;
}

function diffLines(before: string, after: string, colors: Colors): string {
  const clean = (text: string): string => `${printableLines(text).trimEnd()}\n`;
  const { hunks } = structuredPatch("", "", clean(before), clean(after), "", "", { context: CONTEXT });
  const paint = { "+": colors.green, "-": colors.red, " ": colors.dim };
  return hunks
    .map(({ lines }) => lines.map((line) => paint[line[0] as keyof typeof paint]?.(line) ?? line).join("\n"))
    .join(`\n${colors.dim("⋯")}\n`);
}
