// How many requests a push of minutes costs, with a warm ledger and with a lost one, next to what other tools need.
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AppProcess, startApp, waitFor } from "../scripts/demo/app-process.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { Figure } from "./figure.ts";
import { buildBenchWorld, MINUTES, minutesOf } from "./requests/build-world.ts";
import { fewestOfPeers, PEERS, type Work } from "./requests/peers.ts";

const EARLIER_ISSUES = 1000;

const NEW: Work = { comments: 100, earlierComments: 0, issues: 30, openIssues: 0 };
const GROWN: Work = { comments: 100, earlierComments: 50, issues: 30, openIssues: EARLIER_ISSUES / 2 };

/**
 * Requests besides those that authenticate, for a push that posts 100 comments and opens 30 issues: in a new repository,
 * and in one with 50 comments on each thread and 1,000 issues of earlier actions.
 *
 * @throws Error where a push costs more than it may
 */
export async function run(): Promise<readonly Figure[]> {
  const fresh = await measure(NEW, 0);
  const grown = await measure(GROWN, EARLIER_ISSUES);
  const fewest = fewestOfPeers(GROWN);
  return [
    ...toFigures("new", NEW, fresh, 0),
    ...toFigures("grown", GROWN, grown, EARLIER_ISSUES),
    ...PEERS.map(({ name, does, formula, looks, count }): Figure => {
      const what = does === "both" ? "comments and issues" : `${does} alone`;
      const note = `${what}: ${formula}${looks ? "" : "; looks for nothing, so a second run posts again"}`;
      return { name: `requests/peer-${name}`, value: count(GROWN), unit: "requests", note };
    }),
    {
      name: "requests/peers-that-look-first",
      value: fewest,
      unit: "requests",
      note: "the fewest for comments and issues together",
    },
    { name: "requests/ratio-to-peers", value: grown.warm.all / fewest, unit: "ratio" },
  ];
}

interface Count {
  readonly all: number;
  /** Pages of the list of our issues. */
  readonly lists: number;
}

function toFigures(
  where: string,
  { comments, issues }: Work,
  { warm, lost }: { readonly warm: Count; readonly lost: Count },
  earlierIssues: number,
): readonly Figure[] {
  const warmBudget = comments + issues + 8;
  const lostBudget = warmBudget + Math.floor(comments / 50);
  // All issues that ever were opened are listed once, where nobody knows them any more.
  const pages = Math.max(0, Math.ceil((earlierIssues + issues) / 100) - 1);
  if (warm.all > warmBudget) throw new Error(`A push costs ${warm.all} requests; it may cost ${warmBudget}.`);
  if (lost.all - pages > lostBudget)
    throw new Error(
      `Without the ledger a push costs ${lost.all} requests; it may cost ${lostBudget + pages}.`,
    );
  const unit = "requests";
  return [
    { name: `requests/${where}-warm`, value: warm.all, unit, note: `at most R + T + 8 = ${warmBudget}` },
    {
      name: `requests/${where}-lost`,
      value: lost.all,
      unit,
      note:
        `at most R + T + 8 + R/50 = ${lostBudget}` +
        (pages === 0 ? "" : `, and once ${pages} for further pages of the ${earlierIssues} earlier issues`),
    },
    { name: `requests/${where}-lost-pages-of-issues`, value: lost.lists, unit },
  ];
}

async function measure(work: Work, earlierIssues: number): Promise<{ warm: Count; lost: Count }> {
  const keys = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const sandbox = buildBenchWorld(keys.publicKey, work, earlierIssues);
  await sandbox.start();
  const folders: string[] = [];
  const start = async (): Promise<AppProcess> => {
    const folder = mkdtempSync(join(tmpdir(), "minutebook-bench-"));
    folders.push(folder);
    const settings = {
      APP_ID: "1",
      PRIVATE_KEY: keys.privateKey,
      WEBHOOK_SECRET: "bench",
      GHE_HOST: sandbox.host,
      GHE_PROTOCOL: "http",
      DATA_FOLDER: folder,
    };
    const app = await startApp(settings, folder);
    sandbox.setWebhook(app.webhookUrl);
    return app;
  };
  let app = await start();
  try {
    const first = { ...work, comments: 1, issues: 1 };
    await count(sandbox, app, { "meetings/first.md": minutesOf("2026-03-01", first, "") });
    const second = (word: string) => ({ "meetings/second.md": minutesOf("2026-03-02", work, word) });
    const warm = await count(sandbox, app, second(""));
    await app.stop();
    app = await start();
    return { warm, lost: await count(sandbox, app, second(" soon")) };
  } finally {
    await app.stop();
    await sandbox.stop();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

/** Authentication, and what the app asks at its start. */
const NOT_OF_A_PUSH: ReadonlySet<string> = new Set([
  "apps/create-installation-access-token",
  "apps/list-webhook-deliveries",
]);

/** Pushes, waits for the check run, and counts. */
async function count(sandbox: Sandbox, app: AppProcess, files: Record<string, string>): Promise<Count> {
  sandbox.forgetRequests();
  const sha = await sandbox.world.push(MINUTES, files);
  // Last of all, the job looks whether the head is still the same.
  const isDone = () =>
    sandbox.world.checkRuns(MINUTES).some(({ headSha }) => headSha === sha) &&
    sandbox.requests.at(-1)?.operation === "repos/get-commit";
  await waitFor(isDone, app, 120_000, "The app did not finish with the push.");
  const operations = sandbox.requests.map(({ operation }) => operation ?? "");
  return {
    all: operations.filter((operation) => !NOT_OF_A_PUSH.has(operation)).length,
    lists: operations.filter((operation) => operation === "issues/list-for-repo").length,
  };
}
