import { defaultConfig } from "../../src/config/defaults.ts";
import type { Config } from "../../src/config/config.ts";
import { readingOptions } from "../../src/config/reading-options.ts";
import type { Meeting } from "../../src/minutes/meeting.ts";
import { readMinutes } from "../../src/minutes/read.ts";
import type { MinutesChange, PlanInput } from "../../src/plan/input.ts";
import { findMarker } from "../../src/plan/marker.ts";
import { makePlan } from "../../src/plan/make-plan.ts";
import type { CommentStep, IssueStep, MilestoneStep, Plan, Step } from "../../src/plan/plan.ts";
import type {
  ActionIssueState,
  KnownRepository,
  KnownThread,
  MilestoneState,
  OwnComment,
  RepositoryState,
  Snapshot,
} from "../../src/plan/snapshot.ts";
import { resolveTokens } from "../../src/plan/tokens.ts";

/** A small valid world: a test states only its difference. */

export const MINUTES = "octo-org/minutes";
export const TARGET = "octo-org/app";
export const FIRST = "1111111111111111111111111111111111111111";
export const SECOND = "2222222222222222222222222222222222222222";
export const PATH = "meetings/2021-03-04.md";

export const config: Config = {
  ...defaultConfig,
  repository: TARGET,
  people: { Mona: "mona", Hubot: "hubot" },
  // Most tests say as little as they need; what is worth a comment has tests of its own.
  comments: { ...defaultConfig.comments, when: "mentioned", style: "meeting", closed: "always" },
};

export function meetingOf(source: string, path = PATH, settings: Config = config): Meeting {
  const options = readingOptions(settings, path, {
    repository: MINUTES,
    milestones: { [TARGET]: ["1.0", "1.1", "2.0"] },
  });
  return readMinutes(path, source, options);
}

/** A file as it is now, and as it was. null: it is not, or was not, there. */
export function fileOf(
  source: string | null,
  previous: string | null = null,
  difference: Partial<MinutesChange> = {},
): MinutesChange {
  const path = difference.path ?? PATH;
  return {
    path,
    previousPath: null,
    meeting: source === null ? null : meetingOf(source, path),
    previous: previous === null ? null : meetingOf(previous, difference.previousPath ?? path),
    problem: null,
    ...difference,
  };
}

export function threadOf(number: number, difference: Partial<KnownThread> = {}): KnownThread {
  return {
    known: true,
    kind: "issue",
    nodeId: `I_${number}`,
    repository: TARGET,
    number,
    title: `Issue ${number}`,
    url: `https://github.com/${TARGET}/issues/${number}`,
    state: "open",
    locked: false,
    createdAt: "2021-01-01T10:00:00Z",
    labels: [],
    milestone: null,
    milestonedBy: null,
    comments: [],
    deletedComments: [],
    ...difference,
  };
}

export function milestoneOf(title: string, description = "", number = 7): MilestoneState {
  return {
    number,
    title,
    description,
    state: "open",
    url: `https://github.com/${TARGET}/milestone/${number}`,
  };
}

export function repositoryOf(difference: Partial<KnownRepository> = {}): KnownRepository {
  return {
    known: true,
    name: TARGET,
    visibility: "public",
    archived: false,
    issuesEnabled: true,
    defaultBranch: "main",
    accept: [],
    trustTemplates: [],
    labels: ["meeting-action"],
    assignable: ["mona", "hubot"],
    milestones: [],
    threads: { "1": threadOf(1), "2": threadOf(2) },
    actionIssues: [],
    ...difference,
  };
}

export function snapshotOf(...repositories: readonly RepositoryState[]): Snapshot {
  const states = repositories.length === 0 ? [repositoryOf()] : repositories;
  return {
    webUrl: "https://github.com",
    viewer: "minutebook[bot]",
    repositories: Object.fromEntries(
      states.map((state) => [state.known ? state.name.toLowerCase() : TARGET, state]),
    ),
  };
}

export function inputOf(files: readonly MinutesChange[], difference: Partial<PlanInput> = {}): PlanInput {
  return {
    repository: { name: MINUTES, visibility: "public", defaultBranch: "main" },
    commit: FIRST,
    before: null,
    config,
    files,
    snapshot: snapshotOf(),
    ...difference,
  };
}

