import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { workInPlace } from "../../src/pipeline/workers/in-place.ts";
import { DEFAULT_BUDGET, WorkError } from "../../src/pipeline/workers/work-error.ts";
import type { Workers } from "../../src/pipeline/workers/workers.ts";
import type { Comment, Issue } from "../../sandbox/world/entities.ts";
import { APP, buildHarbour, MINUTES, minutes, PATH, TODO } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

const SETTINGS = 'minutes: ["meetings/**/*.md"]\nrepository: harbour/ferry\npeople: {Ada: ada}\n';
const MENTIONED = `${SETTINGS}comments: {when: mentioned}\n`;
const NEXT = "meetings/2026/2026-01-05.md";
const LATER = "meetings/crew/2026-01-05.md";
const HEAVY = "Heavy as lead.";

let stage: Stage;

/** Minutes with this in them go over their budget. */
function tiredWorkers(): Workers {
  const workers = workInPlace();
  return {
    run: (name, input, ...rest) =>
      name === "readMinutes" && "text" in input && String(input.text).includes(HEAVY)
        ? Promise.reject(new WorkError("time", DEFAULT_BUDGET))
        : workers.run(name, input, ...rest),
  };
}

beforeEach(async () => {
  stage = await setStage({ workers: tiredWorkers() });
  buildHarbour(stage.sandbox, MENTIONED);
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function push(files: Record<string, string | null>): Promise<void> {
  await stage.sandbox.world.push(MINUTES, files);
  await stage.settle();
}

/** In two steps: what went over its budget is left alone for one push more. */
async function putRight(path: string): Promise<void> {
  await push({ [path]: `${FIXED}\n` });
  await push({ [path]: FIXED });
}

function ownIssues(): readonly Issue[] {
  return stage.sandbox.world.issues(APP).filter(({ author }) => author?.login === "minutebook[bot]");
}

function comments(number = 11): readonly Comment[] {
  return stage.sandbox.world
    .comments(APP, number)
    .filter(({ author }) => author?.login === "minutebook[bot]");
}

function notes(): number {
  const { description } = stage.sandbox.world.milestone(APP, "2.1");
  return (description ?? "").split("<!-- minutebook:meeting ").length - 1;
}

const WHOLE = minutes([
  TODO,
  "",
  "## Bell",
  "",
  "- #12 the bell has a crack and rings much too low for the fog",
]);
const FIXED = WHOLE.replace("on Sundays", "on Mondays").replace(
  "print the new timetable",
  "print the new timetables",
);

const REFUSED = [
  ["holds two meetings", `${WHOLE}\n# Crew meeting 2026-01-19\n\n- #12 rusts\n`],
  ["has marks of a merge conflict", `<<<<<<< HEAD\n${WHOLE}=======\n# Crew\n>>>>>>> topic\n`],
  ["goes over its budget", `${WHOLE}\n${HEAVY}\n`],
  ["is a pointer of Git LFS", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"],
] as const;

function expectOnce() {
  expect([comments(11).length, comments(12).length]).toEqual([1, 1]);
  expect(comments(11)[0]?.body).toContain("Mondays");
  expect(ownIssues().map(({ state, title }) => [state, title])).toEqual([
    ["open", "Print the new timetables"],
  ]);
  expect(notes()).toBe(1);
}

describe.each(REFUSED)("minutes that are renamed while the file %s", (_what, refused) => {
  test("have everything once after they are put right", async () => {
    await push({ [PATH]: WHOLE });
    await push({ [PATH]: null, [NEXT]: refused });
    await putRight(NEXT);

    expectOnce();
  });

  test("and once more, have everything once", async () => {
    await push({ [PATH]: WHOLE });
    await push({ [PATH]: null, [NEXT]: refused });
    await push({ [NEXT]: null, [LATER]: refused });
    await putRight(LATER);

    expectOnce();
  });

  test("have everything once although people answered and the ledger is lost before and after", async () => {
    const { world } = stage.sandbox;
    await push({ [PATH]: WHOLE });
    await world.comment(comments()[0]?.thread ?? never(), "Why?", { by: "ada" });
    await world.comment(ownIssues()[0] ?? never(), "I'm at it.", { by: "ada" });
    await stage.settle();
    await stage.restartWithNothing();
    await push({ [PATH]: null, [NEXT]: refused });
    await stage.restartWithNothing();
    await putRight(NEXT);

    expectOnce();
    expect(comments()[0]?.body).not.toContain("deleted in");
  });

  test("change nothing that people see before they are put right", async () => {
    await push({ [PATH]: WHOLE });
    const before = seen();
    await push({ [PATH]: null, [NEXT]: refused });

    expect(seen()).toEqual(before);
  });

  test("do not get a comment back that a person deleted", async () => {
    const { world } = stage.sandbox;
    await push({ [PATH]: WHOLE });
    await world.deleteComment(comments(12)[0] ?? never(), { by: "ada" });
    await push({ [PATH]: null, [NEXT]: refused });
    await push({ [NEXT]: FIXED });

    expect(comments(12)).toEqual([]);
    expect(comments(11)).toHaveLength(1);
  });

  test("know an issue that a person closed", async () => {
    const { world } = stage.sandbox;
    await push({ [PATH]: WHOLE });
    await world.edit(ownIssues()[0] ?? never(), { state: "closed" }, { by: "ada" });
    await push({ [PATH]: null, [NEXT]: refused });
    await push({ [NEXT]: FIXED });

    expect(ownIssues().map(({ state }) => state)).toEqual(["closed"]);
    expect(ownIssues()[0]?.body).toContain(JSON.stringify(NEXT).slice(1, -1).replaceAll("-", "\\u002d"));
  });
});

function never(): never {
  throw new Error("Nothing stands there.");
}

/** Without what only Minutebook sees. */
function seen() {
  const { world } = stage.sandbox;
  const shown = (text: string | null | undefined) => text?.replace(/<!-- .*? -->/g, "");
  return [
    ...world.issues(APP).map(({ title, body, state }) => ({ title, body: shown(body), state })),
    ...[...comments(11), ...comments(12)].map(({ body }) => shown(body)),
    shown(world.milestone(APP, "2.1").description),
  ];
}

describe("minutes that are renamed and read", () => {
  const moved = WHOLE.replace("on Sundays", "on Mondays");

  test("get no second comment beside one that a person hid", async () => {
    await push({ [PATH]: WHOLE });
    const [comment] = comments(12);
    stage.sandbox.world.minimizeComment(comment ?? never());
    await push({ [PATH]: null, [NEXT]: moved });
    await push({ [NEXT]: moved.replace("too low", "too high") });

    expect(comments(12).map(({ body }) => body.includes("too low"))).toEqual([true]);
  });

  test("get no second comment where the first was locked meanwhile", async () => {
    const { world } = stage.sandbox;
    await push({ [PATH]: WHOLE });
    const issue = world.issues(APP).find(({ number }) => number === 12) ?? never();
    issue.locked = true;
    await push({ [PATH]: null, [NEXT]: moved });
    issue.locked = false;
    await push({ [NEXT]: moved.replace("too low", "too high") });

    expect(comments(12).map(({ body }) => body.includes("too high"))).toEqual([true]);
  });

  test("know an issue that a person closed although its action has new words", async () => {
    const { world } = stage.sandbox;
    await push({ [PATH]: WHOLE });
    await world.edit(ownIssues()[0] ?? never(), { state: "closed" }, { by: "ada" });
    await push({ [PATH]: null, [NEXT]: moved });
    await push({ [NEXT]: moved.replace(TODO, "  - TODO: Ada to print and hang the timetable") });

    expect(ownIssues().map(({ state }) => state)).toEqual(["closed"]);
  });
});

describe.each([
  ["is switched off", `${MENTIONED}mode: off\n`],
  [
    "posts nothing",
    `${SETTINGS}comments: {enabled: false}\nactions: {enabled: false}\nreleases: {note-on-milestone: false}\n`,
  ],
  ["is for another repository", MENTIONED.replace(APP, "harbour/yard")],
])("minutes that are renamed while Minutebook %s", (_what, config) => {
  test.each([
    ["read", WHOLE],
    ["not", REFUSED[1][1]],
  ])("and the file is %s, have everything once afterwards", async (_how, text) => {
    const { world } = stage.sandbox;
    world.addRepository("harbour/yard");
    await push({ [PATH]: WHOLE });
    await world.comment(comments()[0]?.thread ?? never(), "Why?", { by: "ada" });
    await push({ ".github/minutebook.yml": config });
    await push({ [PATH]: null, [NEXT]: text });
    await push({ ".github/minutebook.yml": MENTIONED });
    await putRight(NEXT);

    expectOnce();
  });
});

test.each([
  ["read", WHOLE],
  ["not", REFUSED[1][1]],
])(
  "the name of minutes that are private by now, and that are %s, comes to no public issue",
  async (_how, text) => {
    const { world } = stage.sandbox;
    await push({ [PATH]: WHOLE });
    world.repository(MINUTES).visibility = "private";
    await push({ [PATH]: null, "meetings/2026/zeppelin-2026-01-05.md": text });

    const { description } = world.milestone(APP, "2.1");
    const bodies = [...comments(11), ...comments(12), ...ownIssues()].map(({ body }) => body);
    expect(bodies).toHaveLength(3);
    expect(JSON.stringify([bodies, description])).not.toContain("zeppelin");
  },
);
