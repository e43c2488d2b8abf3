import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { APP, buildHarbour, MINUTES, minutes, PATH, TODO } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

const NEW = "harbour/logbook";
const BELL = { "meetings/2026-01-06.md": "# Crew meeting 2026-01-06\n\n- #12 the bell\n" };

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  buildHarbour(stage.sandbox);
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function push(files: Record<string, string | null>, repository = MINUTES): Promise<string> {
  const sha = await stage.sandbox.world.push(repository, files);
  await stage.settle();
  return sha;
}

function posted() {
  const { world } = stage.sandbox;
  const own = world.issues(APP).filter(({ author }) => author?.login === "minutebook[bot]");
  const open = own.filter(({ state }) => state === "open");
  return [11, 12].map((number) => world.comments(APP, number).length).concat(open.length);
}

describe("a branch that is set back", () => {
  test("while a job is at work, its webhook lost, leaves nothing of minutes that are in no commit", async () => {
    const { world, faults } = stage.sandbox;
    const base = await push({ [PATH]: minutes() });
    faults.add({
      match: "issues/create-comment",
      fault: {
        kind: "call",
        before: () => {
          faults.webhooks = () => "unsent";
          return world.forcePush(MINUTES, base);
        },
      },
    });

    await push(BELL);

    expect(posted()).toEqual([1, 0, 0]);
  });

  test("before the webhook of the push arrives leaves nothing of that push", async () => {
    const { world, faults } = stage.sandbox;
    const base = await push({ [PATH]: minutes() });
    faults.webhooks = () => "late";
    await world.push(MINUTES, BELL);
    faults.webhooks = () => "delivered";
    await world.forcePush(MINUTES, base);
    await stage.settle();

    await faults.releaseWebhooks();
    await stage.settle();

    expect(posted()).toEqual([1, 0, 0]);
  });

  test.each(["delivered", "unsent"] as const)("is followed, its webhook %s", async (fate) => {
    const { world, faults } = stage.sandbox;
    const base = await push({ [PATH]: minutes() });
    await push(BELL);
    expect(posted()).toEqual([1, 1, 0]);
    faults.webhooks = () => fate;

    await world.forcePush(MINUTES, base);
    await stage.settle();
    await stage.catchUp();
    await stage.settle();

    expect(posted()).toEqual([1, 0, 0]);
  });
});

describe("an older head that GitHub shows once more", () => {
  /** The next answers about the head show an earlier one. */
  function showOlder(sha: string, times: number): void {
    const { world, faults } = stage.sandbox;
    const { refs } = world.repository(MINUTES);
    const now = refs.get("refs/heads/main") ?? "";
    faults.add({
      match: ({ operation, text }) => operation === "graphql" && text.includes("isFork"),
      times,
      fault: {
        kind: "call",
        before: () => void refs.set("refs/heads/main", sha),
        after: () => void refs.set("refs/heads/main", now),
      },
    });
  }

  test.each([1, 2])("changes nothing of what was applied since (%i times)", async (times) => {
    const base = await push({ [PATH]: minutes() });
    await push({ ...BELL, [PATH]: minutes([TODO]) });
    const before = stage.sandbox.world.comments(APP, 12);
    showOlder(base, times);

    await stage.catchUp();
    await stage.settle();

    expect(posted()).toEqual([1, 1, 1]);
    expect(stage.sandbox.world.comments(APP, 12)).toEqual(before);
  });

  test("right after a push holds that push up, and loses nothing", async () => {
    const base = await push({ [PATH]: minutes() });
    const { world } = stage.sandbox;
    stage.sandbox.faults.webhooks = () => "late";
    await world.push(MINUTES, BELL);
    showOlder(base, 1);

    stage.sandbox.faults.webhooks = () => "delivered";
    await stage.sandbox.faults.releaseWebhooks();
    await stage.settle();

    expect(posted()).toEqual([1, 1, 0]);
  });
});

describe("a rename while a job is at work", () => {
  test("and a push under the new name post everything once", async () => {
    const { world, faults } = stage.sandbox;
    await push({ [PATH]: minutes() });
    const slowly = () => new Promise((resolve) => setTimeout(resolve, 500));
    faults.add({ match: "issues/create-comment", fault: { kind: "call", before: slowly } });

    await world.push(MINUTES, { ...BELL, [PATH]: minutes([TODO]) });
    await world.rename(MINUTES, NEW);
    await world.push(NEW, {
      "meetings/2026-01-07.md": "# Crew meeting 2026-01-07\n\n- #12 the bell again\n",
    });
    await stage.settle();
    await stage.catchUp();
    await stage.settle();

    expect(posted()).toEqual([1, 2, 1]);
    expect((await stage.ledger.listHeads()).map((head) => head.source)).toEqual([NEW]);
  });

  test("is found out for a job that an earlier version queued by name", async () => {
    const { world } = stage.sandbox;
    await push({ [PATH]: minutes() });
    await world.rename(MINUTES, NEW);
    world.commit(NEW, BELL);
    const job = { installationId: null, repository: MINUTES, deliveryId: null, data: {} } as const;

    await stage.queue.add({ ...job, cause: "catch-up" });
    await stage.settle();

    expect(posted()).toEqual([1, 1, 0]);
  });
});
