import { describe, expect, test } from "@jest/globals";
import { readText } from "./read-text.ts";

const present = (source: string): string[] =>
  readText(source, { people: {} }).attendees.map(({ name, login }) =>
    login === null ? name : `${name} @${login}`,
  );

test("a comma comes before a place where semicolons are between people", () => {
  expect(present("Present: Ada Byron, Oslo; Grace Hop, Paris")).toEqual(["Ada Byron", "Grace Hop"]);
  expect(present("Present: Ada Byron, Grace Hop; Linus Teal")).toEqual([
    "Ada Byron",
    "Grace Hop",
    "Linus Teal",
  ]);
});

test.each([
  ["a team's own words", "**Team members present:** Ada, Grace"],
  ["German", "Anwesend: Ada, Grace\n\nEntschuldigt: Linus"],
  ["French", "Présents : Ada, Grace"],
  ["Spanish", "## Asistentes\n\n- Ada\n- Grace"],
  ["Chinese", "与会者：Ada、Grace"],
  ["what a word processor exports", "Attendees: [Ada](mailto:a@tea.example) [Grace](mailto:g@tea.example)"],
])("those present are found under a label in %s", (_language, source) => {
  expect(present(source)).toEqual(["Ada", "Grace"]);
});

test("only the user part of an address is kept", () => {
  expect(
    present("Present: [ada@tea.example](mailto:ada@tea.example), [Grace](mailto:g@tea.example)"),
  ).toEqual(["ada", "Grace"]);
});

test("a name keeps its capitals where the login is spelled like it", () => {
  expect(present("Present: Ada (@ada), grace (@grace)")).toEqual(["Ada @ada", "grace @grace"]);
});

