import { trimEnd } from "../language/text/trim.ts";
import type { Notice, Plan, Step, StepAction } from "./plan.ts";
import { isChange, STEP_ACTIONS } from "./step-actions.ts";
import { bodyOf, describeDetails, describeStep } from "./text/describe-step.ts";
import { resolveTokens } from "./tokens.ts";

/** What a part of the text is, for code that gives it a color. */
export type PaintRole = StepAction | Notice["level"] | "path" | "body";

export type Painter = (role: PaintRole, text: string) => string;

export interface RenderPlanOptions {
  /** Whether the Markdown of each body is printed too. Default: false. */
  readonly bodies?: boolean;
  /** Default: no colors. */
  readonly painter?: Painter;
  /** Makes what a step is about a link to where it is. Default: no link. */
  readonly link?: (text: string, url: string | null) => string;
  /** What a step changes on GitHub, line by line. "": nothing visible. Default: no changes are shown. */
  readonly changes?: (step: Step) => string;
}

/** A plan as text for people, like a diff: what is done, what is skipped, why, and how much of each. */
export function renderPlan(plan: Plan, options: RenderPlanOptions = {}): string {
  const paint = options.painter ?? ((_role, text) => text);
  const groups = Map.groupBy(plan.steps, (step) => step.origin?.path ?? "");
  const parts = [...groups].map(([path, steps]) => {
    const heading = paint("path", path === "" ? "Labels" : path);
    return [heading, ...steps.map((step) => renderStep(step, plan, { ...options, painter: paint }))].join(
      "\n",
    );
  });
  if (plan.notices.length > 0) parts.push(renderNotices(plan.notices, paint));
  const head = `Plan for ${plan.repository} at ${plan.commit.slice(0, 7)}`;
  return `${[head, ...parts, renderSummary(plan, paint)].join("\n\n")}\n`;
}

/** `3 to create, 1 to update · 1 unchanged`. */
export function countSteps({ steps }: Pick<Plan, "steps">): string {
  const counts = Map.groupBy(steps, ({ action }) => action);
  const count = (action: StepAction): string =>
    `${counts.get(action)?.length} ${STEP_ACTIONS[action].planned}`;
  const actions = (Object.keys(STEP_ACTIONS) as StepAction[]).filter((action) => counts.has(action));
  const changes = actions.filter((action) => isChange({ action })).map(count);
  const left = actions.filter((action) => !isChange({ action })).map(count);
  const parts = [changes.join(", "), ...left].filter((part) => part !== "");
  return parts.length === 0 ? "nothing to do" : parts.join(" · ");
}

function renderStep(
  step: Step,
  plan: Plan,
  options: RenderPlanOptions & { readonly painter: Painter },
): string {
  const { painter: paint, link = (text) => text, changes, bodies } = options;
  const what = link(describeStep(step), urlOf(step));
  const line = paint(step.action, `  ${STEP_ACTIONS[step.action].sign} ${what}`);
  const at = step.origin?.line === null || step.origin === null ? "" : `line ${step.origin.line}: `;
  const details = describeDetails(step);
  const lines = [line, `      ${at}${step.reason.text}`];
  if (details !== "") lines.push(`      ${details}`);
  const changed = changes?.(step) ?? "";
  if (changed !== "") return [...lines, indent(changed)].join("\n");
  const body = bodies === true && isChange(step) ? bodyOf(step) : null;
  if (body !== null) lines.push(paint("body", indent(withTitles(body, plan))));
  return lines.join("\n");
}

function urlOf(step: Step): string | null {
  if (step.kind === "comment") return step.commentUrl ?? step.target.url;
  return step.kind === "issue" || step.kind === "milestone" ? step.url : null;
}

/** A body as it will read; new issues are named by their titles. */
export function withTitles(body: string, { steps }: Pick<Plan, "steps">): string {
  return resolveTokens(body, (key) => {
    const step = stepOf(steps, key);
    if (step?.kind !== "issue") return undefined;
    return { target: "", url: step.url ?? `(new issue “${step.title}”)` };
  });
}

const byKey = new WeakMap<readonly Step[], ReadonlyMap<string, Step>>();

/** The first step with a key; looked up for each link of each body. */
function stepOf(steps: readonly Step[], key: string): Step | undefined {
  const known = byKey.get(steps) ?? new Map(steps.toReversed().map((step) => [step.key, step]));
  byKey.set(steps, known);
  return known.get(key);
}

function indent(body: string): string {
  return body
    .split("\n")
    .map((line) => trimEnd(`      | ${line}`, / /))
    .join("\n");
}

function renderNotices(notices: readonly Notice[], paint: Painter): string {
  const lines = notices.map(({ level, path, line, text }) => {
    const place = line === null ? path : `${path}:${line}`;
    return `  ${paint(level, level)} ${place}: ${text}`;
  });
  return ["Notices", ...lines].join("\n");
}

function renderSummary(plan: Plan, paint: Painter): string {
  const { reason } = plan.approval;
  const summary = `Total: ${countSteps(plan)}.`;
  return reason === null ? summary : `${summary}\n${paint("warning", reason.text)}`;
}
