import { afterEach, describe, expect, test } from "@jest/globals";
import { createMemoryQueue } from "../../src/queue/memory-queue.ts";
import type { Job, Queue } from "../../src/queue/queue.ts";
import { buildJob } from "./build-job.ts";

/** A handler whose jobs end when the test says so. */
function makeGates() {
  const begun: Job[] = [];
  const ends: (() => void)[] = [];
  let notify: () => void = () => undefined;
  return {
    begun,
    handler: async (job: Job) => {
      begun.push(job);
      notify();
      await new Promise<void>((resolve) => ends.push(resolve));
    },
    end: () => ends.shift()?.(),
    async untilBegun(count: number) {
      while (begun.length < count) await new Promise<void>((resolve) => (notify = resolve));
    },
  };
}

let queue: Queue;
afterEach(() => queue.stop());

describe("the queue in memory", () => {
  test("runs one job of a repository after the other", async () => {
    queue = createMemoryQueue();
    const gates = makeGates();
    await queue.start(gates.handler);

    await queue.add(buildJob({ cause: "approval" }));
    await queue.add(buildJob({ cause: "retry", repository: "Acme/Minutes" }));
    expect(gates.begun).toHaveLength(1);
    gates.end();
    await gates.untilBegun(2);
    gates.end();
    await queue.idle();
    expect(gates.begun.map((job) => job.cause)).toEqual(["approval", "retry"]);
  });

  test("runs other repositories, and previews, beside it", async () => {
    queue = createMemoryQueue();
    const gates = makeGates();
    await queue.start(gates.handler);

    await queue.add(buildJob());
    await queue.add(buildJob({ repository: "acme/other" }));
    await queue.add(buildJob({ cause: "pull_request", data: { number: 4 } }));
    expect(gates.begun).toHaveLength(3);
    for (const _job of gates.begun) gates.end();
    await queue.idle();
  });

  test("merges the pushes that wait, from the first one's base to the last one's head", async () => {
    queue = createMemoryQueue();
    const gates = makeGates();
    await queue.start(gates.handler);

    await queue.add(buildJob({ data: { before: "a", after: "b" } }));
    await queue.add(buildJob({ data: { before: "b", after: "c" } }));
    await queue.add(buildJob({ data: { before: "c", after: "d" } }));
    gates.end();
    await gates.untilBegun(2);
    gates.end();
    await queue.idle();
    expect(gates.begun.map((job) => job.data)).toEqual([
      { before: "a", after: "b" },
      { before: "b", after: "d" },
    ]);
  });

  test("drops a delivery that it has seen", async () => {
    queue = createMemoryQueue();
    const jobs: Job[] = [];
    await queue.start(async (job) => void jobs.push(job));

    expect(await queue.add(buildJob({ deliveryId: "d-1" }))).toBe(true);
    expect(await queue.add(buildJob({ deliveryId: "d-1" }))).toBe(false);
    await queue.idle();
    expect(jobs).toHaveLength(1);
  });

  test("keeps jobs that come before it is started", async () => {
    queue = createMemoryQueue();
    const jobs: Job[] = [];
    await queue.add(buildJob());

    await queue.start(async (job) => void jobs.push(job));
    await queue.idle();
    expect(jobs).toHaveLength(1);
  });

  test("tries a failed job again before what came after it", async () => {
    queue = createMemoryQueue({ delaySeconds: () => 0 });
    const seen: string[] = [];
    await queue.start(async (job) => {
      seen.push(job.cause);
      if (seen.length === 1) throw new Error("GitHub is away");
    });

    await queue.add(buildJob({ cause: "approval" }));
    await queue.add(buildJob({ cause: "retry" }));
    await queue.idle();
    expect(seen).toEqual(["approval", "approval", "retry"]);
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

  test("stops when the job in hand has ended, and starts no other", async () => {
    queue = createMemoryQueue();
    const gates = makeGates();
    let signal: AbortSignal | undefined;
    await queue.start(async (job, given) => {
      signal = given;
      await gates.handler(job);
    });
    await queue.add(buildJob({ cause: "approval" }));
    await queue.add(buildJob({ cause: "retry" }));

    const stopped = queue.stop();
    expect(signal?.aborted).toBe(true);
    gates.end();
    await stopped;
    expect(gates.begun).toHaveLength(1);
  });
});
