import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Incoming } from "../../sandbox/faults/fault.ts";
import { APP, CONFIG, minutes, PATH } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

const NEW = "harbour/empty";
const FILES = { ".github/minutebook.yml": CONFIG, [PATH]: minutes() };

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  const { world } = stage.sandbox;
  for (const repository of [APP, NEW]) world.addRepository(repository);
  world.addUser("ada");
  for (const number of [11, 12]) world.addIssue(APP, { number, author: "ada" });
  world.addInstallation("harbour");
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

/** So often the repository is shown as if it had no commit. */
function showEmpty(times: number): void {
  const { world, faults } = stage.sandbox;
  const { refs } = world.repository(NEW);
  let now: [string, string][] = [];
  faults.add({
    match: ({ operation, text }) => operation === "graphql" && text.includes("isFork"),
    times,
    fault: {
      kind: "call",
      before: () => {
        now = [...refs];
        refs.clear();
      },
      after: () => {
        for (const [ref, sha] of now) refs.set(ref, sha);
      },
    },
  });
}

const bodies = () => stage.sandbox.world.comments(APP, 11);

describe("the first push, into a repository that GitHub shows as empty", () => {
  test.each([1, 2])("for a moment, is posted (%i times)", async (times) => {
    showEmpty(times);

    await stage.sandbox.world.push(NEW, FILES);
    await stage.settle();

    expect(bodies()).toHaveLength(1);
  });

  test("for longer, is posted by the next look", async () => {
    showEmpty(5);
    await stage.sandbox.world.push(NEW, FILES);
    await stage.settle();
    expect(bodies()).toHaveLength(0);

    for (let look = 0; look < 3; look += 1) {
      await stage.catchUp();
      await stage.settle();
    }

    expect(bodies()).toHaveLength(1);
  });

  test("although there were commits before, is posted without what was there", async () => {
    const { world } = stage.sandbox;
    world.commit(NEW, {
      ".github/minutebook.yml": CONFIG,
      "meetings/2025-12-01.md": "# Crew 2025-12-01\n\n- #12\n",
    });
    showEmpty(5);
    await world.push(NEW, { [PATH]: minutes() });
    await stage.settle();

    for (let look = 0; look < 3; look += 1) {
      await stage.catchUp();
      await stage.settle();
    }

    expect(bodies()).toHaveLength(1);
    expect(world.comments(APP, 12)).toHaveLength(0);
  });
});

test("a first push that is received after the look at its head is posted, without what was there", async () => {
  const { world, faults } = stage.sandbox;
  world.commit(NEW, { "meetings/2025-12-01.md": "# Crew 2025-12-01\n\n- #12\n" });
  faults.webhooks = () => "late";
  await world.push(NEW, FILES);
  const look = { installationId: null, repository: NEW, deliveryId: null, data: {} } as const;
  await stage.queue.add({ ...look, cause: "installation" });
  await stage.settle();
  expect(bodies()).toHaveLength(0);

  await faults.releaseWebhooks();
  await stage.settle();

  expect(bodies()).toHaveLength(1);
  expect(world.comments(APP, 12)).toHaveLength(0);
});

const BELL = "meetings/2026-01-06.md";

describe("what the first push says, where it", () => {
  const isReading = ({ operation, text }: Incoming) => operation === "graphql" && text.includes("files:");

  test.each([
    ["was refused", 403],
    ["was given up", 502],
  ])("%s, comes with the next push", async (_what, status) => {
    const end = stage.sandbox.faults.add({
      match: isReading,
      times: 1000,
      fault: { kind: "error", when: "before", status },
    });
    await stage.sandbox.world.push(NEW, FILES);
    await stage.settle();
    expect(bodies()).toHaveLength(0);
    end();

    await stage.sandbox.world.push(NEW, { [BELL]: "# Crew meeting 2026-01-06\n\n- #12 the bell\n" });
    await stage.settle();

    expect(bodies()).toHaveLength(1);
    expect(stage.sandbox.world.comments(APP, 12)).toHaveLength(1);
  });
});
