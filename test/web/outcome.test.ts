import { expect, test } from "@jest/globals";
import type { Meeting } from "../../src/minutes/meeting.ts";
import { toOutcome } from "../../src/web/model/outcome.ts";
import { config, fileOf, plan } from "../plan/builders.ts";

const SOURCE = `# Team meeting Monday 2021-03-04

- #1 crashes
  - TODO: Mona to bisect the crash of #1
`;

const file = fileOf(SOURCE);
const meeting = file.meeting as Meeting;

test("a reason names its lines, or the line that it comes from", () => {
  const { steps } = toOutcome(plan([file]), meeting);

  expect(steps.map(({ kind, reason }) => [kind, reason])).toEqual([
    ["issue", { text: "New action. From line 4.", lines: "line 4" }],
    ["comment", { text: "Mentioned on lines 3, 4.", lines: "lines 3, 4" }],
  ]);
});

test("a warning that the plan has too is shown once, by its code and values", () => {
  const made = plan([file]);
  const renamed = { ...made, notices: made.notices.map((notice) => ({ ...notice, text: "Reworded." })) };

  expect(meeting.warnings).toMatchObject([{ code: "weekday-mismatch" }]);
  expect(toOutcome(renamed, meeting).notices).toEqual([
    { line: 1, code: "weekday-mismatch", text: "Reworded." },
  ]);
  expect(toOutcome({ ...made, notices: [] }, meeting).notices).toMatchObject([{ line: 1 }]);
});

test("says why it waits, and nothing where it does not", () => {
  expect(toOutcome(plan([file]), meeting).approval).toBeNull();
  expect(toOutcome(plan([file], { config: { ...config, mode: "review" } }), meeting).approval).toBe(
    "Waiting for approval (`mode: review`).",
  );
});
