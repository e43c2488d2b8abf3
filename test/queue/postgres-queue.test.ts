import { describe, expect, test } from "@jest/globals";
import { buildJob } from "./build-job.ts";
import { testDurableQueue } from "./durable-queue-contract.ts";
import { findPostgres, NO_POSTGRES } from "./postgres-server.ts";
import { testQueue } from "./queue-contract.ts";
import { useStores } from "./test-store.ts";

if (findPostgres() === null) {
  test.skip(`on PostgreSQL (${NO_POSTGRES})`, () => undefined);
} else {
  describe("on PostgreSQL", () => {
    const stores = useStores("postgres");
    describe("the queue", () => testQueue(async () => (await stores.open()).queue));
    describe("the durable queue", () => testDurableQueue(stores));

    test("processes that start at the same time on an empty database make one schema", async () => {
      const place = await stores.emptyPlace();
      const opened = await Promise.all([1, 2, 3].map(() => stores.open(place)));
      const jobs: string[] = [];
      for (const { queue } of opened) await queue.start(async (job) => void jobs.push(job.repository));
      await Promise.all(
        opened.map(({ queue }, index) => queue.add(buildJob({ repository: `acme/${index}` }))),
      );
      await opened[0]?.queue.idle();
      expect(jobs.toSorted()).toEqual(["acme/0", "acme/1", "acme/2"]);
    });
  });
}
