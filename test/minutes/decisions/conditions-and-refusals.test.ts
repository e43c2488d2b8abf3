import { describe, expect, test } from "@jest/globals";
import { defaultReadingOptions } from "../../../src/minutes/options.ts";
import { readMinutes } from "../../../src/minutes/read.ts";
import { minutes } from "../actions/read.ts";

const options = { ...defaultReadingOptions, repository: "acme/engine", milestones: ["4.1"] };

function decided(body: string): readonly string[] {
  const { decisions } = readMinutes("meetings/2024-05-15.md", minutes(body), options);
  return decisions.filter(({ explicit }) => explicit).map(({ text }) => text);
}

function decidedInLog(...said: readonly string[]): readonly string[] {
  const log = said.map((text, at) => `10:${10 + at} <ada> ${text}`).join("\n");
  return readMinutes("meetings/2024-05-15.log", log, options).decisions.map(({ text }) => text);
}

describe("a condition stays in its decision", () => {
  test.each([
    ["RESOLVED: buy a lid (unless the deal is done by then)", "buy a lid (unless the deal is done by then)"],
    ["RESOLVED: tag it (once PRs 31, 32 and 33 are merged)", "tag it (once PRs 31, 32 and 33 are merged)"],
    ["RESOLVED: tag it -- once the docs are completed", "tag it -- once the docs are completed"],
    ["RESOLVED: tag it (done)", "tag it"],
    ["RESOLVED: tag it. Done, if nobody objects", "tag it. Done, if nobody objects"],
    ["AGREED (if Linus is fine with it): tag it", "tag it (if Linus is fine with it)"],
    ["Decision (pending legal review): tag it", "tag it (pending legal review)"],
    ["If the tests pass -> DECISION: tag it", "If the tests pass -> DECISION: tag it"],
    ["agreed to tag it (as soon as #31 is merged)", "agreed to tag it (as soon as #31 is merged)"],
    ["RESOLVED: tag it\n  - unless Linus objects by Friday", "tag it – unless Linus objects by Friday"],
    ["RESOLVED: tag it\n  - Condition: the tests pass", "tag it – Condition: the tests pass"],
    ["RESOLVED: tag it\n  - Linus makes the notes", "tag it"],
    ["RESOLVED: tag it\n  - if it breaks, we take it back", "tag it"],
  ])("%s", (line, text) => {
    expect(decided(`- ${line}`)).toEqual([text]);
  });

  test("and a matter that depends on something is sent to no release", () => {
    const read = readMinutes("meetings/2024-05-15.md", "- #12 will go in 4.1 once #31 is merged", options);

    expect(read.milestones.map(({ outcome }) => outcome)).toEqual([null]);
  });
});

