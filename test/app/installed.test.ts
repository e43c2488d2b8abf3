import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { decideInstalled, inParts } from "../../src/app/installed.ts";

test("tens of thousands of repositories are queued part by part, so that others get in between", async () => {
  const repositories = Array.from({ length: 20_001 }, (_, id) => ({ id, full_name: `acme/app-${id}` }));
  const jobs = decideInstalled({ action: "created", installation: { id: 1 }, repositories }, "delivery");
  const queued = new Set<string>();
  let waiting = 0;
  let most = 0;

  await inParts(jobs, async ({ repository }) => {
    waiting += 1;
    most = Math.max(most, waiting);
    await nextTurn();
    waiting -= 1;
    queued.add(repository);
  });

  expect(queued.size).toBe(repositories.length);
  expect(most).toBe(500);
});
