import { expect, test } from "@jest/globals";
import type { Job } from "../../src/queue/job.ts";
import type { Queue } from "../../src/queue/queue.ts";
import { buildJob } from "./build-job.ts";
import { makeGates } from "./gates.ts";

/** What every queue keeps to. `open` gives an empty one; a failed job is tried again at once. */
export function testQueue(open: () => Promise<Queue>): void {
  test("runs one job of a repository after the other", async () => {
    const queue = await open();
    const gates = makeGates();
    await queue.start(gates.handler);

    await queue.add(buildJob({ cause: "approval" }));
    await queue.add(buildJob({ cause: "retry", repository: "Acme/Minutes" }));
    await queue.add(buildJob({ cause: "pull_request", data: { number: 1 } }));
    await gates.untilBegun(2);
    expect(gates.begun.map((job) => job.cause).sort()).toEqual(["approval", "pull_request"]);
    gates.endAll();
    await queue.idle();
    expect(gates.begun.map((job) => job.cause)[2]).toBe("retry");
    expect(gates.most()).toBe(2);
  });

  test("runs other repositories, and previews, beside it", async () => {
    const queue = await open();
    const gates = makeGates();
    await queue.start(gates.handler);

    await queue.add(buildJob());
    await queue.add(buildJob({ repository: "acme/other" }));
    await queue.add(buildJob({ cause: "pull_request", data: { number: 4 } }));
    await gates.untilBegun(3);
    gates.endAll();
    await queue.idle();
    expect(gates.most()).toBe(3);
  });

  test("merges the pushes that wait, from the first one's base to the last one's head", async () => {
    const queue = await open();
    const gates = makeGates();
    await queue.start(gates.handler);

    await queue.add(buildJob({ data: { before: "a", commit: "b" } }));
    await gates.untilBegun(1);
    await queue.add(buildJob({ data: { before: "b", commit: "c" } }));
    await Promise.all([
      queue.add(buildJob({ data: { before: "c", commit: "d" } })),
      queue.add(buildJob({ cause: "catch-up" })),
    ]);
    gates.endAll();
    await queue.idle();
    expect(gates.begun.map(({ cause, data }) => ({ cause, data }))).toEqual([
      { cause: "push", data: { before: "a", commit: "b" } },
      { cause: "push", data: { before: "b", commit: "d" } },
    ]);
  });

  test("merges what waits to go back to the same minutes", async () => {
    const queue = await open();
    const gates = makeGates();
    await queue.start(gates.handler);
    const back = (path: string, deliveryId: string) =>
      queue.add(buildJob({ cause: "issue", deliveryId, data: { path } }));

    await queue.add(buildJob());
    await gates.untilBegun(1);
    await back("a.md", "d-1");
    await back("b.md", "d-2");
    await back("a.md", "d-3");
    gates.endAll();
    await queue.idle();
    const paths = gates.begun.map((job) => (job.cause === "issue" ? job.data.path : undefined));
    expect(paths.toSorted()).toEqual(["a.md", "b.md", undefined]);
  });

  test("drops a delivery that it has seen", async () => {
    const queue = await open();
    const jobs: Job[] = [];

    const together = await Promise.all([
      queue.add(buildJob({ deliveryId: "d-1" })),
      queue.add(buildJob({ deliveryId: "d-1" })),
    ]);
    expect(together).toEqual([true, false]);
    await queue.start(async (job) => void jobs.push(job));
    await queue.idle();
    expect(await queue.add(buildJob({ deliveryId: "d-1" }))).toBe(false);
    await queue.idle();
    expect(jobs).toEqual([buildJob({ deliveryId: "d-1" })]);
  });

  test("tries a failed job again before what came after it", async () => {
    const queue = await open();
    const seen: unknown[] = [];
    await queue.add(buildJob({ data: { before: "a", commit: "b" } }));
    await queue.start(async (job) => {
      seen.push(job.data);
      if (seen.length > 1) return;
      await queue.add(buildJob({ data: { before: "b", commit: "c" } }));
      throw new Error("GitHub is away");
    });

    await queue.idle();
    expect(seen).toEqual([
      { before: "a", commit: "b" },
      { before: "a", commit: "c" },
    ]);
  });

  test("stops when the current job has ended, and starts no other", async () => {
    const queue = await open();
    const gates = makeGates();
    let signal: AbortSignal | undefined;
    await queue.start(async (job, given) => {
      signal = given;
      await gates.handler(job);
    });
    await queue.add(buildJob({ cause: "approval" }));
    await queue.add(buildJob({ cause: "retry" }));
    await gates.untilBegun(1);

    const stopped = queue.stop();
    expect(signal?.aborted).toBe(true);
    gates.endAll();
    await stopped;
    expect(gates.begun).toHaveLength(1);
  });
}
