import { afterEach, describe, expect, test } from "@jest/globals";
import { createMemoryQueue } from "./memory-queue.ts";
import type { Job } from "../../src/queue/job.ts";
import type { Queue } from "../../src/queue/queue.ts";
import { buildJob } from "./build-job.ts";
import { testQueue } from "./queue-contract.ts";

let queue: Queue | undefined;
afterEach(() => queue?.stop());

describe("the queue in memory", () => {
  testQueue(async () => {
    queue = createMemoryQueue({ delaySeconds: () => 0 });
    return queue;
  });

  test("keeps jobs that come before it is started", async () => {
    queue = createMemoryQueue();
    const jobs: Job[] = [];
    await queue.add(buildJob());

    await queue.start(async (job) => void jobs.push(job));
    await queue.idle();
    expect(jobs).toHaveLength(1);
  });

  test("gives up after the last retry, and tells", async () => {
    const dead: unknown[] = [];
    queue = createMemoryQueue({
      retries: 2,
      delaySeconds: () => 0,
      onDead: (job, error) => dead.push(job, error),
    });
    let tries = 0;
    await queue.start(async () => {
      tries += 1;
      throw new Error("never");
    });

    await queue.add(buildJob());
    await queue.idle();
    expect(tries).toBe(3);
    expect(dead).toEqual([buildJob(), new Error("never")]);
  });
});
