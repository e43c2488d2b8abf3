import { describe, expect, test } from "@jest/globals";
import type { Config } from "../../../src/config/config.ts";
import type { CommentStep } from "../../../src/plan/plan.ts";
import {
  applied,
  commentsOf,
  config,
  fileOf,
  plan,
  repositoryOf,
  snapshotOf,
  threadOf,
} from "../builders.ts";
import type { KnownThread, Snapshot } from "../../../src/plan/snapshot.ts";

const quiet: Config = {
  ...config,
  comments: { ...config.comments, when: "discussed", closed: "decided", style: "meeting" },
};

const TALK = "- #1: the press drips since the new screw came, and Bo will look where from";
const DECISION = "  - DECISION: the press is repaired before the harvest";
const ACTION = "  - TODO: Hubot to order a longer screw";

function planFor(
  lines: string,
  thread: Partial<KnownThread> = {},
  settings: Partial<Config> = {},
): CommentStep | undefined {
  const state = repositoryOf({ threads: { "1": threadOf(1, { title: "Press", ...thread }) } });
  const file = fileOf(`# Orchard weekly 2021-03-04\n\n## Tools\n\n${lines}\n`);
  return commentsOf(plan([file], { snapshot: snapshotOf(state), config: { ...quiet, ...settings } }))[0];
}

const actionOf = (...input: Parameters<typeof planFor>) => planFor(...input)?.action;
const when = (value: Config["comments"]["when"]) => ({ comments: { ...quiet.comments, when: value } });
const closedMode = (value: Config["comments"]["closed"]) => ({
  comments: { ...quiet.comments, closed: value },
});

describe("an issue that the minutes only mention", () => {
  test.each([
    "- #1",
    "- #1 (Hubot)",
    "- #1: merged",
    "- #1: no update",
    "- [Press](https://github.com/octo-org/app/issues/1)",
  ])("gets no comment: %s", (line) => {
    expect(actionOf(line)).toBe("skip");
    expect(actionOf(line, {}, when("mentioned"))).toBe("create");
  });
});

describe("an issue that is an example of what is discussed", () => {
  const LINE = "- The press may be sold in parts, as the ladder was; Bo looks for a similar sale, e.g. #1";

  test("gets no comment for talk, and one for what is settled", () => {
    expect(actionOf(LINE)).toBe("skip");
    expect(actionOf(LINE, {}, when("mentioned"))).toBe("create");
    expect(actionOf(`${LINE}\n  - DECISION: #1 is sold in parts too`)).toBe("create");
  });
});

test.each(["Not discussed issues", "Did not get to", "Skipped"])(
  "an issue under %j gets no comment for what is said of it there",
  (heading) => {
    expect(actionOf(`### ${heading}\n\n${TALK}`)).toBe("skip");
    expect(actionOf(`### ${heading}\n\n${TALK}\n${DECISION}`)).toBe("create");
  },
);

test("a passage that names an issue within a range isn't quoted where another names it alone", () => {
  const ladders =
    "### Ladders #4 to #6\n\n- Bo tried all of them on the long evening before the fair of the village";
  const press = "### Press\n\n- #5: it drips since the new screw came, and Bo will look at night where from";
  const state = repositoryOf({ threads: { "5": threadOf(5, { title: "Screw" }) } });
  const file = fileOf(`# Orchard weekly 2021-03-04\n\n${ladders}\n\n${press}\n`);
  const [comment] = commentsOf(plan([file], { snapshot: snapshotOf(state), config: quiet })).filter(
    ({ target }) => target.number === 5,
  );

  expect(comment?.body).toContain("it drips");
  expect(comment?.body).not.toContain("tried all of them");
});

describe("an issue that is discussed", () => {
  test("gets a comment for talk, unless decisions alone are wanted", () => {
    expect(actionOf(TALK)).toBe("create");
    expect(actionOf(TALK, {}, when("decided"))).toBe("skip");
  });

  test.each([DECISION, ACTION])("always gets one for what is settled: %s", (line) => {
    expect(actionOf(`- #1\n${line}`)).toBe("create");
    expect(actionOf(`- #1\n${line}`, {}, when("decided"))).toBe("create");
  });
});

