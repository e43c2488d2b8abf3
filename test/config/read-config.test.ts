import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { defaultConfig } from "../../src/config/defaults.ts";
import { readConfig } from "../../src/config/read-config.ts";

const read = (text: string) => readConfig(text, "minutebook.yml");

/** The only problem of a text. */
function problemOf(text: string) {
  const { config, problems } = read(text);
  expect(config).toBeNull();
  expect(problems).toHaveLength(1);
  return problems[0];
}

describe("a valid configuration", () => {
  test.each(["", "# nothing but a remark\n", "---\n", "people:\nactions:\n  repository:\n"])(
    "gives the defaults where nothing is said: %j",
    (text) => {
      expect(read(text)).toEqual({ config: defaultConfig, problems: [] });
    },
  );

  test("gives every key as written", () => {
    const { config, problems } = read(`
minutes: ["calls/**/*.md"]
repository: orchard/apple
repositories: {pear: orchard/pear}
people: {Ada: ada-l}
milestones: ["1.10"]
series:
  - {minutes: ["**/*-pear.md"], repository: orchard/pear, actions: {repository: orchard/chores}}
mode: off
comments: {enabled: false, when: decided, style: meeting, closed: never, unreferenced: keep, template: "Hello"}
actions:
  enabled: false
  repository: orchard/chores
  labels: [chore]
  type: Chore
  assign: false
  close: done
  markers: [TASK]
  implied: true
  write-back: pull-request
  template: "Do it"
decisions: {markers: [SETTLED]}
releases: {note-on-milestone: false, assign-milestone: true, create-milestone: true}
labels: {remove-when-discussed: [agenda], quiet: [hush], only: [talk]}
private: {markers: [closed session]}
prefixes: {SEED: orchard/seeds, Bug: none}
limits: {comments: 5, issues: 0}
accept: [meadow/wiki]
trust-templates: [meadow/wiki]
quote-private: true
`);

    expect(problems).toEqual([]);
    expect(config).toEqual({
      minutes: ["calls/**/*.md"],
      repository: "orchard/apple",
      repositories: { pear: "orchard/pear" },
      people: { Ada: "ada-l" },
      milestones: ["1.10"],
      series: [
        {
          minutes: ["**/*-pear.md"],
          repository: "orchard/pear",
          actions: { repository: "orchard/chores" },
          comments: {},
          labels: {},
          limits: {},
        },
      ],
      timeZone: "UTC",
      mode: "off",
      comments: {
        enabled: false,
        when: "decided",
        style: "meeting",
        closed: "never",
        unreferenced: "keep",
        template: "Hello",
      },
      actions: {
        enabled: false,
        repository: "orchard/chores",
        labels: ["chore"],
        type: "Chore",
        assign: false,
        close: "done",
        markers: ["TASK"],
        implied: true,
        writeBack: "pull-request",
        template: "Do it",
      },
      decisions: { markers: ["SETTLED"] },
      releases: { noteOnMilestone: false, assignMilestone: true, createMilestone: true },
      labels: { removeWhenDiscussed: ["agenda"], quiet: ["hush"], only: ["talk"] },
      private: { markers: ["closed session"] },
      prefixes: { SEED: "orchard/seeds", Bug: null },
      limits: { comments: 5, issues: 0 },
      accept: ["meadow/wiki"],
      trustTemplates: ["meadow/wiki"],
      quotePrivate: true,
    });
  });

  test("keeps the other defaults of a group of which one key is given", () => {
    expect(read("actions: {assign: false}").config?.actions).toEqual({
      ...defaultConfig.actions,
      assign: false,
    });
  });
});

