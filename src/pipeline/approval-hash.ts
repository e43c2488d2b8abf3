import type { Head } from "../github/port.ts";
import { hashWhole } from "../plan/hash.ts";
import { hashPlan } from "../plan/plan-hash.ts";
import type { Plan } from "../plan/plan.ts";

/** The hash by which a person approves this plan and no other. */
export function hashFor(plan: Plan, head: Head): string {
  return hashPlan(plan, configurationText(head));
}

/** The configuration that counts, as it is written, and where. */
export function configurationText({ configuration }: Head): string {
  return configuration === null
    ? ""
    : `${configuration.repository}:${configuration.path}\n${configuration.text}`;
}

/** The same, short. */
export function configurationHash(head: Head): string {
  return hashWhole(configurationText(head));
}
