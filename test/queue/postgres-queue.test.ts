import { describe, test } from "@jest/globals";
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
  });
}