describe("a wrong configuration", () => {
  test.each([
    [
      "mode: auto\nminuts: [a]",
      2,
      1,
      "minuts",
      "misspelled-key",
      'Unknown key "minuts". Did you mean "minutes"?',
    ],
    [
      "actions:\n  lables: [a]",
      2,
      3,
      "actions.lables",
      "misspelled-key",
      'Unknown key "lables". Did you mean "labels"?',
    ],
    [
      "releases: {noteOnMilestone: true}",
      1,
      12,
      "releases.noteOnMilestone",
      "misspelled-key",
      'Unknown key "noteOnMilestone". Did you mean "note-on-milestone"?',
    ],
    [
      "limits: {people: 1}",
      1,
      10,
      "limits.people",
      "unknown-key",
      'Unknown key "people". Expected one of comments, issues.',
    ],
    [
      'series:\n  - minutes: ["a"]\n    repo: a/b',
      3,
      5,
      "series.0.repo",
      "unknown-key",
      'Unknown key "repo". Expected one of minutes, repository, comments, actions, labels, limits.',
    ],
    ["series:\n  - repository: a/b", 2, 5, "series.0.minutes", "missing-key", "Missing; expected a list."],
    [
      "minutes: calls/*.md",
      1,
      10,
      "minutes",
      "single-value",
      'Unexpected "calls/*.md", expected a list. Write ["calls/*.md"].',
    ],
    ["minutes: []", 1, 10, "minutes", "empty-globs", "Unexpected empty list, expected at least one glob."],
    [
      "mode: reveiw",
      1,
      7,
      "mode",
      "misspelled-value",
      'Unexpected "reveiw", expected one of auto, review, off. Did you mean "review"?',
    ],
    [
      "quote-private: maybe",
      1,
      16,
      "quote-private",
      "wrong-type",
      'Unexpected "maybe", expected true or false.',
    ],
    [
      "limits: {issues: 1.5}",
      1,
      18,
      "limits.issues",
      "wrong-type",
      "Unexpected 1.5, expected a whole number.",
    ],
    [
      "limits: {issues: -1}",
      1,
      18,
      "limits.issues",
      "value-too-small",
      "Unexpected -1, expected at least 0.",
    ],
    ["accept:\n  - a/b\n  - ~", 3, 5, "accept.1", "wrong-type", "Unexpected nothing, expected text."],
    ["people: [Ada]", 1, 9, "people", "wrong-type", "Unexpected list, expected keys with values."],
    [
      "repository: https://github.com/orchard/apple.git",
      1,
      13,
      "repository",
      "repository-address",
      'Unexpected "https://github.com/orchard/apple.git", expected a repository as "owner/name". Write "orchard/apple".',
    ],
    [
      'people: {Ada: "@ada"}',
      1,
      15,
      "people.Ada",
      "not-a-login",
      'Unexpected "@ada", expected a GitHub login without "@".',
    ],
    [
      "time-zone: Mars/Olympus",
      1,
      12,
      "time-zone",
      "not-a-time-zone",
      'Unexpected "Mars/Olympus", expected a time zone such as "Europe/Berlin" or "UTC".',
    ],
    ["- a", 1, 1, "", "wrong-type", "Unexpected list, expected keys with values."],
    ["mode: auto\nmode: off", 2, 1, "", "duplicate-key", 'Duplicate key "mode". Keep one of them.'],
    [
      "mode: auto\n---\nmode: off",
      2,
      1,
      "",
      "second-document",
      'Unexpected second document after "---", expected one.',
    ],
    [
      "prefixes: {Bug: https://github.com/orchard/apple}",
      1,
      17,
      "prefixes.Bug",
      "repository-address",
      'Unexpected "https://github.com/orchard/apple", expected a repository as "owner/name". Write "orchard/apple".',
    ],
    [
      "prefixes: {Bug: nothing}",
      1,
      17,
      "prefixes.Bug",
      "not-a-repository-or-none",
      'Unexpected "nothing", expected a repository as "owner/name", or "none".',
    ],
    [
      "accept: [apple]",
      1,
      10,
      "accept.0",
      "not-an-accepted-repository",
      'Unexpected "apple", expected a repository as "owner/name", or as "owner/name@id" with its GitHub id.',
    ],
    ["comments: {template: ''}", 1, 22, "comments.template", "empty-text", "Unexpected empty text."],
    ["people: {'': ada}", 1, 10, "people.", "empty-text", "Unexpected empty text."],
    [
      "limits: {issues: 10001}",
      1,
      18,
      "limits.issues",
      "value-too-large",
      "Unexpected 10001, expected at most 10000.",
    ],
  ])("is reported with its place: %j", (text, line, column, key, code, message) => {
    expect(problemOf(text)).toEqual({ line, column, key, code, values: expect.any(Object), message });
  });

  test("says how to write a version that YAML takes for a number", () => {
    expect(problemOf("milestones: [1.10]")).toMatchObject({
      code: "unquoted-text",
      values: { found: "1.1" },
      message: expect.stringContaining("Put it in quotes"),
    });
  });

  test("gives all problems at once, in the order of the file", () => {
    const { problems } = read("limits: {issues: x}\nmode: auto\nmode: on\ntypo: 1\n");

    expect(problems.map(({ line, key }) => [line, key])).toEqual([
      [1, "limits.issues"],
      [3, ""],
      [3, "mode"],
      [4, "typo"],
    ]);
  });

  test("that is no YAML says so with the place", () => {
    expect(problemOf("people: {Ada: @ada}")).toMatchObject({ line: 1, column: 15 });
  });

  test.each([
    ["nests without end", "[".repeat(20_000)],
    ["is endless", `people: {A: ${"a".repeat(300_000)}}`],
    [
      "multiplies itself by aliases",
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c]`,
    ],
  ])("that %s is refused, not obeyed", (_name, text) => {
    const { config, problems } = read(text);

    expect(config).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(20);
  });
});

test.each(["@(a|b)", "!(a)", "+(a|b)*.md", "a//b", "{a,b}".repeat(9)])(
  "a glob that is not known is refused: %s",
  (glob) => {
    expect(problemOf(JSON.stringify({ minutes: [glob] }))?.message).toMatch(/^Unexpected .*glob/);
  },
);

test.each(["c++/**/*.md", "**/*{a,b}*/**/*.{md,markdown}", "!drafts/**", "2026-??-*.md", "[A-M]*.md"])(
  "a glob as people write them is taken: %s",
  (glob) => {
    expect(read(JSON.stringify({ minutes: [glob] })).problems).toEqual([]);
  },
);

describe("any text", () => {
  const words = [
    "minutes",
    "people",
    ":",
    " ",
    "\n",
    "  ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "a/b",
    "1",
    "~",
    "&a",
    "*a",
    "'",
  ];
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.constantFrom(...words)).map((parts) => parts.join("")),
  );

  test("gives a configuration or problems with a place in the text, and never throws", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { config, problems } = read(text);

        expect(config === null).toBe(problems.length > 0);
        const lineCount = text.split("\n").length;
        for (const { line, column, message } of problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lineCount);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(message).not.toBe("");
        }
      }),
    );
  });
});

test("an unknown token in a team's own template is reported with its line and the tokens that exist", () => {
  const { config, problems } = read(
    "comments:\n  template: |\n    {{intro}} {{ decision }}\nactions:\n  template: '{{facts}} {{foo}} {{bar}}'\n",
  );

  expect(config).toBeNull();
  expect(problems.map(({ line, key, message }) => [line, key, message.slice(0, 50)])).toEqual([
    [2, "comments.template", "Unexpected {{decision}}, expected one of {{intro}}"],
    [5, "actions.template", "Unexpected {{foo}}, expected one of {{intro}}, {{f"],
    [5, "actions.template", "Unexpected {{bar}}, expected one of {{intro}}, {{f"],
  ]);
});
