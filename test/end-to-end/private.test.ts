import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { APP, buildHarbour, MINUTES, minutes, PATH, TODO } from "./fixture.ts";
import { shownIn } from "./leaks.ts";
import { setStage, type Stage } from "./stage.ts";

/** Words that are in private parts alone, and the issue that only these name. */
const WORDS = /zeppelin|marzipan|nefertiti|harbour\/ferry#12/i;

const PRIVATE = [
  "- Ada: off the record, the zeppelin of #12 costs 950",
  "- TODO: Nefertiti to buy marzipan for #12 (confidential)",
  "- [private] DECISION: #12 will go in 2.1 with a zeppelin",
  "",
  "| what | who |",
  "| --- | --- |",
  "| TODO: order the zeppelin | [vertraulich] Ada |",
  "",
  "### Board / Huis clos",
  "",
  "TODO: Ada to paint the marzipan",
  "",
  "## Marzipan {.private}",
  "",
  "RESOLVED: no zeppelin for #12",
  "",
  "<!-- private -->",
  "",
  "- AGREED: Nefertiti leads #12",
];

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  buildHarbour(stage.sandbox);
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function push(text: string): Promise<void> {
  await stage.sandbox.world.push(MINUTES, { [PATH]: text }, { by: "ada" });
  await stage.settle();
}

/** All that people, operators and the ledger have. */
async function everything(): Promise<string> {
  const { ledger, sandbox, log } = stage;
  return [
    shownIn(stage, APP),
    shownIn(stage, MINUTES),
    sandbox.world.milestone(APP, "2.1")?.description ?? "",
    JSON.stringify([await ledger.recallIssues(APP), await ledger.find({ source: MINUTES })]),
    ...log,
  ]
    .join("\n")
    .replaceAll("\u200B", "");
}

test("no word of a private part is posted, shown on a check run, logged or kept", async () => {
  await push(minutes([TODO, ...PRIVATE]));
  await push(minutes([TODO, "  - and more", ...PRIVATE, "- and a second zeppelin"]));

  expect(stage.sandbox.world.comments(APP, 11)).toHaveLength(1);
  expect(stage.sandbox.world.comments(APP, 12)).toEqual([]);
  expect(stage.sandbox.world.issues(APP)).toHaveLength(3);
  expect((await everything()).match(WORDS)?.[0]).toBeUndefined();
});

test("a push that changes nothing but what is private changes nothing on GitHub", async () => {
  await push(minutes([TODO, ...PRIVATE]));
  const { world } = stage.sandbox;
  const standing = (): string => `${shownIn(stage, APP)}${world.milestone(APP, "2.1")?.description}`;
  const before = standing();

  await push(minutes([TODO, ...PRIVATE.map((line) => line.replace("zeppelin", "marzipan"))]));

  expect(standing()).toBe(before);
});

test("what becomes private is taken back, with no word of it left", async () => {
  await push(minutes([TODO, "", "## Sundays", "", "- #12 is about the marzipan", "  - a zeppelin helps"]));
  const { world } = stage.sandbox;
  const issue = world.issues(APP).find(({ number }) => number > 12);
  expect(issue?.body).toContain("timetable");
  expect(world.comments(APP, 12)).toHaveLength(1);

  await push(
    minutes([
      TODO.replace("TODO", "[private] TODO"),
      "",
      "## Sundays",
      "",
      "- (confidential) #12 is about the marzipan",
      "  - a zeppelin helps",
    ]),
  );

  expect(world.comments(APP, 12)).toEqual([]);
  const after = world.issues(APP).find(({ number }) => number > 12);
  expect(after).toMatchObject({ state: "closed", title: "Content removed" });
  expect(after?.body).not.toMatch(/timetable|print/i);
});
