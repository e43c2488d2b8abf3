// How many requests a push of minutes costs, with a warm ledger and with a lost one, next to what other tools need.
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { type AppProcess, startApp, waitFor } from "../scripts/demo/app-process.ts";
import { createSandbox, type Sandbox } from "../src/sandbox/sandbox.ts";
import type { Figure } from "./figure.ts";

const MINUTES = "orchard/minutes";
const APP = "orchard/apple";
const COMMENTS = 100;
const ISSUES = 30;

const config = `minutes: ["meetings/*.md"]
repository: ${APP}
limits: {comments: 1000, issues: 1000}
`;

/**
 * Requests of other tools for the same work, counted in their sources: minutes_to_gh lists the comments of each issue
 * before it posts (2 for each, 2 for all); the todo app searches before it opens an issue (2 for each, 5 for all).
 */
const OTHERS = 2 * COMMENTS + 2 + 2 * ISSUES + 5;

/** Requests besides those that authenticate, for a push that posts 100 comments and opens 30 issues. */
export async function run(): Promise<readonly Figure[]> {
  const keys = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  // What was there before is older than the first meeting.
  let now = new Date("2026-02-01T09:00:00Z");
  const sandbox = createSandbox({
    now: () => now,
    app: { id: 1, publicKey: keys.publicKey, webhookSecret: "bench", ...registration() },
  });
  build(sandbox);
  now = new Date("2026-03-02T09:00:00Z");
  await sandbox.start();
  const folders: string[] = [];
  const start = async (): Promise<AppProcess> => {
    const folder = mkdtempSync(join(tmpdir(), "minutebook-bench-"));
    folders.push(folder);
    const app = await startApp({
      APP_ID: "1",
      PRIVATE_KEY: keys.privateKey,
      WEBHOOK_SECRET: "bench",
      GHE_HOST: sandbox.host,
      GHE_PROTOCOL: "http",
      DATA_FOLDER: folder,
    });
    sandbox.setWebhook(app.webhookUrl);
    return app;
  };
  let app = await start();
  try {
    await count(sandbox, app, { "meetings/first.md": minutes("2026-03-01", 1, 0, "") });
    const warm = await count(sandbox, app, {
      "meetings/second.md": minutes("2026-03-02", COMMENTS, ISSUES, ""),
    });
    await app.stop();
    app = await start();
    const lost = await count(sandbox, app, {
      "meetings/second.md": minutes("2026-03-02", COMMENTS, ISSUES, " soon"),
    });
    const work = COMMENTS + ISSUES;
    return [
      { name: "requests/warm", value: warm, unit: "requests" },
      { name: "requests/warm-besides-changes", value: warm - work, unit: "requests" },
      { name: "requests/ledger-lost", value: lost, unit: "requests" },
      { name: "requests/ledger-lost-besides-changes", value: lost - work, unit: "requests" },
      { name: "requests/others", value: OTHERS, unit: "requests" },
      { name: "requests/ratio-to-others", value: warm / OTHERS, unit: "ratio" },
    ];
  } finally {
    await app.stop();
    await sandbox.stop();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

/** Pushes, waits for the check run, and counts. */
async function count(sandbox: Sandbox, app: AppProcess, files: Record<string, string>): Promise<number> {
  sandbox.forgetRequests();
  const sha = await sandbox.world.push(MINUTES, files);
  const isDone = () => sandbox.world.checkRuns(MINUTES).some(({ headSha }) => headSha === sha);
  await waitFor(isDone, app, 120_000, "The app did not finish with the push.");
  return sandbox.requests.filter(({ operation }) => operation !== "apps/create-installation-access-token")
    .length;
}

function build({ world }: Sandbox): void {
  world.addRepository(MINUTES);
  world.addRepository(APP);
  for (let number = 1; number <= COMMENTS; number++) world.addIssue(APP, { number });
  world.addMilestone(APP, { title: "2.0" });
  world.commit(MINUTES, { ".github/minutebook.yml": config });
  world.addInstallation("orchard");
}

function minutes(date: string, comments: number, issues: number, word: string): string {
  const references = Array.from({ length: comments }, (_, index) => `- #${index + 1} is looked at${word}`);
  const todos = Array.from(
    { length: issues },
    (_, index) => `- TODO: pick row ${index + 1} of the north field${word}`,
  );
  return [`# Orchard call ${date}`, "", ...references, "", "## Work", "", ...todos, ""].join("\n");
}

function registration() {
  const file = join(import.meta.dirname, "..", "app.yml");
  const { default_permissions, default_events } = parse(readFileSync(file, "utf8"));
  return { permissions: default_permissions, events: default_events };
}
