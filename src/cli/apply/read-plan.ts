import { readFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import type { Plan, Step } from "../../plan/plan.ts";
import { planSchema } from "../../plan/schema.ts";
import { describeStep } from "../../plan/text/describe-step.ts";
import { CliError, errorMessage } from "../errors.ts";
import { printable } from "../../plan/media/terminal.ts";

/** Of plans that are written now. */
const VERSION = planSchema.shape.version.value;

/** Reads a plan that was kept. Throws a `CliError` where it is none, or of another version. */
export async function readPlan(file: string): Promise<Plan> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new CliError(`The plan ${file} cannot be read: ${errorMessage(error)}.`);
  }
  const { version } = Object(content);
  if (typeof version === "number" && version !== VERSION) {
    throw new CliError(
      `${file} has plan version ${version}; this version of Minutebook reads plan version ${VERSION}. Make it again with minutebook plan --out.`,
    );
  }
  const { data, error } = planSchema.safeParse(content);
  if (data !== undefined) return data;
  const [issue] = error.issues;
  throw new CliError(
    `${file} is no plan of minutebook plan --out: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`,
  );
}

/** The minutes that a plan is about. */
export function pathsOf({ steps }: Plan): readonly string[] {
  return [...new Set(steps.flatMap(({ origin }) => origin?.path ?? []))];
}

/** Throws a `CliError` where a plan that was kept is not what would be done now. */
export function assertCurrent(file: string, kept: Plan, now: Plan): void {
  const again = "Make it again with minutebook plan --out.";
  if (kept.commit !== now.commit) {
    throw new CliError(
      `The minutes moved on since ${file} was made: they were at ${kept.commit.slice(0, 7)} and are at ${now.commit.slice(0, 7)}. ${again}`,
    );
  }
  const changed = findChanged(kept.steps, now.steps);
  if (changed === null) return;
  throw new CliError(
    `GitHub moved on since ${file} was made; nothing was done. What differs first: ${printable(describeStep(changed))}. ${again}`,
  );
}

/** A step as a file holds it, without its reason, whose text may be another one in another version. */
function asKept({ reason: _reason, ...step }: Step): unknown {
  return JSON.parse(JSON.stringify(step));
}

/** The first step that is not the same in both, or not in both. */
function findChanged(kept: readonly Step[], now: readonly Step[]): Step | null {
  const other = new Map(now.map((step) => [step.key, step]));
  const changed = kept.find((step) => {
    const next = other.get(step.key);
    return next === undefined || !isDeepStrictEqual(asKept(next), asKept(step));
  });
  const keys = new Set(kept.map(({ key }) => key));
  return changed ?? now.find(({ key }) => !keys.has(key)) ?? null;
}