describe("what was not agreed to says so", () => {
  test.each([
    ["REJECTED: glue the lid", "Rejected: glue the lid"],
    ["Declined: glue the lid", "Declined: glue the lid"],
    ["[WITHDRAWN] glue the lid", "Withdrawn: glue the lid"],
    ["Not approved: glue the lid", "Not approved: glue the lid"],
    ["#rejected glue the lid", "Rejected: glue the lid"],
    ["#declined glue the lid", "Declined: glue the lid"],
    ["Deferred: glue the lid", "Deferred: glue the lid"],
    ["RESOLUTION #3 (withdrawn): glue the lid", "Withdrawn: glue the lid"],
    ["Decision (rejected): glue the lid", "Rejected: glue the lid"],
    ["Resolution: glue the lid\n  - Result: rejected, 2 to 5", "Rejected: glue the lid"],
    ["Resolution: glue the lid\n  - Vote: not approved", "Not approved: glue the lid"],
    ["Resolution: glue the lid\n  - Motion failed (2/5)", "Motion failed: glue the lid"],
    ["Resolution: glue the lid\n  - accepted unanimously", "glue the lid"],
    ["DECISION: glue the lid [withdrawn]", "glue the lid [withdrawn]"],
    ["DECISION: glue the lid (superseded)", "glue the lid (superseded)"],
    ["DECISION: [cancelled] glue the lid", "[cancelled] glue the lid"],
    ["DECISION: glue the lid - abandoned", "glue the lid - abandoned"],
    ["DECISION (overturned): glue the lid", "glue the lid (overturned)"],
    ["[VOID] DECISION: glue the lid", "[VOID] DECISION: glue the lid"],
    ["DECISION: glue the lid (done)", "glue the lid"],
    ["Rejected:\n  - glue the lid", "Rejected: glue the lid"],
  ])("%s", (line, text) => {
    expect(decided(`- ${line}`)).toContain(text);
    expect(decided(`- ${line}`)).not.toContain(text === "glue the lid" ? "" : "glue the lid");
  });

  test("below a heading among the decisions", () => {
    const body = "## Decisions\n\n### Approved\n\n- buy a lid\n\n### Rejected\n\n- glue the lid";

    expect(decided(body)).toEqual(["buy a lid", "Rejected: glue the lid"]);
  });

  test("behind a resolution in a paragraph of its own", () => {
    expect(decided("RESOLUTION: glue the lid\n\nWithdrawn.\n\nRESOLUTION: buy a lid")).toEqual([
      "Withdrawn: glue the lid",
      "buy a lid",
    ]);
  });

  test("in a cell of its row, where what is open is no decision at all", () => {
    const table =
      "| Resolution | Result |\n| --- | --- |\n| glue the lid | rejected |\n| buy a lid | approved |\n| sell it | to be decided |";

    expect(decided(table)).toEqual(["Rejected: glue the lid", "buy a lid"]);
  });

  test.each([
    "Decision (draft): glue the lid",
    "Resolution (proposed): buy a lid",
    "DECISION: (proposed) glue the lid",
    "DECISION: [draft] glue the lid",
    "**RESOLVED:** _tentative_: glue the lid",
    "RESOLVED: (tentatively) glue the lid",
    "DECISION: to be confirmed - glue the lid",
    "AGREED: provisionally: glue the lid",
    "DECISION: glue the lid (tentative)",
    "DECISION: glue the lid [not final].",
  ])("a draft such as %j is none", (line) => {
    expect(decided(`- ${line}`)).toEqual([]);
  });

  test.each([
    [
      "Motion: glue the lid. 2 for, 5 against. Not carried.",
      "Motion: glue the lid. 2 for, 5 against. Not carried.",
    ],
    ["Motion: glue the lid. Motion passed 5-2.", "Motion: glue the lid. Motion passed 5-2."],
  ])("a result says what it is about: %s", (line, text) => {
    expect(decided(`- ${line}`)).toEqual([text]);
  });
});

describe("#undo in a chat", () => {
  test("takes back the command before it, and the one before that", () => {
    expect(
      decidedInLog("#agreed buy a lid", "#agreed glue the lid", "#agreed sell it", "#undo", "#undo"),
    ).toEqual(["buy a lid"]);
  });

  test("takes back an action, a link and a topic, and nothing that was only said", () => {
    const log =
      "10:00 <ada> #startmeeting Tea\n10:00 <ada> #topic Lids\n10:01 <ada> #link https://github.com/acme/engine/issues/12\n10:02 <ada> #undo\n" +
      "10:03 <ada> #action grace to buy a lid\n10:04 <ada> no, wait\n10:05 <ada> #undo\n10:06 <ada> #topic Pots\n" +
      "10:07 <ada> #undo\n10:08 <ada> #agreed keep #13";
    const read = readMinutes("meetings/2024-05-15.log", log, options);

    expect(read.actions).toEqual([]);
    expect(read.references.map(({ target }) => target)).toEqual(["acme/engine#13"]);
    expect(read.topics.map(({ title }) => title)).toEqual(["Lids"]);
    expect(read.decisions[0]?.topic).toEqual(["Lids"]);
  });

  test("leaves no word of it in what is quoted", () => {
    const log =
      "10:00 <ada> #startmeeting Tea\n10:00 <ada> #topic Lids\n10:01 <ada> #link https://github.com/acme/engine/issues/12\n10:02 <ada> it is loose\n" +
      "10:03 <ada> #agreed glue the lid\n10:04 <ada> #undo\n10:05 <ada> #agreed buy a lid";

    const read = readMinutes("meetings/2024-05-15.log", log, options);

    expect(read.references[0]?.excerpt.markdown).not.toContain("glue");
    expect(read.references[0]?.excerpt.markdown).toContain("it is loose");
  });
});