export function plan(files: readonly MinutesChange[], difference: Partial<PlanInput> = {}): Plan {
  return makePlan(inputOf(files, difference));
}

export function commentsOf({ steps }: { readonly steps: readonly Step[] }): readonly CommentStep[] {
  return steps.filter((step) => step.kind === "comment");
}

export function issuesOf({ steps }: { readonly steps: readonly Step[] }): readonly IssueStep[] {
  return steps.filter((step) => step.kind === "issue");
}

export function milestonesOf({ steps }: { readonly steps: readonly Step[] }): readonly MilestoneStep[] {
  return steps.filter((step) => step.kind === "milestone");
}

/** `create comment octo-org/app#1`: what a plan does, to be compared at a glance. */
export function summaryOf({ steps }: Plan): readonly string[] {
  return steps.map((step) => `${step.action} ${wordsOf(step)}`);
}

function wordsOf(step: Step): string {
  switch (step.kind) {
    case "comment":
      return `comment ${step.target.repository}#${step.target.number}`;
    case "issue":
      return `issue ${step.title}`;
    case "milestone":
      return `milestone ${step.title}`;
    case "assign-milestone":
      return `assign-milestone #${step.number} ${step.milestone.title}`;
    case "label":
      return `label ${step.name}`;
    case "unlabel":
      return `unlabel #${step.number} ${step.label}`;
  }
}

/** A comment as GitHub has it once a step was applied. */
export function standing(step: CommentStep | undefined, difference: Partial<OwnComment> = {}): OwnComment {
  const body = resolveTokens(step?.body ?? "", (key) => ({ target: "", url: issueUrl(key) }));
  return {
    id: 100 + (step?.target.number ?? 0),
    url: `${step?.target.url ?? ""}#issuecomment-1`,
    body,
    minimized: false,
    reactions: 0,
    answered: false,
    ...difference,
  };
}

/** Where `opened` says that the issue of a step is. */
function issueUrl(key: string): string {
  return `https://github.com/${TARGET}/issues/${numberOf(key)}`;
}

function numberOf(key: string): number {
  return 1000 + (Number.parseInt(key.slice(-4).replaceAll(/[^0-9a-f]/g, "0"), 16) % 1000);
}

/** An issue as GitHub has it once a step was applied. */
export function opened(
  step: IssueStep | undefined,
  difference: Partial<ActionIssueState> = {},
): ActionIssueState {
  if (step === undefined || step.body === null) throw new Error("There is no such step with a body.");
  const key = findMarker(step.body)?.key ?? "";
  const number = step.number ?? numberOf(key);
  return {
    number,
    nodeId: `I_${number}`,
    url: `https://github.com/${TARGET}/issues/${number}`,
    title: step.title,
    body: step.body,
    state: step.action === "close" ? "closed" : "open",
    stateReason: step.stateReason,
    closedBy: step.action === "close" ? "us" : null,
    labels: step.labels,
    assignees: step.assignees,
    milestone: step.milestone,
    locked: false,
    activity: 0,
    ...difference,
  };
}

/** What GitHub has once a plan for `TARGET` was applied to a repository. */
export function applied(before: KnownRepository, { steps }: Plan): KnownRepository {
  const issues = new Map(before.actionIssues.map((issue) => [findMarker(issue.body)?.key ?? "", issue]));
  const threads = new Map(Object.entries(before.threads));
  const milestones = new Map(before.milestones.map((milestone) => [milestone.title, milestone]));
  for (const step of steps.filter(({ action }) => action !== "keep" && action !== "skip")) {
    if (step.kind === "issue") issues.set(step.key, opened(step));
    if (step.kind === "milestone") {
      const milestone = milestones.get(step.title) ?? milestoneOf(step.title);
      milestones.set(step.title, { ...milestone, description: step.description ?? "" });
    }
    if (step.kind === "comment") {
      const key = String(step.target.number);
      const thread = threads.get(key);
      if (thread?.known !== true) continue;
      const others = thread.comments.filter(({ id }) => id !== step.commentId);
      const comments = step.action === "delete" ? others : [...others, standing(step)];
      threads.set(key, { ...thread, comments });
    }
  }
  return {
    ...before,
    actionIssues: [...issues.values()],
    threads: Object.fromEntries(threads),
    milestones: [...milestones.values()],
  };
}
