import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { mayConcern } from "../../../src/plan/issues/concerned.ts";
import { findMarker } from "../../../src/plan/marker.ts";
import { snapshotRequest } from "../../../src/plan/make-plan.ts";
import type { ActionIssueState, Concern } from "../../../src/plan/snapshot.ts";
import {
  config,
  fileOf,
  issuesOf,
  MINUTES,
  opened,
  plan,
  repositoryOf,
  snapshotOf,
  TARGET,
} from "../builders.ts";

const WORDS = ["mend", "paint", "buy", "the fence", "a boat", "of the harbour", "for Ada", "again", "soon"];

const action = fc
  .record({
    words: fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 6 }),
    lead: fc.constantFrom("- TODO: ", "- TODO: Mona to ", "- TODO (carried over): ", "- [ ] Hubot: "),
  })
  .map(({ lead, words }) => lead + words.join(" "));

const minutes = fc
  .array(action, { maxLength: 6 })
  .map((actions) => ["# Meeting 2021-03-04", "", "## Work", "", ...actions, ""].join("\n"));

function isConcerned({ body }: ActionIssueState, concern: Concern): boolean {
  const marker = findMarker(body);
  return marker?.kind === "issue" && mayConcern(marker, concern);
}

test("a plan is the same whether GitHub returns all issues or only those that may be concerned", () => {
  fc.assert(
    fc.property(minutes, minutes, minutes, (first, second, edited) => {
      const other = { path: "meetings/2021-03-11.md" };
      const earlier = issuesOf(plan([fileOf(first), fileOf(second, null, other)]));
      const all = earlier.filter(({ action: what }) => what === "create").map((step) => opened(step));
      const files = [fileOf(edited, first)];
      const { concern } = snapshotRequest({ repository: MINUTES, config, files }).repositories[TARGET] ?? {};
      const some = concern === undefined ? [] : all.filter((issue) => isConcerned(issue, concern));

      const planWith = (actionIssues: readonly ActionIssueState[]) =>
        plan(files, { snapshot: snapshotOf(repositoryOf({ actionIssues })) });

      expect(planWith(some)).toEqual(planWith(all));
    }),
    { numRuns: 60 },
  );
});
