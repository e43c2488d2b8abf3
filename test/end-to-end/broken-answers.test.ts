import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { FaultKind, Spoiled } from "../../sandbox/faults/fault.ts";
import { APP, buildHarbour, MINUTES, minutes, PATH, TODO } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

let stage: Stage;

beforeEach(async () => {
  stage = await setStage({}, { patienceMs: 3000 });
  buildHarbour(stage.sandbox);
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function push(lines: readonly string[] = [TODO]): Promise<void> {
  await stage.sandbox.world.push(MINUTES, { [PATH]: minutes(lines) });
  await stage.settle();
}

/** What an undisturbed push leaves, and nothing where it does not belong. */
function expectAllOnce(): void {
  const { world } = stage.sandbox;
  expect(world.comments(APP, 11)).toHaveLength(1);
  expect(world.issues(APP).map(({ title }) => title)).toHaveLength(3);
  expect(world.issues(MINUTES)).toEqual([]);
  expect(world.milestone(APP, "2.1")?.description).toMatch(/^Our words\.[\s\S]*2026-01-05/);
  expect(world.checkRuns(MINUTES).at(-1)).toMatchObject({ conclusion: "success" });
}

/** Often enough that it is asked again in vain, and the job has to come again. */
function suffer(match: string, fault: FaultKind, times = 3): void {
  stage.sandbox.faults.add({ match, times, fault });
}

describe("GitHub answering a query only in part", () => {
  const types = ["RESOURCE_LIMITS_EXCEEDED", "SERVICE_UNAVAILABLE", "INTERNAL", "TOMORROWS_TYPE", null];
  const leaves = ["null", "parent", "absent"] as const;
  const places = [
    ["the configuration", /^own\.configuration$/],
    ["its text", /^own\.configuration\.text$/],
    ["the head", /^own\.defaultBranchRef$/],
    ["who we are", /^viewer\.login$/],
    ["a file", /^files\.f0$/],
    ["a file's text", /^files\.f0\.text$/],
    ["milestones", /\.milestones$/],
    ["what a milestone says", /\.milestones\.nodes\.0\.description$/],
    ["a thread", /\.t11$/],
    ["a thread's comments", /\.t11\.comments\.nodes$/],
    ["a thread's labels", /\.t11\.labels$/],
    ["who can be assigned", /\.a0$/],
    ["a whole repository", /^r0$/],
  ] as const;

  test.each(
    places.flatMap(([what, at], place) =>
      leaves.map((left, index) => ({ what, at, left, type: types[(place + index) % types.length] ?? null })),
    ),
  )("leaving $what out ($left, $type): all is posted once", async ({ at, left, type }) => {
    suffer("graphql", { kind: "partial", type, at, leaves: left });

    await push();

    expect(stage.sandbox.faults.counts).toMatchObject({ partial: expect.any(Number) });
    expectAllOnce();
  });

  test("leaving out milestones: what a person has just written stays", async () => {
    await push();
    const { world } = stage.sandbox;
    const milestone = world.milestone(APP, "2.1");
    if (milestone !== undefined) milestone.description = `A person's words.\n\n${milestone.description}`;
    suffer("graphql", { kind: "partial", type: "SERVICE_UNAVAILABLE", at: /\.milestones$/ });

    await push([TODO, "  - DECISION: the bell will go in 2.1"]);

    expect(world.milestone(APP, "2.1")?.description).toMatch(/^A person's words\.\n\nOur words\./);
  });

  test("leaving out one of Minutebook's issues: no second one is opened", async () => {
    await push();
    suffer("graphql", { kind: "partial", type: null, at: /\.i13$/ });

    await push([TODO.replace("timetable", "timetables")]);

    expect(stage.sandbox.world.issues(APP)).toHaveLength(3);
  });
});

describe("GitHub's answer coming broken", () => {
  const operations = [
    "graphql",
    "apps/create-installation-access-token",
    "repos/compare-commits-with-basehead",
    "issues/list-for-repo",
    "issues/create",
    "issues/create-comment",
    "issues/create-label",
    "issues/update-milestone",
    "checks/create",
  ];
  const ways = ["cut", "object", "limit", "html"] satisfies Spoiled["as"][];

  test.each(operations.flatMap((operation) => ways.map((as) => [operation, as] as const)))(
    "to %s (%s): all is posted once",
    async (operation, as) => {
      suffer(operation, { kind: "spoiled", as }, 2);

      await push();

      expect(stage.sandbox.faults.counts).toMatchObject({ spoiled: expect.any(Number) });
      expectAllOnce();
      expect(stage.sandbox.requests.filter(({ status }) => status === 401)).toEqual([]);
    },
  );
});

describe("GitHub not knowing our token any more", () => {
  test.each([
    ["graphql", 0],
    ["graphql", 2],
    ["repos/compare-commits-with-basehead", 0],
    ["issues/create-comment", 0],
    ["issues/create", 0],
    ["checks/create", 0],
  ])("at %s, after %i of these: all is posted once", async (match, skip) => {
    stage.sandbox.faults.add({ match, skip, fault: { kind: "revoke" } });

    await push();

    expect(stage.sandbox.faults.counts).toMatchObject({ revoke: 1 });
    expectAllOnce();
  });

  test.each(["graphql", "issues/create-comment", "apps/create-installation-access-token"])(
    "for a moment, at %s: all is posted once",
    async (match) => {
      suffer(match, { kind: "error", when: "before", status: 401 }, 2);

      await push();

      expectAllOnce();
    },
  );
});
