import { describe, expect, test } from "@jest/globals";
import { readText } from "../read-text.ts";

const decided = (source: string): readonly string[] =>
  readText(`# Tea\n\n## Lids\n\n${source}`)
    .decisions.filter(({ explicit }) => explicit)
    .map(({ text }) => text);

describe("nothing is settled by", () => {
  test.each([
    "- #12 needs to be approved",
    "- #12 was almost approved",
    "- the lid has to be accepted",
    "- Blockers: waiting for #14 to be approved",
    "- They rejected our patch #12",
    "- The PR was accepted upstream",
    "- Upstream accepted #12",
    "- #42: probably rejected",
    "- #44: accepted by the reviewers, not by us",
    "- #48: tests passed",
    "- Short screws are accepted by the press, long ones are rejected",
    "- Ada: numbers are accepted, names are not",
    "- CI passed, review approved",
    "- all checks passed",
    "- the deadline passed",
    "- the fix was adopted by Debian",
    "- Resolved: #12",
    "- Resolved: #12, #14 and octo/kettle#3",
    "- DECISION: no decision on #12",
    "- DECISION: not taken, no quorum",
    "- DECISION: none taken",
    "- AGREED: nothing yet",
    "- DECISION: undecided",
    "| topic | decision |\n| - | - |\n| lids | tentatively yes |",
    "| topic | decision |\n| - | - |\n| lids | no decision |",
    "### Decisions (draft)\n\n- glue the lid",
    "### Decisions (to be confirmed)\n\n- glue the lid",
    "### Resolutions [proposed]\n\n- glue the lid",
  ])("%s", (source) => {
    expect(decided(source)).toEqual([]);
  });

  test.each([
    ["- Approved: #12", "#12"],
    ["- #12 was approved", "#12 was approved"],
    ["- the budget approved", "the budget approved"],
    ["- the budget passed", "the budget passed"],
    ["- #12 passed", "#12 passed"],
    ["- the plan was accepted by all", "the plan was accepted by all"],
    ["- the lid was adopted by the board", "the lid was adopted by the board"],
    ["### Decisions (15 min)\n\n- glue the lid", "glue the lid"],
    ["- DECISION: no new lids", "no new lids"],
    ["- DECISION: nothing is glued", "nothing is glued"],
  ])("but by %s", (source, text) => {
    expect(decided(source)).toEqual([text]);
  });
});

describe("the outcome below a decision is reported with it", () => {
  test.each([
    ["RESOLUTION: sell it\n\nVote: 1 for, 6 against", "Not carried: sell it"],
    ["RESOLUTION: sell it\n\nMany objections.\n\nVote: 1 yes, 6 no", "Not carried: sell it"],
    ["RESOLUTION: sell it\n\n- For: 2\n- Against: 3", "Not carried: sell it"],
    ["- RESOLUTION: sell it\n  - In favour: 2\n  - Opposed: 2", "Not carried: sell it"],
    ["RESOLVED: keep it\n\n_Withdrawn by Ada later in the meeting_", "Withdrawn: keep it"],
    ["DECISION: paint it\n\n(This decision was overturned, see below)", "Overturned: paint it"],
    ["- DECISION: paint it\n  - this was later reversed", "Reversed: paint it"],
  ])("%j", (source, text) => {
    expect(decided(source)).toEqual([text]);
  });

  test.each([
    "RESOLUTION: sell it\n\nVote: 6 for, 1 against",
    "- RESOLUTION: sell it\n  - For: 3\n  - Against: 2",
    "RESOLUTION: sell it\n\nThe lid was withdrawn from the shop.",
    "RESOLUTION: sell it\n\n### Cups\n\nVote: 1 for, 6 against",
    "RESOLUTION: sell it\n\nMotion: buy cups\n\nVote: 1 for, 6 against",
  ])("and nothing else: %j", (source) => {
    expect(decided(source)).toContain("sell it");
  });
});

test("a box that nobody ticked among others that are is undecided", () => {
  expect(decided("### Decisions\n\n- [x] glue the lid\n- [ ] sell the pot")).toEqual(["glue the lid"]);
  expect(decided("### Decisions\n\n- [ ] glue the lid\n- [ ] sell the pot")).toHaveLength(2);
});
