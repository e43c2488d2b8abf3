import { expect, test } from "@jest/globals";
import { redeliverFailed } from "../../../src/app/catch-up/redeliver.ts";
import { makeClient, type OctokitLike } from "../../../src/github/client.ts";
import { createMemoryLedger } from "../../../src/ledger/memory-ledger.ts";
import { noLog } from "../../../src/pipeline/log.ts";

const MINUTE_MS = 60_000;
const START_MS = Date.UTC(2026, 0, 5, 9);

interface Failed {
  readonly minute: number;
  readonly event?: string;
  readonly action?: string | null;
}

/** GitHub with these deliveries that failed, by the minute in which they did, one on each page of its list. */
function deliveries(failed: readonly Failed[], refuses = false) {
  const ledger = createMemoryLedger();
  const time = { minute: 60 };
  const pages: number[] = [];
  const again: number[] = [];
  const octokit: OctokitLike = {
    graphql: async () => Promise.reject(new Error("no GraphQL")),
    async request(route, { cursor = 0, delivery_id } = {}) {
      if (route.startsWith("POST")) {
        if (refuses) throw Object.assign(new Error("no"), { status: 422 });
        again.push(Number(delivery_id));
        return { data: {}, headers: {} };
      }
      const listed = failed.map((one, id) => ({ id, ...one })).toReversed();
      const page = Number(cursor);
      pages.push(page);
      const data = listed.slice(page, page + 1).map(({ id, minute, event = "push", action = null }) => ({
        id,
        guid: `guid-${id}`,
        status_code: 0,
        delivered_at: new Date(START_MS + minute * MINUTE_MS).toISOString(),
        event,
        action,
      }));
      const next = `<https://api.github.com/app/hook/deliveries?cursor=${page + 1}>; rel="next"`;
      const date = new Date(START_MS + time.minute * MINUTE_MS).toUTCString();
      return { data, headers: { date, ...(page + 1 < listed.length ? { link: next } : {}) } };
    },
  };
  const look = async (occasion: "hour" | "start" | "again") => {
    pages.length = 0;
    again.length = 0;
    const now = () => START_MS + time.minute * MINUTE_MS;
    await redeliverFailed({ app: makeClient(octokit), ledger, log: noLog, now }, occasion);
    return { pages: pages.length, again: [...again] };
  };
  return { look, time };
}

const OLD = [{ minute: 10 }, { minute: 20 }, { minute: 30 }];

test("deliveries that were read before are not read at a start, and each hour they are", async () => {
  const { look, time } = deliveries([...OLD, { minute: 59 }]);
  expect(await look("start")).toEqual({ pages: 4, again: [0, 1, 2, 3] });

  // The last one may have been listed late.
  time.minute = 63;
  expect(await look("again")).toEqual({ pages: 2, again: [3] });
  time.minute = 64;
  expect(await look("again")).toEqual({ pages: 1, again: [] });
  expect(await look("hour")).toEqual({ pages: 4, again: [0, 1, 2, 3] });
});

test("where GitHub would not deliver one again, all are read the next time", async () => {
  const { look } = deliveries(OLD, true);
  await look("start");

  expect(await look("again")).toEqual({ pages: 3, again: [] });
});

test("what the app does nothing for is not delivered again", async () => {
  const { look } = deliveries([
    { minute: 1, event: "issues", action: "labeled" },
    { minute: 2, event: "issues", action: "closed" },
    { minute: 3, event: "installation", action: "created" },
    { minute: 4, event: "check_run", action: "completed" },
  ]);

  expect((await look("hour")).again).toEqual([1, 2]);
});
