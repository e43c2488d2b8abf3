import { fileProblem } from "../../../../src/messages/reasons/file-problems.ts";
import { describe, expect, test } from "@jest/globals";
import { toBeValidSarifLog } from "@microsoft/jest-sarif";
import pc from "picocolors";
import { formats } from "../../../../src/cli/inspect/formats/formats.ts";
import type { Action, Decision, Meeting } from "../../../../src/minutes/meeting.ts";

const excerpt = { line: 3, endLine: 3, markdown: "", path: [], speaker: null, tableHead: null, isCut: false };
const place = { line: 3, endLine: 3, topic: [], topicId: null, excerpt, context: [] };
const about = { references: [], milestones: [] };

const action: Action = {
  ...place,
  text: "pick *all* of it",
  task: "Pick all of it",
  isSelfContained: false,
  owners: ["@ada"],
  logins: ["ada"],
  known: [{ login: "ada", name: "Ada", from: "attendees" }],
  done: false,
  dropped: false,
  due: "2026-03-06",
  implied: false,
  same: null,
  carriedOver: false,
  about,
};
const decision: Decision = {
  ...place,
  text: "We sell apples",
  speaker: null,
  explicit: true,
  same: null,
  about,
  outcome: null,
};
const meeting: Meeting = {
  path: "calls/1, final.md",
  title: "Orchard call",
  name: "Orchard call",
  date: "2026-03-02",
  meetings: [],
  attendees: [{ name: "Ada", login: "ada" }],
  topics: [],
  references: [],
  milestones: [],
  actions: [
    action,
    { ...action, text: "told twice", same: 3 },
    { ...action, text: "only implied", implied: true },
  ],
  decisions: [decision, { ...decision, text: "maybe", explicit: false }],
  warnings: [
    { line: 4, code: "odd-day", values: { weekday: "Tuesday" }, text: "100% of 3 March,\nexpected: Tuesday" },
  ],
  definitions: [],
  privateParts: [],
};

const print = (name: keyof typeof formats, color = false): string => {
  const format = formats[name](pc.createColors(color));
  return format.meeting(meeting) + format.problem("bad.md", fileProblem("file-missing")) + format.end();
};

test("text gives a line for each finding", () => {
  expect(print("text")).toBe(`calls/1, final.md  2026-03-02 · Orchard call
  Attendees  Ada (@ada)
  Actions
      3  [ ] pick *all* of it (@ada, @ada; due 2026-03-06)
      3  [ ] told twice (@ada, @ada; due 2026-03-06; as in line 3)
      3  [ ] only implied (@ada, @ada; due 2026-03-06; implied)
  Decisions
      3  We sell apples
      3  maybe (implied)
  Warnings
      4  odd-day 100% of 3 March, expected: Tuesday

`);
});

test("text has colors only where they are wanted", () => {
  expect(print("text", true)).toContain("\u001b[");
  expect(print("text")).not.toContain("\u001b");
});

test("markdown leaves out what is implied or repeated, notifies no one, and is safe", () => {
  expect(print("markdown")).toBe(`## Orchard call (2026-03-02)

**Decisions**

- We sell apples

**Actions**

- [ ] pick \\*all\\* of it (ada; due 2026-03-06)

`);
});

test("annotations are escaped as GitHub wants it", () => {
  expect(print("annotations")).toBe(
    "::warning file=calls/1%2C final.md,line=4,title=odd-day::100%25 of 3 March,%0Aexpected: Tuesday\n" +
      "::error file=bad.md,title=file-missing::The file doesn't exist. Check the path.\n",
  );
});

describe("sarif", () => {
  test("holds to the standard's own schema", () => {
    const { pass, message } = toBeValidSarifLog(JSON.parse(print("sarif")));

    expect([pass, pass ? "" : message()]).toEqual([true, ""]);
    expect(toBeValidSarifLog({ version: "2.1.0" }).pass).toBe(false);
  });

  test("is one document with a rule for each kind of warning", () => {
    const { version, runs } = JSON.parse(print("sarif"));

    expect(version).toBe("2.1.0");
    expect(runs[0].tool.driver.rules).toMatchObject([
      { id: "file-missing" },
      { id: "odd-day", shortDescription: { text: "odd day" } },
    ]);
    expect(runs[0].results).toMatchObject([
      {
        ruleId: "odd-day",
        level: "warning",
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "calls/1%2C%20final.md" },
              region: { startLine: 4 },
            },
          },
        ],
      },
      { ruleId: "file-missing", level: "error" },
    ]);
  });
});
