// A queue and its ledger in a separate process, controlled over IPC. argv: the store's place as JSON.
import { setTimeout as wait } from "node:timers/promises";
import { openStore } from "../../src/queue/open-store.ts";
import type { Job } from "../../src/queue/job.ts";
import { commitOf } from "../../src/queue/job-facts.ts";
import type { Order, Report } from "./push-process.ts";
import { nameOf } from "./repositories.ts";

/** How long a push waits for GitHub here: the ledger's and the queue's own time is what is measured. */
const GITHUB_MS = 2;

const POSTS = 3;

/** Its job ends with the run. */
const HANGS = "grove/hangs";

/** As many webhooks come at a time. */
const SENDERS = 100;

const store = await openStore(JSON.parse(String(process.argv[2])), {
  onError: (error) => console.error(error),
});
const { ledger, queue } = store;
let done: (job: Job) => Promise<void> = async () => undefined;
await queue.start(async (job) => {
  if (job.repository === HANGS) return done(job);
  await pushOnce(job);
  await done(job);
});

process.on("message", (order: Order) => void run(order).then((report) => process.send?.(report)));
process.on("disconnect", () => void store.close().then(() => process.exit(0)));
process.send?.("ready");

/** Queues pushes of so many repositories and waits until all are done. */
async function run({ repositories, each, hang, resident }: Order): Promise<Report> {
  const total = repositories * each;
  const sizes: number[] = [];
  let count = 0;
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  done = async (job) => {
    if (job.repository === HANGS) return released;
    count += 1;
    if (resident.includes(count)) sizes.push(process.memoryUsage.rss());
    if (count === total) finish();
  };
  if (hang) await queue.add(makeJob(HANGS, 0));
  const start = performance.now();
  let next = 0;
  const send = async (): Promise<void> => {
    while (next < total) {
      next += 1;
      await queue.add(makeJob(nameOf(next % repositories), next));
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, send));
  await finished;
  const ms = performance.now() - start;
  release();
  await queue.idle();
  return { ms, resident: sizes, peak: process.resourceUsage().maxRSS * 1024 };
}

/** An approved push: such ones are never merged, so that each of them is done. */
function makeJob(repository: string, index: number): Job {
  const data = { button: "apply", plan: null, commit: String(index) } as const;
  return { installationId: 1, repository, cause: "approval", deliveryId: crypto.randomUUID(), data };
}

/** What a push asks of the ledger, with a GitHub that answers at once. */
async function pushOnce(job: Job): Promise<void> {
  const { repository: source } = job;
  const index = Number(commitOf(job));
  await ledger.findHead(source);
  await ledger.find({ source: source, numbers: Array.from({ length: 20 }, (_, number) => number) });
  for (let post = 0; post < POSTS; post += 1) {
    const number = index + post;
    const entry = {
      key: `comment ${source} ${number}`,
      source,
      target: "grove/orchard",
      kind: "comment",
      number,
      id: String(number),
      url: `https://github.test/grove/orchard/issues/${number}`,
      hash: "0123456789abcdef",
    } as const;
    await ledger.intend(entry);
    await wait(GITHUB_MS);
    await ledger.settle({ ...entry, state: "done" });
  }
  await ledger.saveHead(source, String(index));
}
