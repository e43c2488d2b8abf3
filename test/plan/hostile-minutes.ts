import { expect } from "@jest/globals";
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
import { reportWaiting } from "../../src/pipeline/report/waiting.ts";
import { printablePlan } from "../../src/cli/plan/printable-plan.ts";
import { renderPlan } from "../../src/plan/render-plan.ts";
import { harmsOfBody, harmsOfReport } from "./quote/harms.ts";
import { PIECES } from "./quote/pieces.ts";
import type { Render } from "./quote/rendered.ts";

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

/** Moves a terminal's cursor, or turns the direction of what is read. */
const CONTROLS = /(?![\n\t])[\p{Cc}\u2028-\u202E\u2066-\u2069]/u;

/**
 * Plans minutes that mean harm, and looks at all that comes of them: bodies, titles, milestone notes, the check run,
 * and what a terminal shows.
 *
 * @param by - Renders Markdown.
 * @throws where any of it does more than say something
 */
export function checkHostileMinutes(
  by: Render,
  settings: { readonly numRuns: number; readonly seed?: number },
): void {
  const state = repositoryOf({ milestones: [milestoneOf("1.1", "Spring.")] });
  fc.assert(
    fc.property(hostile, (text) => {
      const source = `# Garden ${text.split("\n")[0]} 2021-03-04\n\n## ${text}\n\n- #1 ${text}\n- TODO: Mona to ${text}\n- 1.1 ${text}\n`;
      const made = plan([fileOf(source)], { snapshot: snapshotOf(state) });
      const posted = [...commentsOf(made), ...issuesOf(made)].filter(({ action }) => action === "create");

      for (const step of posted) {
        expect(harmsOfBody(step.body ?? "", by)).toEqual([]);
        expect(findMarker(step.body ?? "")?.key).toBe(step.key);
      }
      for (const step of issuesOf(made)) {
        expect(step.title).toMatch(/^[^\n\r`]{1,120}$/);
        expect(step.action === "skip" || findRegion(step.body ?? "")?.marker.key === step.key).toBe(true);
      }
      for (const step of milestonesOf(made).filter(({ action }) => action === "update")) {
        expect(harmsOfBody(step.description ?? "", by)).toEqual([]);
        expect(step.description).toMatch(/^Spring\.\n\n<!-- minutebook:milestone -->/);
        expect(findEntries(step.description ?? "")).toHaveLength(1);
      }
      const { summary, text: details, title } = reportWaiting(made, { hash: "a1" });
      expect(harmsOfReport(`${summary}\n\n${details ?? ""}`, by)).toEqual([]);
      expect(title).not.toMatch(/[\n\r]/);
      expect(renderPlan(printablePlan(made), { bodies: true })).not.toMatch(CONTROLS);
    }),
    settings,
  );
}
