import { expect, test } from "@jest/globals";
import { renderFingerprint } from "../../../src/plan/issues/fingerprint.ts";
import { findMarker } from "../../../src/plan/marker.ts";
import { issueToken } from "../../../src/plan/tokens.ts";
import type { MinutesChange } from "../../../src/plan/input.ts";
import type { ActionIssueState } from "../../../src/plan/snapshot.ts";
import {
  applied,
  commentsOf,
  FIRST,
  fileOf,
  issuesOf,
  plan,
  repositoryOf,
  SECOND,
  snapshotOf,
} from "../builders.ts";

const DAYS = ["2021-03-02", "2021-03-09"] as const;

function minutesOf(day: string, body: string): MinutesChange {
  const source = `# Call ${day}\n\nPresent: Mona, Hubot\n\n${body}\n`;
  return fileOf(source, null, { path: `meetings/${day}.md` });
}

const opened = (files: readonly MinutesChange[], issues: readonly ActionIssueState[] = []): number => {
  const snapshot = snapshotOf(repositoryOf({ actionIssues: issues }));
  const made = plan(files, { snapshot, commit: SECOND, before: FIRST });
  return issuesOf(made).filter(({ action }) => action === "create").length;
};

/** The issue of the first meeting, as GitHub has it later. */
function issuesAfter(first: MinutesChange, difference: Partial<ActionIssueState> = {}) {
  const state = repositoryOf();
  const { actionIssues } = applied(state, plan([first], { snapshot: snapshotOf(state) }));
  return actionIssues.map((issue) => ({ ...issue, ...difference }));
}

/** What is left of an issue that a person deleted: no word of it. */
function deleted(issue: ActionIssueState): ActionIssueState {
  const marker = findMarker(issue.body);
  if (marker?.kind !== "issue") throw new Error("There is no marker.");
  return { ...issue, body: renderFingerprint(marker), state: "closed", gone: "deleted" };
}

/** How many issues there are after both meetings, by how they were pushed. */
function countIssues(one: string, other: string) {
  const first = minutesOf(DAYS[0], one);
  const second = minutesOf(DAYS[1], other);
  const closed = { state: "closed", stateReason: "completed", closedBy: "person" } as const;
  return {
    "in one file": opened([minutesOf(DAYS[0], `${one}\n\n${other}`)]),
    "in one push": opened([first, second]),
    "one after the other": 1 + opened([second], issuesAfter(first)),
    "where a person closed the first": 1 + opened([second], issuesAfter(first, closed)),
    "where a person deleted the first": 1 + opened([second], issuesAfter(first).map(deleted)),
  };
}

const each = (count: number) => ({
  "in one file": count,
  "in one push": count,
  "one after the other": count,
  "where a person closed the first": count,
  "where a person deleted the first": count,
});

const todo = (text: string): string => `- TODO: ${text}`;

const OTHER: readonly (readonly [string, string, string])[] = [
  ["a number", todo("Mona to merge #30"), todo("Mona to merge #31")],
  [
    "one of two numbers",
    todo("Mona to merge #30 and then #40 once the tests of both of them pass again"),
    todo("Mona to merge #31 and then #40 once the tests of both of them pass again"),
  ],
  ["a version", todo("Mona to tag release 2.0"), todo("Mona to tag release 2.1")],
  [
    "a day",
    todo("Mona to publish the minutes of 2021-03-02"),
    todo("Mona to publish the minutes of 2021-03-09"),
  ],
  ["a quarter", todo("Mona to plan the budget for Q1"), todo("Mona to plan the budget for Q2")],
  [
    "a name",
    todo("Mona to ask the shop in Emden about string"),
    todo("Mona to ask the shop in Essen about string"),
  ],
  ["a system", todo("Mona to try the installer on Windows"), todo("Mona to try the installer on Linux")],
  ["a letter of a code", todo("Mona to update the ICU4J build"), todo("Mona to update the ICU4C build")],
  ["a service", todo("Mona to add Zoe to the npm team"), todo("Mona to add Zoe to the GitHub team")],
  ["what is done", todo("Mona to enable the big lights"), todo("Mona to disable the big lights")],
  [
    "the topic's issue",
    `## #30 Door\n\n${todo("Mona to reply on the ticket")}`,
    `## #31 Window\n\n${todo("Mona to reply on the ticket")}`,
  ],
  [
    "the item's issue",
    `- #30 Door\n  ${todo("Mona to reply on the ticket")}`,
    `- #31 Window\n  ${todo("Mona to reply on the ticket")}`,
  ],
  [
    "the topic's issue, in many words",
    `## #30 Door\n\n${todo("Mona to write down what was agreed and close the ticket")}`,
    `## #31 Window\n\n${todo("Mona to write down what was agreed and close the ticket")}`,
  ],
];

test.each(OTHER)("actions of two meetings that differ by %s are two issues", (_, one, other) => {
  expect(countIssues(one, other)).toEqual(each(2));
});

/** Of an issue that was deleted, neither topic nor address is known any more: in doubt, no other is opened. */
test.each([
  [
    "an address",
    todo("Mona to review the wiring plan https://example.org/12"),
    todo("Mona to review the wiring plan https://example.org/13"),
  ],
  [
    "the topic",
    `## Door\n\n${todo("Mona to inject into Team IaaS")}`,
    `## Window\n\n${todo("Mona to inject into Team IaaS")}`,
  ],
  [
    "the topic above a heading of both",
    `## Door\n\n### Actions\n\n${todo("Mona to book a van")}`,
    `## Window\n\n### Actions\n\n${todo("Mona to book a van")}`,
  ],
])("actions of two meetings that differ by %s are two issues, while nobody deleted one", (_, one, other) => {
  expect(countIssues(one, other)).toEqual({ ...each(2), "where a person deleted the first": 1 });
});

