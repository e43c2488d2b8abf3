import { hashWhole } from "./hash.ts";
import { findRegion } from "./issues/region.ts";
import { findEntries } from "./milestones/block.ts";
import type { Plan, Step } from "./plan.ts";
import { changesOf } from "./step-actions.ts";

/**
 * Names what a person approves: the commit, the configuration, and all that would be written, whether or not there was
 * room to show it. What is skipped, the reasons, and text of other people beside ours do not count: two plans with one
 * hash write the same.
 *
 * @param configuration - The text of the configuration that the plan was made with.
 */
export function hashPlan(plan: Plan, configuration: string): string {
  return hashSteps(plan, changesOf(plan), configuration);
}

/** Of what is hashed, not of the plan: another one voids every approval that is asked for. */
const HASH_VERSION = 1;

/** The same for some of its steps. */
export function hashSteps(
  { repository, commit }: Plan,
  steps: readonly Step[],
  configuration: string,
): string {
  const parts = steps.map(fingerprint).toSorted();
  return hashWhole(JSON.stringify([HASH_VERSION, repository.toLowerCase(), commit, configuration, parts]));
}

/** What a step would write and where. */
function fingerprint(step: Step): string {
  const { reason: _reason, origin: _origin, ...rest } = step;
  switch (rest.kind) {
    case "comment": {
      const { repository, number, thread } = rest.target;
      const { kind, action, key, commentId, body } = rest;
      return JSON.stringify([kind, action, key, repository, number, thread, commentId, body]);
    }
    case "issue": {
      const { url: _url, says: _says, body, ...fields } = rest;
      return JSON.stringify([fields, ownPart(body)]);
    }
    case "milestone": {
      const { kind, action, key, repository, number, title } = rest;
      return JSON.stringify([kind, action, key, repository, number, title, entryChanges(rest)]);
    }
    default:
      return JSON.stringify(rest);
  }
}

/** Minutebook's section of an issue's text; all of it where it is not whole. */
function ownPart(body: string | null): unknown {
  const region = body === null ? null : findRegion(body);
  return region === null ? body : [region.marker, region.whole];
}

/** The entries that come or change, and the ids of those that go. */
function entryChanges({
  before,
  description,
}: {
  readonly before: string | null;
  readonly description: string | null;
}): unknown {
  const standing = findEntries(before ?? "").map((entry) => JSON.stringify(entry));
  const next = findEntries(description ?? "");
  const ids = new Set(next.map(({ id }) => id));
  const changed = next.map((entry) => JSON.stringify(entry)).filter((entry) => !standing.includes(entry));
  const gone = findEntries(before ?? "").filter(({ id }) => !ids.has(id));
  return [changed.toSorted(), gone.map(({ id }) => id).toSorted()];
}
