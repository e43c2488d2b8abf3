import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { buildHarbour, MINUTES, minutes, PATH } from "./harbour.ts";
import { setStage, type Stage } from "./stage.ts";

/** Where the app is installed, its token, all heads, and the deliveries. */
const MOST = 4;

const REPOSITORIES = Array.from({ length: 10 }, (_, index) => `abbey/minutes-${index}`);

let stage: Stage;

beforeEach(async () => {
  let looks = 0;
  const now = () => new Date(Date.UTC(2026, 0, 5, 9) + 1000 * looks++);
  stage = await setStage({}, { now });
  const { world } = stage.sandbox;
  for (const name of REPOSITORIES) {
    world.addRepository(name);
    world.addIssue(name, { number: 1 });
    world.commit(name, { "meetings/2026-01-05.md": "# Meeting 2026-01-05\n\n- #1 old\n" });
  }
  await world.install("abbey");
  await stage.settle();
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

/** What a process that starts asks GitHub until all is quiet. */
async function start(): Promise<readonly string[]> {
  await stage.restart();
  stage.sandbox.forgetRequests();
  await stage.catchUp("start");
  await stage.settle();
  return stage.sandbox.requests.map(({ operation }) => operation ?? "");
}

test("a start looks at ten repositories, where nothing happened, in four requests", async () => {
  expect(await start()).toHaveLength(MOST);
  expect(await start()).toHaveLength(MOST);
});

test("a start finds the one that moved and the one that was renamed", async () => {
  const { world } = stage.sandbox;
  world.commit("abbey/minutes-3", { "meetings/2026-01-06.md": "# Meeting 2026-01-06\n\n- #1 the bell\n" });
  await world.rename("abbey/minutes-7", "abbey/records");

  await start();

  expect(world.comments("abbey/minutes-3", 1)).toHaveLength(1);
  const heads = await stage.ledger.listHeads();
  expect(heads.map((head) => head.source)).toContain("abbey/records");
  expect(await start()).toHaveLength(MOST);
});

test("a start reads no list of issues that was read within the hour, and one that was not", async () => {
  buildHarbour(stage.sandbox);
  await stage.sandbox.world.push(MINUTES, { [PATH]: minutes(["- TODO: Ada paints the hull"]) });
  await stage.settle();
  const lists = (asked: readonly string[]) => asked.filter((one) => one === "issues/list-for-repo");

  expect(lists(await start())).toHaveLength(1);
  expect(lists(await start())).toHaveLength(0);
});