const SHOP = "ask the shop in Emden about string";

const SAME: readonly (readonly [string, string, string])[] = [
  ["nothing", todo(`Mona to ${SHOP}`), todo(`Mona to ${SHOP}`)],
  ["an owner added", todo(SHOP), todo(`Mona to ${SHOP}`)],
  ["a second owner", todo(`Mona to ${SHOP}`), todo(`Mona and Hubot to ${SHOP}`)],
  [
    "a sentence added",
    todo("Mona to ask the shop in Emden about the price of string"),
    todo("Mona to ask the shop in Emden about the price of string. Also find out whether they sell nets."),
  ],
  [
    "a remark added",
    todo("Mona to ask the shop in Emden about the price of string"),
    todo("Mona to ask the shop in Emden about the price of string -- and put it into the next letter"),
  ],
  ["where the owner is named", todo(`Mona to ${SHOP}`), todo(`${SHOP} (Mona)`)],
  ["when it is due", todo(`Mona to ${SHOP} by March 8`), todo(`Mona to ${SHOP} by March 15`)],
  [
    "a list of what is to be done",
    `## Shops\n\n${todo(`Mona to ${SHOP}`)}`,
    `## Action items\n\n${todo(`Mona to ${SHOP}`)}`,
  ],
  [
    "a short task in such a list",
    `## Shops\n\n${todo("Mona to book a van")}`,
    `## Actions\n\n${todo("Mona to book a van")}`,
  ],
  [
    "a list by person",
    `## Shops\n\n${todo("Mona to book a van")}`,
    `## Mona\n\n${todo("Mona to book a van")}`,
  ],
  [
    "two titles of follow-ups",
    `## Following up on TODOs from the spring\n\n${todo("Mona to book a van")}`,
    `## TODO followups (above the line)\n\n${todo("Mona to book a van")}`,
  ],
  [
    "a list above the topics that it sums up",
    `## Harbor crew\n\nTODO:\n\n- Mona to book a van`,
    `## Harbor crew\n\n### Trips\n\n${todo("Mona to book a van")}`,
  ],
  [
    "a wider title",
    `## Shops\n\n${todo("Mona to book a van")}`,
    `## Shops and vans\n\n${todo("Mona to book a van")}`,
  ],
  [
    "its topic, all else being said",
    `## Shops\n\n${todo(`Mona to ${SHOP}`)}`,
    `## String\n\n${todo(`Mona to ${SHOP}`)}`,
  ],
];

test.each(SAME)("actions of two meetings that differ by %s alone are one issue", (_, one, other) => {
  expect(countIssues(one, other)).toEqual(each(1));
});

const carried = (text: string): string => `## Open actions from last time\n\n${todo(text)}`;

test.each([
  ["a number", "Mona to merge pull request #30", "Mona to merge pull request #31"],
  [
    "a name and a word",
    "Mona to add Zoe to the npm organization",
    "Mona to add Zoe to the GitHub organization",
  ],
  ["its contrary", "Mona to start the survey of members", "Mona to stop the survey of members"],
  ["its contrary, by a syllable", "Mona to enable the big lights", "Mona to disable the big lights"],
])("an action that is carried over is another one that differs by %s", (_, one, other) => {
  expect(opened([minutesOf(DAYS[1], carried(other))], issuesAfter(minutesOf(DAYS[0], todo(one))))).toBe(1);
});

test.each([
  [
    "is reworded",
    "Mona to ask the shop in Emden about string",
    "Mona to ask the Emden shop about the string",
  ],
  ["has another verb", "Mona to write the guide for new members", "Mona to finish the guide for new members"],
  [
    "has an owner now",
    "ask the shop in Emden about string",
    "Mona, Hubot: ask the shop in Emden about string",
  ],
])("an action that is carried over and %s has the same issue", (_, one, other) => {
  expect(opened([minutesOf(DAYS[1], carried(other))], issuesAfter(minutesOf(DAYS[0], todo(one))))).toBe(0);
});

test("an action that links its own issue is that issue's, whatever its topic is about", () => {
  const first = minutesOf(DAYS[0], `## #30 Door\n\n${todo("Mona to reply on the ticket")}`);
  const issues = issuesAfter(first);
  const link = `(#${issues[0]?.number})`;

  const next = minutesOf(DAYS[1], `## Actions\n\n${todo(`Mona to reply on the ticket ${link}`)}`);

  expect(opened([next], issues)).toBe(0);
});

test("a comment lists the action about its thread with the issue of that action", () => {
  const files = [minutesOf(DAYS[0], todo("Mona to merge #1")), minutesOf(DAYS[1], todo("Mona to merge #2"))];

  const made = plan(files);

  const [first = "", second = ""] = issuesOf(made).map(({ key }) => issueToken(key));
  const [one = "", other = ""] = commentsOf(made).map(({ body }) => body ?? "");
  expect([one.includes(first), one.includes(second)]).toEqual([true, false]);
  expect([other.includes(first), other.includes(second)]).toEqual([false, true]);
});

test("an action that a push takes out of one file and puts under another topic of the next one is the same issue", () => {
  const before = minutesOf(DAYS[0], `## Shops\n\n${todo("Mona to book a van")}`);
  const gone = { ...minutesOf(DAYS[0], "## Shops\n\n- Closed."), previous: before.meeting };
  const next = minutesOf(DAYS[1], `## Transport\n\n${todo("Mona to book a van")}`);

  for (const files of [
    [gone, next],
    [next, gone],
  ])
    expect(opened(files, issuesAfter(before))).toBe(0);
  expect(opened([next], issuesAfter(before))).toBe(1);
});
