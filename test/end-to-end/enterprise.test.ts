import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { APP, buildHarbour, CONFIG, MINUTES, PATH } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

let stage: Stage;

// The sandbox is on a host of its own, as a GitHub Enterprise Server is.
beforeEach(async () => {
  stage = await setStage({ hostAliases: [] });
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function post(lines: readonly string[], config = CONFIG): Promise<string> {
  buildHarbour(stage.sandbox, config);
  const { world } = stage.sandbox;
  world.addRepository("village/bus");
  const text = ["# Crew meeting 2026-01-05", "", "## Timetable", "", ...lines, ""].join("\n");
  await world.push(MINUTES, { [PATH]: text });
  await stage.settle();
  const bodies = world
    .issues(APP)
    .flatMap((issue) => [issue.body, ...issue.comments.map(({ body }) => body)]);
  const run = world.checkRuns(MINUTES).at(-1);
  return [...bodies, world.milestone(APP, "2.1").description, run?.summary, run?.text].join("\n");
}

test("on your own server every link leads there, and nothing to github.com", async () => {
  const posted = await post([
    "- #11 is wrong, see [the plan](../plan.md) and village/bus#7, says @grace",
    "  - DECISION: #11 will go in 2.1",
    "- TODO: Ada to print #12",
  ]);

  const hosts = new Set([...posted.matchAll(/https?:\/\/([^/\s)"]+)/g)].map(([, host]) => host));
  expect([...hosts]).toEqual([stage.sandbox.host]);
  expect(posted).not.toContain("github.com");
});

test("an issue of a repository elsewhere on it is named and not linked: there is no host that makes no backlink", async () => {
  const posted = await post([`- #11 is like ${stage.sandbox.url}/village/bus/issues/7`]);

  expect(posted).toContain("village/bus#");
  expect(posted).not.toContain("/village/bus/issues/7");
});

test("an address on it is a mention, with and without https", async () => {
  const { host, url } = stage.sandbox;
  await post([`- ${url}/${APP}/issues/11 is wrong`, `- ${host}/${APP}/issues/12 is right`]);

  expect(stage.sandbox.world.comments(APP, 11)).toHaveLength(1);
  expect(stage.sandbox.world.comments(APP, 12)).toHaveLength(1);
});

test("an address on github.com is of another GitHub, unless the operator says otherwise", async () => {
  await post([`- https://github.com/${APP}/issues/11 is wrong`]);

  expect(stage.sandbox.world.comments(APP, 11)).toEqual([]);
});
