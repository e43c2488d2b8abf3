import type { Config } from "../config/config.ts";
import type { Changes, Head, Range } from "../github/port.ts";
import type { Plan } from "../plan/plan.ts";
import { findLostMinutes } from "./known-minutes.ts";
import type { MinutesMove } from "./find-minutes.ts";
import { preparePlan, type Prepared } from "./prepare.ts";
import type { PlanningTools } from "./tools.ts";

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
  tools: PlanningTools,
  { head, range, changes, config, implied }: Pushed,
): Promise<Prepared | null> {
  if (config.mode === "off") return null;
  const isBaseGone = changes.before === "gone";
  const lost = isBaseGone ? await findLostMinutes(tools.ledger, head.name, changes.files) : [];
  const moves = [
    ...(await tools.workers.run("findMinutes", { config, files: changes.files }, tools.signal)),
    ...lost.map((path): MinutesMove => ({ now: null, before: path })),
  ];
  if (moves.length === 0) return null;
  const prepared = await preparePlan(tools, {
    head,
    config: implied ? { ...config, actions: { ...config.actions, implied } } : config,
    range: isBaseGone ? { ...range, before: null } : range,
    moves,
  });
  if (!isBaseGone || !postsAnew(prepared.plan)) return prepared;
  return { ...prepared, plan: { ...prepared.plan, approval: { needed: true, reason: BASE_GONE } } };
}

/** Whether something new would be posted. Changes and deletions concern what the ledger knows to stand. */
function postsAnew({ steps }: Plan): boolean {
  return steps.some(({ action }) => action === "create");
}
