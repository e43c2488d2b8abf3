import type { Config } from "../config/config.ts";
import type { Changes, Head, Range } from "../github/port.ts";
import { findMinutes } from "./minutes-changes.ts";
import { preparePlan, type Prepared } from "./prepare.ts";
import type { PipelineTools } from "./tools.ts";

/** Without this, minutes of years could be posted at once. */
const BASE_GONE =
  "The commit that was applied last is not there any more, so nobody can tell which of these minutes are old.";

/** What changed in a repository of minutes, and the configuration that counts. */
export interface Pushed {
  readonly head: Head;
  readonly range: Range;
  readonly changes: Changes;
  readonly config: Config;
  /** Somebody asked for the issues of actions, too, that no mark names. */
  readonly implied: boolean;
}

/** The plan for what changed. null: no minutes are touched, or the team has switched Minutebook off. */
export async function planPush(
  { github, ledger, hostAliases }: PipelineTools,
  { head, range, changes, config, implied }: Pushed,
): Promise<Prepared | null> {
  const moves = config.mode === "off" ? [] : findMinutes(config, changes.files);
  if (moves.length === 0) return null;
  const isBaseGone = changes.before === "gone";
  const prepared = await preparePlan(github, ledger, {
    head,
    config: implied ? { ...config, actions: { ...config.actions, implied } } : config,
    range: isBaseGone ? { ...range, before: null } : range,
    moves,
    hostAliases,
  });
  if (!isBaseGone) return prepared;
  return { ...prepared, plan: { ...prepared.plan, approval: { needed: true, reason: BASE_GONE } } };
}
