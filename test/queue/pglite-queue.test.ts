import { describe } from "@jest/globals";
import { testDurableQueue } from "./durable-queue-contract.ts";
import { testQueue } from "./queue-contract.ts";
import { useStores } from "./test-store.ts";

describe("on PGlite", () => {
  const stores = useStores("pglite");
  describe("the queue", () => testQueue(async () => (await stores.open()).queue));
  describe("the durable queue", () => testDurableQueue(stores));
});
