import { describe, expect, test } from "@jest/globals";
import { readText } from "../read-text.ts";

function seen(source: string, path = "meetings/notes.md") {
  return readText(source, {}, path).meetings.map(({ line, date }) => `${line} ${date}`);
}

const talk = "- #12 is loose\n- TODO: Ada to glue it by Friday";

describe("two meetings in one file are seen by", () => {
  test.each([
    [
      "headings",
      `# Tea round\n\n## 2026-03-16\n\n${talk}\n\n## 2026-03-02\n\n${talk}`,
      ["3 2026-03-16", "8 2026-03-02"],
    ],
    [
      "headings in words",
      `# Tea\n\n## Monday, 2 March 2026\n\n${talk}\n\n## Monday, 16 March 2026\n`,
      ["3 2026-03-02", "8 2026-03-16"],
    ],
    [
      "titles",
      `# 2026-03-16 Tea call\n\n## Lids\n\n${talk}\n\n# 2026-03-02 Tea call\n\n## Pots\n`,
      ["1 2026-03-16", "8 2026-03-02"],
    ],
    [
      "names of meetings",
      "# Tea\n\n## Meeting #12 - 2026-03-16\n\nx\n\n## Meeting #11 - 2026-03-02\n\ny",
      ["3 2026-03-16", "7 2026-03-02"],
    ],
    [
      "minutes of each",
      "# Tea\n\n## Minutes of 16 March 2026\n\nx\n\n## Minutes of 2 March 2026\n\ny",
      ["3 2026-03-16", "7 2026-03-02"],
    ],
    [
      "days below their year",
      "# Tea 2026\n\n## March 16\n\nx\n\n## March 2\n\ny",
      ["3 2026-03-16", "7 2026-03-02"],
    ],
    [
      "days below their month",
      "# March 2026\n\n## 3/16\n\nx\n\n## 3/2\n\ny",
      ["3 2026-03-16", "7 2026-03-02"],
    ],
    [
      "subjects behind them",
      "# Tea\n\n## 2026-03-16: the lid\n\nx\n\n## 2026-03-02: the pot\n\ny",
      ["3 2026-03-16", "7 2026-03-02"],
    ],
    [
      "bold lines",
      "# Tea\n\n**2026-03-16** Held at the pot.\n\nx\n\n**2026-03-02** Held at home.",
      ["3 2026-03-16", "7 2026-03-02"],
    ],
    [
      "lines alone",
      "Tea minutes\n\n16 March 2026\n\n- x\n\n2 March 2026\n\n- y",
      ["3 2026-03-16", "7 2026-03-02"],
    ],
    [
      "labels",
      "Date: 2026-03-16\nPresent: Ada\n\n- x\n\n---\n\nDate: 2026-03-02\nPresent: Grace\n\n- y",
      ["1 2026-03-16", "8 2026-03-02"],
    ],
    ["items", "# Tea notes\n\n- 2026-03-16\n  - x\n- 2026-03-02\n  - y", ["3 2026-03-16", "5 2026-03-02"]],
    [
      "what is folded",
      "# Tea\n\n<details><summary>2026-03-16</summary>\n\n- x\n\n</details>\n\n<details><summary>2026-03-02</summary>\n\n- y\n\n</details>",
      ["3 2026-03-16", "9 2026-03-02"],
    ],
    [
      "rows of a table",
      "# Tea\n\n| Date | Notes |\n| --- | --- |\n| 2026-03-16 | #12 is loose |\n| 2026-03-02 | #13 drips |",
      ["5 2026-03-16", "6 2026-03-02"],
    ],
    [
      "days below another year",
      "# Tea\n\n## 2026\n\n### 5 January\n\nx\n\n## 2025\n\n### 8 December\n\ny",
      ["5 2026-01-05", "11 2025-12-08"],
    ],
    [
      "days of other languages",
      "# Tee\n\n## 16. März 2026\n\nx\n\n## 2. März 2026\n\ny",
      ["3 2026-03-16", "7 2026-03-02"],
    ],
  ])("%s", (_, source, expected) => {
    expect(seen(source)).toEqual(expected);
  });
});

