import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { findRegion } from "../../src/plan/issues/region.ts";
import { findMarker } from "../../src/plan/marker.ts";
import { findEntries } from "../../src/plan/milestones/block.ts";
import {
  commentsOf,
  fileOf,
  issuesOf,
  milestoneOf,
  milestonesOf,
  plan,
  repositoryOf,
  snapshotOf,
} from "./builders.ts";
import { harmsOfBody } from "./quote/harms.ts";
import { PIECES } from "./quote/pieces.ts";

/** Besides what means something to Markdown: what means something to our reading and to our templates. */
const READ = [
  "TODO: @hubot to ",
  "\n- TODO: Mona to look ",
  "\n- DECISION: #1 will go in 1.1 ",
  "RESOLVED: ",
  "[1.1](",
  "1.1",
  "{{footer}}",
  "{{excerpt}}",
  "$&",
  "#2 ",
  " and ",
];

const hostile = fc
  .array(fc.constantFrom(...PIECES, ...READ, ...READ, ...READ), { minLength: 1, maxLength: 20 })
  .map((pieces) => pieces.join(""));

test("whatever minutes hold, every body keeps to itself and is known again", () => {
  const state = repositoryOf({ milestones: [milestoneOf("1.1", "Spring.")] });
  fc.assert(
    fc.property(hostile, (text) => {
      const source = `# Garden ${text.split("\n")[0]} 2021-03-04\n\n## ${text}\n\n- #1 ${text}\n- TODO: Mona to ${text}\n- 1.1 ${text}\n`;
      const made = plan([fileOf(source)], { snapshot: snapshotOf(state) });
      const posted = [...commentsOf(made), ...issuesOf(made)].filter(({ action }) => action === "create");

      for (const step of posted) {
        expect(harmsOfBody(step.body ?? "")).toEqual([]);
        expect(findMarker(step.body ?? "")?.key).toBe(step.key);
      }
      for (const step of issuesOf(made)) {
        expect(step.title).toMatch(/^[^\n\r`]{1,120}$/);
        expect(step.action === "skip" || findRegion(step.body ?? "")?.marker.key === step.key).toBe(true);
      }
      for (const step of milestonesOf(made).filter(({ action }) => action === "update")) {
        expect(harmsOfBody(step.description ?? "")).toEqual([]);
        expect(step.description).toMatch(/^Spring\.\n\n<!-- minutebook:milestone -->/);
        expect(findEntries(step.description ?? "")).toHaveLength(1);
      }
    }),
    { numRuns: 100 },
  );
});
