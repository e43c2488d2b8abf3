import { describe, expect, test } from "@jest/globals";
import type { Decision } from "../../../src/minutes/meeting.ts";
import { defaultReadingOptions, type ReadingOptions } from "../../../src/minutes/options.ts";
import { readMinutes } from "../../../src/minutes/read.ts";
import { minutes } from "../actions/read.ts";

function decisionsOf(body: string, options: Partial<ReadingOptions> = {}): readonly Decision[] {
  const all = { ...defaultReadingOptions, repository: "acme/engine", milestones: ["4.1", "4.2"], ...options };
  return readMinutes("meetings/2024-05-15.md", minutes(body), all).decisions;
}

describe("marked decisions", () => {
  test.each([
    ["RESOLVED: ship it weekly", "ship it weekly"],
    ["Resolution: ship it weekly", "ship it weekly"],
    ["***Resolution #1: ship it weekly***", "ship it weekly"],
    ["**DECISION 4.1:** ship it weekly", "ship it weekly"],
    ["DECISION - ship it weekly", "ship it weekly"],
    ["AGREED: ship it weekly", "ship it weekly"],
    ["[DECISION] ship it weekly", "ship it weekly"],
    ["#agreed ship it weekly", "ship it weekly"],
    ["Consensus: ship it weekly", "ship it weekly"],
    ["TODO: DECIDED: ship it weekly", "ship it weekly"],
    ["who ships it? -- LATER DECIDED: Ada", "Ada"],
    ["agreed to ship it weekly", "agreed to ship it weekly"],
    ["We all agreed that it ships weekly", "We all agreed that it ships weekly"],
    ["Group agreed that Ada ships it", "Group agreed that Ada ships it"],
    ["General consensus on shipping weekly", "General consensus on shipping weekly"],
    ["We have agreement, no need to talk on", "We have agreement, no need to talk on"],
    ["approved", "approved"],
    ["#12 was rejected", "#12 was rejected"],
    ["the vote - deferred till tomorrow", "the vote - deferred till tomorrow"],
    ["Motion carried", "Motion carried"],
    ["The proposal is accepted", "The proposal is accepted"],
    ["#12 is approved", "#12 is approved"],
    ["Outcome: Motion passes", "Motion passes"],
    ["The SC accepted the draft", "The SC accepted the draft"],
    ["The SC discussed the draft, and agreed to wait", "The SC discussed the draft, and agreed to wait"],
    ["defer to the next meeting", "defer to the next meeting"],
    ["passed unanimously", "passed unanimously"],
    ["No objections", "No objections"],
    ["Decided to keep the name", "Decided to keep the name"],
    ["this will go in 4.1", "this will go in 4.1"],
  ])("%s", (line, text) => {
    const found = decisionsOf(`- topic\n  - ${line}`);

    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ text, explicit: true, line: 12, same: null });
  });

  test("a team's own word marks a decision", () => {
    expect(decisionsOf("- Beschluss: weekly it is", { decisionMarkers: ["Beschluss"] })[0]?.text).toBe(
      "weekly it is",
    );
  });

  test("items below a label are decisions, the label is none", () => {
    expect(
      decisionsOf("- Consensus of the meeting:\n  - ship it weekly\n  - Ada to tag it").map(
        ({ text }) => text,
      ),
    ).toEqual(["ship it weekly"]);
  });

  test("a line below a label in bold is a decision, whoever is to do it", () => {
    expect(decisionsOf("**Resolution**\nAda will be added as a committer.").map(({ text }) => text)).toEqual([
      "Ada will be added as a committer.",
    ]);
  });

  test("rows of a table of decisions are decisions", () => {
    const table = "| Decision | Details |\n| --- | --- |\n| 4.1 | ship it weekly |\n| 4.2 | |";

    expect(decisionsOf(table).map(({ text, line }) => ({ text, line }))).toEqual([
      { text: "ship it weekly", line: 13 },
    ]);
  });

  test("a proposal that two people answer with assent is a decision", () => {
    expect(decisionsOf("- Ada: let's not ship on Fridays\n  - Linus: good\n  - Grace: +1")).toMatchObject([
      { line: 11, explicit: true, speaker: "Ada" },
    ]);
  });
});

describe("what is settled without a word for it", () => {
  test.each([
    "Moving forward with both meetings",
    "issue closed",
    "No concerns about the new name",
    "Punted to next week",
    "we'll keep both names",
    "Leave it on the agenda",
    "**soft deletes** for projects **in scope**",
  ])("%s", (line) => {
    expect(decisionsOf(`- topic\n  - ${line}`)).toMatchObject([{ explicit: false, line: 12 }]);
  });

  test("one person's account of what the group agreed", () => {
    expect(decisionsOf("**Ada:** we agreed to ship weekly")).toMatchObject([{ explicit: false }]);
  });
});

describe("what is no decision", () => {
  test.each([
    "PROPOSED: ship it weekly",
    "Proposed resolution: ship it weekly",
    "Ada: agreed",
    "Ada: I agree",
    "If we get consensus we ship it",
    "no consensus yet",
    "Consensus on the train was not reached",
    "Agreed to disagree on the train",
    "It was agreed by nobody to ship it",
    "RESOLVED? ship it weekly",
    "DECISION pending: ship it weekly",
    "**Decision (not final):** ship it weekly",
    "need approval from the board",
    "not approved yet",
    "should we ship it weekly?",
    "was it agreed?",
    "none of that was agreed to",
    "no update",
    "In the previous meeting, we had a consensus",
    "the approval process is slow",
    "maybe 4.1",
  ])("%s", (line) => {
    expect(decisionsOf(`- topic\n  - ${line}`)).toEqual([]);
  });
});

test("a repeated decision names its first mention", () => {
  const body =
    "RESOLVED: Adopt the weekly release train\n\n## Summary of resolutions\n\n- Adopt the weekly release train";

  expect(decisionsOf(body).map(({ same }) => same)).toEqual([null, 11]);
});

test("a decision in a wrapped item is on the line of its sentence", () => {
  expect(decisionsOf("- There was a long talk about\n  names. We decided to keep it.")[0]).toMatchObject({
    line: 12,
    text: "We decided to keep it.",
  });
});

test("what is below the title of a numbered item is read by itself", () => {
  expect(decisionsOf("3. Budget\n   It was agreed to spend it all.")).toMatchObject([
    { text: "It was agreed to spend it all." },
  ]);
});