describe("those present are found", () => {
  test.each([
    [
      "in a list under a heading",
      "## Present\n\n* Ada Byron @ada (lead)\n* Grace Hop (@grace)\n\n## Agenda\n\n* Parser",
    ],
    [
      "in groups under it",
      "## Attendees\n\n### Members\n\n* Ada Byron @ada\n\n### Observers\n\n* Grace Hop @grace",
    ],
    [
      "behind a lead-in",
      "Participants:\n\n- Ada Byron / ACME / @ada\n- Grace Hop - @grace\n\nAgenda\n\n- Parser",
    ],
    [
      "behind a line that ends in one",
      "Sign in below. Roll call:\n\n- name / company / GitHub handle\n- Ada Byron / ACME / @ada\n- Grace Hop @grace",
    ],
    ["below an item", "- Attending\n  - Ada Byron @ada\n  - Grace Hop @grace\n- Agenda\n  - Parser"],
    ["behind a label", "**Present:** Ada Byron @ada, Grace Hop (@grace)\n\n**Regrets:** Linus Teal"],
    [
      "behind labels under a heading",
      "## Attendance\n\n* Team members: Ada Byron @ada\n* Others: Grace Hop @grace",
    ],
    [
      "in a table",
      "## Attendees\n\n| Name | Company | GitHub |\n| --- | --- | --- |\n| Ada Byron | ACME | ada |\n| Grace Hop | - | @grace |",
    ],
    ["on lines of their own", "## Present\n\nAda Byron @ada\nGrace Hop @grace"],
    [
      "by links to their profiles",
      "## Present\n\n- [Ada Byron](https://github.com/ada)\n- [Grace Hop](https://github.com/grace)",
    ],
    [
      "where they are ticked",
      "## Attendance\n\n- [x] Ada Byron @ada\n- [ ] Linus Teal @linus\n- [x] Grace Hop @grace",
    ],
    [
      "where they are ticked without bullets",
      "## Attendance\n\n[x] Ada Byron @ada\n[ ] Linus Teal @linus\n[x] Grace Hop @grace",
    ],
    [
      "without those who are not there",
      "## Present\n\n* Ada Byron @ada\n* ~~Linus Teal~~\n* Grace Hop @grace\n* (Mary absent)\n\n## Regrets\n\n* Tove Cup",
    ],
    [
      "without programs and placeholders",
      "## Present\n\n* Ada Byron @ada\n* Grace Hop @grace\n* Tea notetaker bot\n* Your name here\n* everyone",
    ],
    [
      "in front matter of both kinds",
      '+++\nattendees = ["Ada Byron (@ada)", "Grace Hop <@grace>"]\n+++\n# Tea',
    ],
    ["with initials before the names", "## Present\n\n- AB: Ada Byron @ada\n- GH: Grace Hop @grace"],
  ])("%s", (_place, source) => {
    expect(present(source)).toEqual(["Ada Byron @ada", "Grace Hop @grace"]);
  });

  test("by logins alone", () => {
    expect(present("## Present\n\n- @ada\n- @grace")).toEqual(["ada @ada", "grace @grace"]);
  });

  test("before a comma where a company follows it, and on both sides where names do", () => {
    expect(present("## Present\n\n- Ada Byron, ACME\n- Grace Hop, Navy")).toEqual(["Ada Byron", "Grace Hop"]);
    expect(present("## Present\n\n- Ada Byron, Grace Hop\n- Linus Teal")).toEqual([
      "Ada Byron",
      "Grace Hop",
      "Linus Teal",
    ]);
  });

  test("in front matter", () => {
    expect(present("---\nattendees:\n  - Ada Byron\n  - Grace Hop\n---\n# Tea")).toEqual([
      "Ada Byron",
      "Grace Hop",
    ]);
  });

  test("right behind the day, if they are nowhere else", () => {
    expect(present("# Tea\n\nTuesday, 2 March\n\n- Ada\n- Grace\n\n## Parser\n\n- Kettle")).toEqual([
      "Ada",
      "Grace",
    ]);
    expect(present("# Tea\n\nTuesday, 2 March\n\nAda, Grace and Linus\n\n- Kettle")).toEqual([
      "Ada",
      "Grace",
      "Linus",
    ]);
  });

  test("by their role", () => {
    expect(present("## Present\n\n* Ada Byron\n\n## Roles\n\n* Note-taker: Grace\n* Chair: Ada")).toEqual([
      "Ada Byron",
      "Grace",
    ]);
  });

  test("once, with the longer name and the configured login", () => {
    const { attendees } = readText("Present: Ada, AB\n\nNotes by Ada", { people: { Ada: "ada", AB: "ada" } });

    expect(attendees).toEqual([{ name: "Ada", login: "ada" }]);
  });

  test("in other scripts", () => {
    expect(present("## Present\n\n* Ада Байрон @ada\n* 王小明 @wang")).toEqual([
      "Ада Байрон @ada",
      "王小明 @wang",
    ]);
  });
});

test.each([
  "# Tea\n\n## Agenda\n\n* Parser\n* Kettle",
  "## Present\n\nNobody took notes of that.",
  "Some people present their work.",
])("nobody is made up: %j", (source) => {
  expect(present(source)).toEqual([]);
});

test("a line without indent ends the list above it, as its author meant", () => {
  expect(present("**Present**\n* Ada Byron, Grace Hop\n**Apologies**\n* Linus Teal, Mary Kettle")).toEqual([
    "Ada Byron",
    "Grace Hop",
  ]);
});

describe("a login belongs to the name next to it", () => {
  const logins = (list: string) =>
    readText(`# Tea\n\n## Present\n\n${list}\n`, { people: {} }).attendees.map(
      ({ name, login }) => `${name} ${login}`,
    );

  test.each([
    ["- Ada ([@ada](https://github.com/ada))\n- Grace\n- Linus", ["Ada ada", "Grace null", "Linus null"]],
    ["@ada Ada Byron @gw Grace Wu", ["Ada Byron ada", "Grace Wu gw"]],
    ["Ada Byron @ada Grace Wu @gw", ["Ada Byron ada", "Grace Wu gw"]],
    ["- Ada (filling in for @linus)\n- Grace (cc @bo)", ["Ada null", "Grace null"]],
    ["- Ada of ACME (@ada)\n- Grace", ["Ada ada", "Grace null"]],
    ["- [@ada](https://github.com/other) Ada Byron", ["Ada Byron null"]],
  ])("%j", (list, expected) => {
    expect(logins(list)).toEqual(expected);
  });
});