describe("an issue that was closed when the meeting took place", () => {
  const closed = { state: "closed", closedAt: "2021-03-01T10:00:00Z" } as const;

  test("gets a comment only for a decision or an action", () => {
    expect(actionOf(TALK, closed)).toBe("skip");
    expect(actionOf(`${TALK}\n${DECISION}`, closed)).toBe("create");
    expect(actionOf(`${TALK}\n${ACTION}`, closed)).toBe("create");
  });

  test("gets one where it was closed at the meeting or later", () => {
    expect(actionOf(TALK, { ...closed, closedAt: "2021-03-04T20:00:00Z" })).toBe("create");
    expect(actionOf(TALK, { state: "merged", closedAt: "2021-03-09T20:00:00Z" })).toBe("create");
  });

  test("counts as closed where GitHub does not say since when", () => {
    expect(actionOf(TALK, { state: "closed" })).toBe("skip");
  });

  test("gets what the configuration says", () => {
    expect(actionOf(TALK, closed, closedMode("always"))).toBe("create");
    expect(actionOf(`${TALK}\n${DECISION}`, closed, closedMode("never"))).toBe("skip");
    expect(actionOf(TALK, {}, closedMode("never"))).toBe("create");
  });
});

describe("labels", () => {
  const labels = (value: Partial<Config["labels"]>) => ({ labels: { ...quiet.labels, ...value } });

  test("keep an issue quiet", () => {
    expect(actionOf(`${TALK}\n${DECISION}`, { labels: ["No-Minutes"] })).toBe("skip");
    expect(actionOf(TALK, { labels: ["no-minutes"] }, labels({ quiet: [] }))).toBe("create");
    expect(actionOf(TALK, { labels: ["hush"] }, labels({ quiet: ["hush"] }))).toBe("skip");
  });

  test("choose the issues that get comments", () => {
    expect(actionOf(TALK, { labels: [] }, labels({ only: ["agenda"] }))).toBe("skip");
    expect(actionOf(TALK, { labels: ["Agenda"] }, labels({ only: ["agenda"] }))).toBe("create");
  });
});

describe("what an earlier meeting's comment said", () => {
  const fileAt = (day: string, lines: string) =>
    fileOf(`# Orchard weekly ${day}\n\n## Tools\n\n${lines}\n`, null, { path: `meetings/${day}.md` });
  const first = plan([fileAt("2021-03-04", `${TALK}\n${DECISION}`)], { config: quiet });
  const posted: Snapshot = snapshotOf(applied(repositoryOf(), first));
  const commentAfter = (lines: string) =>
    commentsOf(plan([fileAt("2021-03-11", lines)], { snapshot: posted, config: quiet }))[0];

  test("gives no second comment when the next minutes repeat it", () => {
    const next = commentAfter(`${TALK}\n${DECISION}`);
    expect(next?.action).toBe("skip");
  });

  test("is not quoted again beside what is new", () => {
    const news = "  - Bo found a crack in the beam, and it has to be replaced as well";
    const next = commentAfter(`${TALK}\n${DECISION}\n${news}`);

    expect(next?.action).toBe("create");
    expect(next?.body).toContain("crack in the beam");
    expect(next?.body).not.toContain("before the harvest");
    expect(next?.says?.decisions).toEqual([]);
  });

  test("is quoted where it leads to what is new", () => {
    const next = commentAfter(`${TALK}\n  - Ada asked the carpenter, who can come in two weeks`);
    expect(next?.body).toMatch(/^> - .*the press drips[\s\S]*^> {3}- Ada asked/m);
  });

  test("stays in its own comment when its minutes are pushed again", () => {
    const again = plan([fileAt("2021-03-04", `${TALK}\n${DECISION}`)], {
      snapshot: posted,
      config: quiet,
    });
    expect(commentsOf(again)[0]?.action).toBe("keep");
  });
});

test("a passage that the bullets hold already is not quoted", () => {
  const step = planFor(`- #1\n${DECISION}\n${ACTION}\n  - Bo found a crack in the beam as well`);
  const [body = ""] = step?.body?.split("<!-- minutebook:comment") ?? [];
  expect(body).toContain("**Decided**");
  expect(body.match(/before the harvest/g)).toHaveLength(1);
  expect(body.match(/longer screw/g)).toHaveLength(1);
  expect(body).toContain("crack in the beam");
});
