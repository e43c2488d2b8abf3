import { expect, test } from "@jest/globals";
import { outcomeFor } from "../../../src/plan/milestones/outcome-for.ts";
import { meetingOf, TARGET } from "../builders.ts";

function outcomeOf(words: string, number: number): string | null {
  const [decision] = meetingOf(`# Team, 2021-03-04\n\n- DECISION: ${words}\n`).decisions;
  if (decision === undefined) throw new Error("no decision was read");
  const outcome = outcomeFor(decision, [`${TARGET}#${number}`]);
  return outcome === null ? null : `${outcome.kind} ${outcome.milestone}`;
}

test.each([
  ["#1 will go in 1.1", 1, "in 1.1"],
  ["#1 will go in 1.1 with the short delay; the proper fix is #2 and can wait", 1, "in 1.1"],
  ["#1 will go in 1.1 with the short delay; the proper fix is #2 and can wait", 2, null],
  ["#1 and #2 will go in 1.1", 2, "in 1.1"],
  ["#3 will go in 1.1", 1, null],
  ["we merge #1 this week", 1, null],
])("a decision %j sends #%d: %j", (words, number, expected) => {
  expect(outcomeOf(words, number)).toBe(expected);
});
