import { z } from "zod";
import { undoScope } from "../plan/undo/scope.ts";
import { backfillProgress, command, reportedIssues } from "./job-data.ts";

/** A commit to start from. null: the branch was empty. */
const start = z.string().nullable();

/** The button on a check run that was pressed, who pressed it, and what the check run is about. */
const button = {
  /** The commit at which the plan of the check run starts; null: none. Absent: the one that was applied last. */
  before: start.exactOptional(),
  /** The commit with the check run. */
  commit: z.string().exactOptional(),
  /** The login of who pressed it. Absent: a job of an earlier version. */
  by: z.string().exactOptional(),
};

/**
 * What stays of an approval while its plan is applied, in several attempts if need be: what is done by then is no
 * longer in the plan, and the rest is among these steps.
 */
const approved = z.object({
  commit: z.string(),
  configuration: z.string(),
  keys: z.array(z.string()).readonly(),
  /** The plan has other steps too, which wait on. Absent: it has none. */
  isPart: z.literal(true).exactOptional(),
});

/** The hash of the plan that was approved. null: the check run showed none. */
const plan = z.string().nullable();

/** What a job of each cause has to know. */
const DATA = {
  /** Somebody pushed to the default branch. */
  push: z.object({
    /** The commit before the push. null: the branch was empty. */
    before: start,
    /** The commit that was pushed. */
    commit: z.string(),
    /** The commit that a forced push replaced. Absent: the push was not forced. */
    forcedFrom: z.string().exactOptional(),
  }),
  /** A pull request was opened or changed, or somebody asks for its preview. */
  pull_request: z.object({
    number: z.number(),
    commit: z.string(),
    /** The logins that the preview is made for. */
    for: z.array(z.string()).readonly().default([]),
  }),
  /** Somebody approved a plan that waits. */
  approval: z.object({
    ...button,
    button: z.enum(["apply", "implied"]),
    plan,
    /** A command that names no plan: it approves nothing, and the plan is shown again. */
    unnamed: z.boolean().exactOptional(),
    /** The numbers of the steps that were approved, as the check run shows them. Absent: all. */
    steps: z.array(z.int().positive()).exactOptional(),
    approved: approved.exactOptional(),
  }),
  /** Somebody pressed "Try again" or "Open listed actions". */
  retry: z.discriminatedUnion("button", [
    z.object({ ...button, button: z.literal("retry") }),
    z.object({ ...button, button: z.literal("implied"), plan }),
  ]),
  /**
   * Somebody takes back what was posted: by the button of a push's check run, which names its commit, or by a
   * command.
   */
  undo: z.object({
    ...button,
    undo: undoScope,
    /** The plan is only made, and shown with the button that applies it. Absent: it is applied. */
    isPlan: z.boolean().exactOptional(),
  }),
  /** Somebody wrote a command into a comment. */
  command: z.object({ command }),
  /** The app looks by itself whether the branch moved. */
  "catch-up": z.object({
    /** The commit that was applied last; null: none. Absent: the ledger knows it. */
    before: start.exactOptional(),
    /** The head as it was seen. Once another job has applied it, there is nothing to do. Absent: nobody could tell. */
    seen: z.string().exactOptional(),
  }),
  /** Part of a backfill. */
  backfill: z.object({ backfill: backfillProgress }),
  /** The app was installed: the current commit is remembered. */
  installation: z.object({}),
  /** The issue of an action was closed or reopened. */
  issue: z.object({
    /** The minutes with the action. */
    path: z.string(),
    /** The changes of issues that are passed on. Absent: a webhook reported one. */
    reported: reportedIssues.exactOptional(),
  }),
};

type Causes = typeof DATA;

function jobOf<Cause extends keyof Causes>(cause: Cause) {
  return z.object({
    /** The app's installation on the repository. null: to be looked up. */
    installationId: z.number().nullable(),
    /** `owner/name`. */
    repository: z.string(),
    /** GitHub's id of it, which outlives renames and transfers. Absent or null: to be looked up. */
    repositoryId: z.string().nullable().exactOptional(),
    /** The name that the repository had when the job was added, if it has another one by now. */
    formerName: z.string().exactOptional(),
    /** Why the job exists, for the log and for check runs. */
    cause: z.literal(cause),
    /** The delivery that asked for it (`X-GitHub-Delivery`), if one did. */
    deliveryId: z.string().nullable(),
    data: DATA[cause],
  });
}

/** A job, checked when it is read from the database. */
export const jobSchema = z.discriminatedUnion("cause", [
  jobOf("push"),
  jobOf("pull_request"),
  jobOf("approval"),
  jobOf("retry"),
  jobOf("undo"),
  jobOf("command"),
  jobOf("catch-up"),
  jobOf("backfill"),
  jobOf("installation"),
  jobOf("issue"),
]);

/** Work on a repository of minutes. One job at a time per repository. */
export type Job = Readonly<z.infer<typeof jobSchema>>;
export type Cause = Job["cause"];
/** The job of one cause. */
export type JobOf<C extends Cause> = Extract<Job, { readonly cause: C }>;

/** Where a job works, and for which delivery. */
export type JobPlace = Pick<
  Job,
  "installationId" | "repository" | "repositoryId" | "formerName" | "deliveryId"
>;

/** An approval that was given before. */
export type Approved = Readonly<z.infer<typeof approved>>;
