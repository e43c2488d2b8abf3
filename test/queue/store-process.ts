import { once } from "node:events";
import { openStore } from "../../src/queue/open-store.ts";
import { buildJob } from "./build-job.ts";

/*
 * A process that opens a store at the moment that it is asked to, keeps something there and ends:
 * node store-process.ts DATABASE_URL NAME. It says "ready" when all that it needs is loaded, and waits for a line.
 */
const [databaseUrl = "", name = ""] = process.argv.slice(2);
process.stdout.write("ready\n");
await once(process.stdin, "data");
process.stdin.destroy();
const store = await openStore(
  { databaseUrl },
  {
    onError: (error) => {
      throw error;
    },
  },
);
await store.ledger.saveHead(`acme/${name}`, "c1");
await store.queue.add(buildJob({ repository: `acme/${name}` }));
await store.close();
