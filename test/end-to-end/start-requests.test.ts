import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { lookAtStart } from "../../src/app/catch-up/look-at-start.ts";
import type { Occasion } from "../../src/app/catch-up/pace-looks.ts";
import { buildHarbour, MINUTES, minutes, PATH } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

/** Where the app is installed, its token, all heads, and the deliveries. */
const MOST = 4;

const REPOSITORIES = Array.from({ length: 10 }, (_, index) => `abbey/minutes-${index}`);

let stage: Stage;
/** In milliseconds; each look at the clock takes one more. */
let passed = 0;

const now = () => new Date(Date.UTC(2026, 0, 5, 9) + passed++);

beforeEach(async () => {
  passed = 0;
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
async function start(occasion: Occasion = "start"): Promise<readonly string[]> {
  await stage.restart();
  stage.sandbox.forgetRequests();
  await stage.catchUp(occasion);
  await stage.settle();
  return stage.sandbox.requests.map(({ operation }) => operation ?? "");
}

test("a start looks at ten repositories, where nothing happened, in four requests", async () => {
  expect(await start()).toHaveLength(MOST);
  expect(await start()).toHaveLength(MOST);
});

test("a start finds the one that moved and the one that was renamed", async () => {
  const { world } = stage.sandbox;
  world.commit("abbey/minutes-3", {
    "meetings/2026-01-06.md":
      "# Meeting 2026-01-06\n\n- #1 the bell has a crack and rings much too low for the fog\n",
  });
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

test("a look for everything reads the issues of all repositories of an account with one token", async () => {
  for (const name of REPOSITORIES.slice(0, 3)) {
    const files = { "meetings/2026-01-06.md": "# Meeting 2026-01-06\n\n- TODO: Ada paints the hull\n" };
    await stage.sandbox.world.push(name, files);
    await stage.settle();
  }
  const asked = await start("hour");
  expect(asked.filter((one) => one === "issues/list-for-repo")).toHaveLength(3);
  expect(asked.filter((one) => one === "apps/create-installation-access-token")).toHaveLength(2);
  // Where the app is installed, and what it is called, is known to the next process.
  expect(await start("hour")).toHaveLength(MOST + 1 + 3);
});

describe("a process that is started ten times in a minute", () => {
  /** What it asks GitHub in all, and what it does at the start that is the last. */
  async function startOver(atLast: () => Promise<unknown> = async () => undefined): Promise<number> {
    const died = new Error("It died.");
    let asked = 0;
    for (let count = 1; count <= 10; count += 1) {
      await stage.restart();
      if (count === 10) await atLast();
      stage.sandbox.forgetRequests();
      const looked = lookAtStart({
        ledger: stage.ledger,
        look: async (occasion) => {
          await stage.catchUp(occasion);
          return true;
        },
        wait: () => Promise.reject(died),
        now: () => now().getTime(),
      });
      await looked.catch((error: unknown) => expect(error).toBe(died));
      await stage.settle();
      asked += stage.sandbox.requests.length;
    }
    return asked;
  }

  test("asks for all heads once, and twice more for failed deliveries", async () => {
    expect(await startOver()).toBeLessThanOrEqual(MOST + 2);
  });

  test("finds the push whose delivery failed meanwhile", async () => {
    const { world } = stage.sandbox;
    await stage.catchUp("hour");
    passed += 30_000;
    stage.sandbox.setWebhook("http://127.0.0.1:9/nobody-listens");
    const files = {
      "meetings/2026-01-06.md":
        "# Meeting 2026-01-06\n\n- #1 the bell has a crack and rings much too low for the fog\n",
    };
    await world.push("abbey/minutes-3", files);
    await stage.settle();
    stage.sandbox.setWebhook(stage.webhookUrl);

    await startOver(async () => {
      passed += 60_000;
    });

    expect(world.comments("abbey/minutes-3", 1)).toHaveLength(1);
  });
});
