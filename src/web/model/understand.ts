import type { Config, ConfigProblem } from "../../config/config.ts";
import { defaultConfig } from "../../config/defaults.ts";
import { readConfig } from "../../config/read-config.ts";
import { readingOptions } from "../../config/reading-options.ts";
import type { Meeting } from "../../minutes/meeting.ts";
import { readMinutes } from "../../minutes/read.ts";
import { assumedSnapshot } from "../../plan/assumed-snapshot.ts";
import { makePlan, snapshotRequest } from "../../plan/make-plan.ts";
import type { Plan } from "../../plan/plan.ts";
import { renderPlan } from "../../plan/render-plan.ts";
import { resolveTokens } from "../../plan/tokens.ts";
import { findHighlights, type Highlight } from "./highlights.ts";
import { renderMarkdown } from "./render-markdown.ts";

/** What is in the two editors. */
export interface Draft {
  /** The path of the minutes in their repository: its name may give the day. */
  readonly path: string;
  readonly minutes: string;
  /** YAML. */
  readonly config: string;
  /** Where the minutes stand: `owner/name`. */
  readonly repository: string;
}

/** What comes of a draft. */
export interface Understanding {
  readonly meeting: Meeting;
  readonly plan: Plan;
  readonly planText: string;
  readonly highlights: readonly Highlight[];
  /** Wrong in the configuration; the defaults are taken then. */
  readonly problems: readonly ConfigProblem[];
  /** HTML of each body, by the step's key. */
  readonly bodies: Readonly<Record<string, string>>;
}

/** A commit that stands for "what you typed just now". */
const COMMIT = "0".repeat(40);

/** Stands for an issue that has no number yet. */
const NEW_ISSUE = { target: "", url: "(new issue)" };

/** Reads a draft and plans as if it had just been pushed and nothing of ours stood anywhere. */
export function understand(draft: Draft): Understanding {
  const { config, problems } = readConfig(draft.config, ".github/minutebook.yml");
  const meeting = readDraft(draft, config ?? defaultConfig);
  const plan = planDraft(draft, config ?? defaultConfig, meeting);
  return {
    meeting,
    plan,
    planText: renderPlan(plan),
    highlights: findHighlights(draft.minutes, meeting, plan),
    problems,
    bodies: Object.fromEntries(
      plan.steps.map((step) => [step.key, renderMarkdown(resolveTokens(bodyOf(step), () => NEW_ISSUE))]),
    ),
  };
}

function readDraft({ path, minutes, repository }: Draft, config: Config): Meeting {
  return readMinutes(path, minutes, readingOptions(config, path, { repository, milestones: null }));
}

function planDraft({ path, repository }: Draft, config: Config, meeting: Meeting): Plan {
  const files = [{ path, previousPath: null, meeting, previous: null, problem: null }];
  const request = snapshotRequest({ repository, config, files });
  return makePlan({
    repository: { name: repository, visibility: "public", defaultBranch: "main" },
    commit: COMMIT,
    before: null,
    config,
    files,
    snapshot: assumedSnapshot(request, { config, repository }),
  });
}

function bodyOf(step: Plan["steps"][number]): string {
  if (step.kind === "comment" || step.kind === "issue") return step.body ?? "";
  if (step.kind === "milestone") return step.description ?? "";
  return "";
}