describe("one meeting is", () => {
  const one = (...parts: readonly string[]) =>
    seen(["# Tea round, 16 March 2026", "Present: Ada, Grace", ...parts, "## Lids", talk].join("\n\n"));

  test.each([
    [
      "with the minutes of an earlier one",
      "## Approval of the minutes of 2 March 2026\n\nDone.\n\n## Minutes of 16 February 2026\n\nDone.",
    ],
    [
      "with the next ones",
      "## Next meeting: 30 March 2026\n\nx\n\n## Next meeting but one: 13 April 2026\n\ny",
    ],
    ["with deadlines", "## Deadlines\n\n### 2026-04-01\n\nx\n\n### 2026-05-01\n\ny"],
    ["with a deadline each", "## Paper, due 2026-04-01\n\nx\n\n## Poster, due 2026-05-01\n\ny"],
    ["with a change log", "## Changelog\n\n### 2026-03-01\n\nx\n\n### 2026-02-01\n\ny"],
    ["with releases", "## 1.2.0 (2026-03-01)\n\nx\n\n## 1.1.0 (2026-02-01)\n\ny"],
    ["with a list of releases", "## Releases\n\n- 2026-03-01\n  - 1.2\n- 2026-02-01\n  - 1.1"],
    ["with an agenda's days", "## Agenda\n\n- 2026-03-16\n  - lids\n- 2026-03-17\n  - pots"],
    ["with a schedule", "## Schedule\n\n### 30 March 2026\n\nx\n\n### 13 April 2026\n\ny"],
    ["with events", "## Workshop on lids, 2 May 2026\n\nx\n\n## Summit, 9 May 2026\n\ny"],
    ["with dated topics", "## Lids (2026-03-02)\n\nx\n\n## Pots\n\ny\n\n## Spouts (2026-02-02)\n\nz"],
    ["with dated talk", "- **2026-03-02** the lid fell\n- **2026-03-04** it fell again"],
    [
      "with a table of tasks",
      "| Date | Topic | Owner |\n| --- | --- | --- |\n| 2026-03-02 | glue | Ada |\n| 2026-03-09 | lid | Grace |",
    ],
    [
      "with a table of releases",
      "| Date | Version | Notes |\n| --- | --- | --- |\n| 2026-03-02 | 1.1 | x |\n| 2026-03-09 | 1.2 | y |",
    ],
    ["with days of a trip", "- Travel\n  - Date: 2026-05-01\n  - x\n- Fair\n  - Date: 2026-05-08\n  - y"],
    ["with its own day again", "**16 March 2026**\n\nx\n\n2026-03-16\n\ny"],
  ])("%s", (_, part) => {
    expect(one(part)).toEqual([]);
  });
});

test("a file with several meetings has one warning about it, with each meeting and its line", () => {
  const { warnings } = readText(
    `# Tea\n\n## 2026-03-16\n\n${talk}\n\n## 2026-03-02\n\n${talk}`,
    {},
    "meetings/notes.md",
  );

  expect(warnings.filter(({ code }) => /meetings|date/.test(code))).toEqual([
    {
      line: 8,
      code: "many-meetings",
      values: { count: 2, meetings: "line 3 (2026-03-16), line 8 (2026-03-02)" },
      text: expect.stringContaining("line 3 (2026-03-16), line 8 (2026-03-02)"),
    },
  ]);
});

describe("two meetings are also seen by", () => {
  test.each([
    [
      "a label below each heading",
      "# Tea\n\n## Meeting 12\n\n**Date:** 2026-03-16\n\n- x\n\n## Meeting 11\n\n**Date:** 2026-03-02\n\n- y",
    ],
    [
      "another label",
      "# Tea\n\n## Weekly 12\n\nWhen: Monday, March 16th 2026, 10:00\n\n- x\n\n## Weekly 11\n\nWhen: Monday, March 2nd 2026, 10:00\n\n- y",
    ],
    [
      "what MeetBot writes",
      "Meeting started by ada at 10:00:00 UTC, 2026-03-16\n\n* ACTION: Ada to glue\n\nMeeting started by ada at 10:00:00 UTC, 2026-03-02\n\n* x",
    ],
    [
      "headings that alone give days",
      "# Steering\n\n## Kick-off (2026-03-16)\n\n- x\n\n## Second talk (2026-03-02)\n\n- y",
    ],
  ])("%s", (_what, source) => {
    expect(seen(source)).toHaveLength(2);
  });

  test("two starts in a chat's log", () => {
    const log = ["2026-03-16", "2026-03-02"]
      .map((day) => `${day} 10:00 <ada> #startmeeting tea\n${day} 10:01 <ada> #action ada to glue #1\n`)
      .join("");

    expect(seen(log, "meetings/tea.log")).toEqual(["1 2026-03-16", "3 2026-03-02"]);
  });
});

describe("one meeting is seen", () => {
  test.each([
    ["beside days of events", "# Tea\n\n## FOSDEM\n\nWhen: 31 January 2026\n\n## PyCon\n\nWhen: 13 May 2026"],
    [
      "beside what is named by days",
      "# Tea\n\n## Results of run 2026-03-08\n\n- ok\n\n## Results of run 2026-03-10\n\n- ok",
    ],
    ["beside versions that are days", "# Tea\n\n## API 2025-06-18\n\n- ok\n\n## API 2025-11-25\n\n- ok"],
    ["beside topics with days", "# Tea\n\n## Outage (2026-03-08)\n\n- ok\n\n## Party (2026-03-10)\n\n- ok"],
  ])("%s in a file that has its own day", (_what, source) => {
    expect(seen(source, "meetings/2026-03-16.md")).toEqual([]);
  });
});
