import type { Plan } from "../../plan/plan.ts";
import { printable, printableLines } from "../../plan/media/terminal.ts";

/** A plan whose texts can be printed: minutes and titles may hold anything, a terminal obeys some of it. */
export function printablePlan(plan: Plan): Plan {
  return clean(plan) as Plan;
}

function clean(value: unknown): unknown {
  if (typeof value === "string") return printableLines(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [printable(key), clean(one)]));
}
