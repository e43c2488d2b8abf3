import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import pc from "picocolors";
import { work } from "../../../src/cli/backfill/work.ts";
import { readConfiguration } from "../../../src/cli/github/read-configuration.ts";
import { readingTools } from "../../../src/cli/github/reading-tools.ts";
import { makeTokenClients } from "../../../src/github/clients.ts";
import { connectGitHub } from "../../../src/github/connect.ts";
import { makeTokenOctokit } from "../../../src/github/token-octokit.ts";
import { createMemoryLedger } from "../../../src/ledger/memory-ledger.ts";
import { findFiles } from "../../../src/pipeline/backfill/find-files.ts";
import { noLog } from "../../../src/pipeline/log.ts";
import { DEFAULT_BUDGET } from "../../../src/pipeline/workers/work-error.ts";
import { createSandbox, type Sandbox } from "../../../sandbox/sandbox.ts";

jest.setTimeout(30_000);

const TEAM = "orchard/team";

let sandbox: Sandbox;

beforeEach(async () => {
  let now = new Date("2026-01-01T00:00:00Z");
  sandbox = createSandbox({ now: () => now });
  const { world } = sandbox;
  world.addUser("ada-l");
  world.addRepository(TEAM);
  world.addCollaborator(TEAM, "ada-l", "admin");
  for (const number of [1, 2]) world.addIssue(TEAM, { number, title: `Tree ${number}` });
  world.commit(TEAM, {
    ".github/minutebook.yml": "minutes: ['calls/*.md']\ncomments: {when: mentioned, style: meeting}\n",
    "calls/2026-02-02.md": "# Call 2026-02-02\n\n- #1 is ripe\n- #2 is late\n",
    "calls/2026-02-09.md": "# Call 2026-02-09\n\n- #2 is ripe\n",
  });
  now = new Date("2026-03-10T00:00:00Z");
  await sandbox.start();
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

/** Works on all minutes with no time between tries. */
async function workAll() {
  const token = sandbox.world.addUserToken("ada-l");
  const octokit = makeTokenOctokit({ token, baseUrl: `${sandbox.url}/api/v3`, userAgent: "test" });
  const github = connectGitHub(makeTokenClients(octokit));
  const head = await github.readHead(TEAM);
  const commit = head.commit ?? "";
  const reading = readingTools(DEFAULT_BUDGET);
  const config = await readConfiguration(reading, head);
  const { files } = await findFiles(
    { ...reading, github },
    { head, commit, config, from: null, order: "oldest" },
  );
  const printed = { out: "", err: "" };
  const done: string[] = [];
  const colors = pc.createColors(false);
  const exitCode = await work(
    {
      tools: {
        workers: reading.workers,
        github,
        ledger: createMemoryLedger(),
        log: noLog,
        signal: new AbortController().signal,
        wait: async () => undefined,
        hostAliases: [],
        now: () => Date.parse("2030-01-01"),
      },
      head,
      commit,
      config,
      assume: () => undefined,
      dryRun: false,
      state: { path: "", isDone: () => false, markDone: ({ path }) => void done.push(path) },
      options: { dryRun: false, json: false },
      firstWaitSeconds: 0,
      io: {
        cwd: "",
        env: {},
        colors,
        errColors: colors,
        terminal: null,
        links: async () => (text) => text,
        confirm: async () => true,
        now: () => Date.parse("2030-01-01"),
        interrupted: () => new AbortController().signal,
        out: (text) => {
          printed.out += text;
        },
        err: (text) => {
          printed.err += text;
        },
      },
    },
    files,
  );
  return { exitCode, done, ...printed };
}

const comments = () => [1, 2].map((number) => sandbox.world.comments(TEAM, number).length);

test("a file that GitHub broke down on is tried again before the next one", async () => {
  // One step tries three times by itself.
  sandbox.faults.add({
    match: "issues/create-comment",
    times: 4,
    fault: { kind: "error", when: "before", status: 503 },
  });

  const { exitCode, done, err, out } = await workAll();

  expect(exitCode).toBe(0);
  expect(err).toMatch(/503 .* Trying calls\/2026-02-02\.md again in 0 s\./);
  expect(out).toContain("Total: 2 files, 3 changes made; 0 failed, 0 left.");
  expect(done).toEqual(["calls/2026-02-02.md", "calls/2026-02-09.md"]);
  expect(comments()).toEqual([1, 2]);
});

test("one that it breaks down on for long is given up and reported, and is not marked as done", async () => {
  sandbox.faults.add({
    match: ({ method, path }) => method === "POST" && path.endsWith("/issues/1/comments"),
    times: Number.POSITIVE_INFINITY,
    fault: { kind: "error", when: "before", status: 503 },
  });

  const { exitCode, done, err } = await workAll();

  expect(exitCode).toBe(4);
  expect(err).toMatch(/failed calls\/2026-02-02\.md: .*#1.*503/);
  expect(done).toEqual(["calls/2026-02-09.md"]);
  expect(comments()).toEqual([0, 2]);
});

test("an answer that was lost is not posted twice", async () => {
  sandbox.faults.add({
    match: "issues/create-comment",
    times: 3,
    fault: { kind: "error", when: "after", status: 502 },
  });

  expect(await workAll()).toMatchObject({ exitCode: 0 });
  expect(comments()).toEqual([1, 2]);
});
