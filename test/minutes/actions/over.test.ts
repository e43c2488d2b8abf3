import { describe, expect, test } from "@jest/globals";
import { readText } from "../read-text.ts";

const PRESENT = "Present: Ada (@ada), Grace (@ghop)\n\n";
const actionsOf = (line: string) => readText(`${PRESENT}- ${line}`, { people: {} }).actions;
const open = (line: string): readonly string[] =>
  actionsOf(line)
    .filter(({ done, implied }) => !done && !implied)
    .map(({ text }) => text);

describe("nobody has to do any more", () => {
  test.each([
    "TODO: Ada to glue the lid (moot)",
    "TODO: Ada to glue the lid (scrapped)",
    "TODO: Ada to glue the lid (rejected)",
    "TODO: Ada to glue the lid [duplicate of #14]",
    "TODO: Ada to glue the lid (removed)",
    "TODO: Ada to glue the lid (skipped)",
    "TODO: Ada to glue the lid (declined)",
    "TODO: Ada to glue the lid (void)",
    "TODO: Ada to glue the lid (not needed)",
    "TODO: Ada to glue the lid (won't happen)",
    "TODO: Ada to glue the lid — not doing this",
    "Cancelled: ACTION: Ada to glue the lid",
    "DONE: ACTION: Ada to glue the lid",
    "Dropped – TODO: Ada to glue the lid",
    "No longer needed: TODO: Ada to glue the lid",
    "ACTION: Ada to glue the lid [x]",
    "ACTION: Ada to glue the lid {done}",
    "TODO: ~~Ada to glue the lid~~ Grace did it",
    "TODO: ~~Ada to glue the lid~~ Grace has fixed it",
  ])("%s", (line) => {
    expect(open(line)).toEqual([]);
  });

  test.each([
    "TODO: Ada to see why the patch (rejected upstream) fails",
    "TODO: Ada to list files (removed in 2.0)",
    "TODO: Ada to glue the lid (skipped in January)",
    "Rejected patches: TODO: Ada to look at them",
    "TODO: ~~Ada~~ Grace to glue it",
  ])("but still has to do: %s", (line) => {
    expect(open(line)).toHaveLength(1);
  });
});

describe("no action is", () => {
  test.each([
    "AI: models are getting better #12",
    "AI - we use Copilot #12",
    "AP: will be down on Friday",
    "AP: I think that #12 is fine",
    'The template says "ACTION: name to do a thing"',
    '"TODO: Ada to glue #16" was in the old file',
    "Next step: unclear",
    "ACTION: UNASSIGNED",
    "Action: unknown",
  ])("%s", (line) => {
    expect(actionsOf(line).filter(({ implied }) => !implied)).toEqual([]);
  });

  test.each(["AI: Ada to glue it", "AI: glue the lid", "AP: Ada will glue it", "AI - Ada: glue it"])(
    "but %s is one",
    (line) => {
      expect(actionsOf(line)).toHaveLength(1);
    },
  );
});

describe("what goes from one to another is nobody's", () => {
  test.each([
    "ACTION: glue the lid (Grace -> Ada)",
    "ACTION: glue the lid (Grace → Ada)",
    "ACTION: Grace -> Ada: glue the lid",
    "ACTION: Grace→Ada to glue the lid",
    "ACTION: Grace: glue the lid (reassigned to Ada)",
    "ACTION: Grace: glue the lid -> moved to Ada",
    "ACTION: Grace to glue the lid – handed over to Ada",
    "ACTION: Grace? to glue the lid",
    "ACTION: glue the lid (Grace?)",
  ])("%s", (line) => {
    expect(actionsOf(line).map(({ logins }) => logins)).toEqual([[]]);
  });
});

test("a label of a round of news is nobody", () => {
  const source =
    "**Ada**\n- Yesterday: cups\n- Today: TODO: write docs\n\n**Grace**\n- Yesterday: lids\n- Today: pots";

  expect(readText(source, { people: {} }).actions.flatMap(({ owners }) => owners)).not.toContain("Today");
});

test.each([
  ["Ada to move the file from src to lib", "Ada to move the file from lib to src"],
  ["Ada to merge staging into main", "Ada to merge main into staging"],
])("%j and %j are two", (one, other) => {
  const { actions } = readText(`- TODO: ${one}\n- TODO: ${other}`);

  expect(actions.map(({ same }) => same)).toEqual([null, null]);
});

describe("in a table", () => {
  const ownersOf = (cell: string) =>
    readText(`${PRESENT}## Actions\n\n| action | owner |\n| - | - |\n| glue it | ${cell} |`, {
      people: {},
    }).actions.map(({ logins }) => logins);

  test.each(["Ada → Grace", "Ada -> Grace", "Ada?", "Ada (?)", "not Ada", "was Ada"])(
    "%s is nobody",
    (cell) => {
      expect(ownersOf(cell)).toEqual([[]]);
    },
  );

  test.each(["rejected", "duplicate", "moot", "100%"])("what is %s is over", (cell) => {
    const { actions } = readText(
      `${PRESENT}## Actions\n\n| action | owner | status |\n| - | - | - |\n| glue it | Ada | ${cell} |`,
    );

    expect(actions.map(({ done }) => done)).toEqual([true]);
  });
});

test("MeetBot's list by person has no action of nobody, and no nick and hour in its words", () => {
  const source = `## Action items, by person

1. grace
   1. grace to glue it (ada, 10:03:00)
2. **UNASSIGNED**
   1. (none)`;

  expect(readText(source).actions.map(({ text }) => text)).toEqual(["grace to glue it"]);
});
