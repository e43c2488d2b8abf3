import type { Config, ConfigProblem } from "../config/config.ts";
import type { ApplyResult, StepResult } from "../github/apply/result.ts";
import type { Changes, Head, Range } from "../github/port.ts";
import { CONFIGURATION_PATH } from "../github/read-head.ts";
import type { Message } from "../messages/message.ts";
import { withSteps } from "../plan/select-steps.ts";
import { changesOf } from "../plan/step-actions.ts";
import type { Notice, Plan } from "../plan/plan.ts";
import { offerBack } from "./apply-push.ts";
import { findOff } from "./count-left.ts";
import { configurationOf } from "./configuration.ts";
import { planPush, type Since } from "./plan-push.ts";
import { planStanding } from "./plan-standing.ts";
import type { Prepared } from "./prepare.ts";
import type { Retry } from "./report/retry.ts";
import type { VainApproval } from "./report/waiting.ts";
import type { PipelineTools } from "./tools.ts";
import type { Offered } from "./write-back/write-back.ts";

/** What a run is about: what changed in a range of commits, or minutes as they are at the head. */
export type PushWork =
  | {
      readonly kind: "changes";
      readonly range: Range;
      /** Absent: they are to be read. */
      readonly changes?: Changes;
      /** What changed since each commit at which a run broke off. */
      readonly unfinished?: readonly Since[];
      /** Somebody asked for the issues of implied actions, too. */
      readonly implied?: boolean;
    }
  /** An empty path is all of them. */
  | { readonly kind: "standing"; readonly paths: readonly string[] };

/** A plan that is ready, and the commits that it is for. */
export interface Ready extends Prepared {
  readonly head: Head;
  readonly range: Range;
}

/** Whether a plan is applied, waits for approval, or is only made. */
export type Decision =
  /** @param keys - Of the only steps that a person approved. Absent: all. */
  | { readonly kind: "apply"; readonly keys?: readonly string[] }
  /**
   * @param answers - What somebody tried to approve in vain. Absent: nobody tried.
   * @param reason - Why it waits, where the plan doesn't say so itself.
   */
  | { readonly kind: "wait"; readonly answers?: VainApproval | undefined; readonly reason?: Message }
  | { readonly kind: "stop" };

/** What differs between the app, the Action and the command line. */
export interface PushRunner {
  readonly decide: (ready: Ready) => Promise<Decision>;
  readonly apply: (ready: Ready) => Promise<ApplyResult>;
  /**
   * Who runs it again for what is left. A run that is retried by itself offers nothing to the minutes before all steps
   * are done; a run by hand may never be retried, and offers what it can.
   */
  readonly retry: Retry;
  /** `mode: off` ends the run before anything is read. (Default: what was posted earlier may have to be taken back) */
  readonly stopsWhenOff?: boolean;
}

/** What became of a run. */
export type PushOutcome =
  | { readonly kind: "empty" }
  | { readonly kind: "misconfigured"; readonly commit: string; readonly problems: readonly ConfigProblem[] }
  | { readonly kind: "off" }
  | {
      readonly kind: "no-minutes";
      readonly commit: string;
      readonly mode: Config["mode"];
      /** Whether the configuration is among what changed. */
      readonly touchesConfiguration: boolean;
      /** Where it is: what it switches off. Absent: nothing. */
      readonly notices?: readonly Notice[];
    }
  | ({ readonly kind: "stopped" } & Ready)
  | ({ readonly kind: "waiting"; readonly answers: VainApproval | undefined } & Ready)
  | ({ readonly kind: "applied" } & Applied & Ready);

export interface Applied {
  readonly results: readonly StepResult[];
  /** Steps that should be tried again. */
  readonly left: readonly StepResult[];
  /** How long GitHub asked to wait with them. */
  readonly retryAfterSeconds: number | null;
  /** The pull requests to the minutes. */
  readonly offered: Offered;
  /** Only some steps were approved; the others wait. */
  readonly isPart: boolean;
}

/**
 * Runs minutes from the head to the outcome: reads the configuration, plans, lets the plan wait or applies it, and
 * offers the results back to the minutes. The app, the Action and the command line call it, and report the outcome.
 */
export async function runPush(
  tools: PipelineTools,
  head: Head,
  work: PushWork,
  runner: PushRunner,
): Promise<PushOutcome> {
  const commit = work.kind === "changes" ? work.range.commit : head.commit;
  if (commit === null) return { kind: "empty" };
  const { config, problems } = await configurationOf(tools, head);
  if (config === null) return { kind: "misconfigured", commit, problems };
  if (config.mode === "off" && runner.stopsWhenOff === true) return { kind: "off" };
  if (work.kind === "standing") {
    const prepared = await planStanding(tools, { head, config, paths: work.paths });
    if (prepared === null)
      return { kind: "no-minutes", commit, mode: config.mode, touchesConfiguration: false };
    return act(tools, { ...prepared, head, range: { before: null, commit } }, runner);
  }
  const { range, unfinished = [], implied = false } = work;
  const changes = work.changes ?? (await tools.github.readChanges(head.name, range));
  const prepared = await planPush(tools, { head, range, changes, unfinished, config, implied });
  if (prepared !== null) return act(tools, { ...prepared, head, range }, runner);
  const touchesConfiguration = changes.files.some(({ path }) => path === CONFIGURATION_PATH);
  const none = { kind: "no-minutes", commit, mode: config.mode, touchesConfiguration } as const;
  const notices = touchesConfiguration ? await findOff(tools, head, config) : [];
  return notices.length === 0 ? none : { ...none, notices };
}

const NOTHING_OFFERED: Offered = { offers: [], transient: null };

/** Whether a plan is to wait for a person who has not approved it. A plan that changes nothing never waits. */
export function needsApproval(plan: Plan): boolean {
  return plan.approval.needed && changesOf(plan).length > 0;
}

async function act(tools: PipelineTools, whole: Ready, runner: PushRunner): Promise<PushOutcome> {
  const decision = await runner.decide(whole);
  if (decision.kind === "stop") return { kind: "stopped", ...whole };
  if (decision.kind === "wait")
    return { kind: "waiting", answers: decision.answers, ...waiting(whole, decision.reason) };
  const { keys } = decision;
  const ready = keys === undefined ? whole : { ...whole, plan: withSteps(whole.plan, keys) };
  const { steps: results, retryAfterSeconds } = await runner.apply(ready);
  const left = results.filter(({ outcome, transient }) => outcome === "failed" && transient);
  const offered =
    runner.retry === "by-hand"
      ? await offerUnlessStopped(tools, ready, results)
      : left.length > 0
        ? NOTHING_OFFERED
        : await offerBack(tools, ready, results);
  return { kind: "applied", ...ready, results, left, retryAfterSeconds, offered, isPart: keys !== undefined };
}

function waiting(ready: Ready, reason: Message | undefined): Ready {
  return reason === undefined
    ? ready
    : { ...ready, plan: { ...ready.plan, approval: { needed: true, reason } } };
}

/** A run by hand that is stopped reports what it posted. */
async function offerUnlessStopped(
  tools: PipelineTools,
  ready: Ready,
  results: readonly StepResult[],
): Promise<Offered> {
  if (tools.signal.aborted) return NOTHING_OFFERED;
  try {
    return await offerBack(tools, ready, results);
  } catch (error) {
    if (tools.signal.aborted) return NOTHING_OFFERED;
    throw error;
  }
}
