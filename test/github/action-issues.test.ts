import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { GitHub } from "../../src/github/port.ts";
import { createMemoryLedger } from "../../src/ledger/memory-ledger.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import type { ActionIssueState, Concern, KnownRepository } from "../../src/plan/snapshot.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { Issue } from "../../sandbox/world/entities.ts";
import { startSandbox } from "../sandbox/support.ts";
import { connectTo, markedIssue } from "./support.ts";

const APP = "team/app";
const OURS = "minutebook[bot]";

let sandbox: Sandbox;
let github: GitHub;
let ledger: Ledger;
let now: Date;

beforeEach(async () => {
  now = new Date("2026-01-05T09:00:00Z");
  sandbox = await startSandbox({ now: () => now });
  ({ github } = await connectTo(sandbox));
  ledger = createMemoryLedger();
  sandbox.world.addRepository(APP);
  sandbox.world.addUser("ada");
  sandbox.world.addInstallation("team");
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

/** Minutebook's issues, of the minutes `a.md` like all that `markedIssue` marks. */
function addIssues(count: number): readonly Issue[] {
  return Array.from({ length: count }, (_, index) =>
    sandbox.world.addIssue(APP, {
      author: OURS,
      body: markedIssue(`key ${index + 1}`, `Water bed ${index + 1}`),
    }),
  );
}

async function read(concern?: Concern): Promise<readonly ActionIssueState[]> {
  const nothing = { threads: [], milestones: false, labels: [], logins: [], actionIssues: true };
  const request = concern === undefined ? nothing : { ...nothing, concern };
  const snapshot = await github.readSnapshot({ repositories: { [APP]: request } }, [], ledger);
  return (snapshot.repositories[APP] as KnownRepository).actionIssues;
}

/** The requests for lists of issues since the last call. */
function lists(): readonly string[] {
  const paths = sandbox.requests.filter(({ operation }) => operation === "issues/list-for-repo");
  const found = paths.map(({ path }) => path);
  sandbox.forgetRequests();
  return found;
}

function later(minutes: number): void {
  now = new Date(now.getTime() + minutes * 60_000);
}

const MINE: Concern = { paths: ["a.md"], actions: [] };
const OTHERS: Concern = { paths: ["b.md"], actions: [] };

describe("Minutebook's issues", () => {
  test("are listed in full once, and afterwards in one request however many there are", async () => {
    addIssues(250);
    later(20);
    await read(OTHERS);
    expect(lists()).toHaveLength(3);

    later(20);
    expect(await read(MINE)).toHaveLength(250);
    expect(lists()).toHaveLength(1);
  });

  test("are found again where they changed after the list was read, by whomever", async () => {
    addIssues(2);
    later(20);
    await read(OTHERS);
    later(20);
    sandbox.world.addIssue(APP, { author: OURS, body: markedIssue("new") });

    expect(await read(MINE)).toHaveLength(3);
  });

  test("are found though the list that was read before did not show them yet", async () => {
    addIssues(1);
    later(20);
    sandbox.world.addIssue(APP, { author: OURS, body: markedIssue("new") });
    sandbox.faults.lag(10_000);
    later(0.1);
    expect(await read(MINE)).toHaveLength(1);
    later(1);

    expect(await read(MINE)).toHaveLength(2);
  });

  test("are asked for by their numbers, so that what is said of them is of now and not of the list", async () => {
    const [issue] = addIssues(1);
    later(20);
    await read(OTHERS);
    later(20);
    await sandbox.world.close(issue as Issue, { by: "ada", reason: "not_planned" });
    sandbox.faults.add({ match: "issues/list-for-repo", fault: { kind: "empty" } });

    expect(await read(MINE)).toMatchObject([
      { state: "closed", closedBy: "person", stateReason: "not_planned" },
    ]);
  });

  test("say so where we closed them ourselves", async () => {
    addIssues(1);
    const nothing = { add: [], remove: [] };
    await github.updateIssue(APP, 1, {
      state: "closed",
      stateReason: "completed",
      labels: nothing,
      assignees: nothing,
    });

    expect(await read(MINE)).toMatchObject([{ state: "closed", closedBy: "us" }]);
  });

  test("that other minutes hold are passed on only where an action is nearly the same", async () => {
    sandbox.world.addIssue(APP, { author: OURS, body: markedIssue("x", "Mend the fence of the paddock") });

    const carried = { text: "mend the fence of the paddock", carriedOver: false };
    const other = { text: "buy a new lawn mower", carriedOver: false };

    expect(await read({ ...OTHERS, actions: [other] })).toEqual([]);
    expect(await read({ ...OTHERS, actions: [carried] })).toHaveLength(1);
  });

  test("are known by the ledger where a person took our marker out", async () => {
    const [issue] = addIssues(1);
    await read(OTHERS);
    await sandbox.world.edit(issue as Issue, { body: "Mine now." });

    expect(await read(MINE)).toMatchObject([{ body: "Mine now.", ledgerKey: "key 1" }]);
  });

  test("are gone where a person deleted them, which is asked once and remembered", async () => {
    const [issue] = addIssues(1);
    await read(OTHERS);
    await sandbox.world.deleteIssue(issue as Issue);

    expect(await read(MINE)).toMatchObject([{ number: 1, gone: "deleted" }]);
    sandbox.forgetRequests();
    expect(await read(MINE)).toMatchObject([{ number: 1, gone: "deleted" }]);
    expect(sandbox.requests.map(({ operation }) => operation)).toEqual(["issues/list-for-repo", "graphql"]);
  });

  test("are gone where a person moved them to another repository", async () => {
    sandbox.world.addRepository("team/archive");
    const [issue] = addIssues(1);
    await read(OTHERS);
    await sandbox.world.transfer(issue as Issue, "team/archive");

    expect(await read(MINE)).toMatchObject([{ number: 1, gone: "moved" }]);
  });

  test("that exist and that an answer leaves out are an error, not a clean slate", async () => {
    const [issue] = addIssues(1);
    await read(OTHERS);
    const { threads } = sandbox.world.repository(APP);
    sandbox.faults.add({
      match: "graphql",
      fault: {
        kind: "call",
        before: () => void threads.delete(1),
        after: () => void threads.set(1, issue as Issue),
      },
    });

    await expect(read(MINE)).rejects.toMatchObject({ kind: "transient" });
  });

  test("are asked for twice where nothing is known of them and their list comes back empty", async () => {
    expect(await read(MINE)).toEqual([]);
    expect(lists()).toHaveLength(2);

    addIssues(2);
    later(20);
    sandbox.faults.add({ match: "issues/list-for-repo", fault: { kind: "empty" } });
    expect(await read(MINE)).toHaveLength(2);
    lists();

    later(20);
    await read(MINE);
    expect(lists()).toHaveLength(1);
  });

  test("are an error where their list came back empty twice and they are counted, and are listed in full again", async () => {
    addIssues(2);
    later(20);
    sandbox.faults.add({ match: "issues/list-for-repo", times: 2, fault: { kind: "empty" } });
    await expect(read(MINE)).rejects.toMatchObject({ kind: "transient" });

    expect(await read(MINE)).toHaveLength(2);
  });

  test("are listed in full again under another login", async () => {
    addIssues(1);
    await ledger.rememberListing({ target: APP, viewer: "former[bot]", readAt: "2026-01-05T10:00:00Z" });

    expect(await read(MINE)).toHaveLength(1);
  });

  test("are not treated as gone where issues were switched off meanwhile, or may not be read", async () => {
    addIssues(1);
    await read(OTHERS);
    const repository = sandbox.world.repository(APP);
    repository.hasIssues = false;
    expect(await read(MINE)).toEqual([]);
    repository.hasIssues = true;
    const [installation] = sandbox.state.installations.values();
    if (installation === undefined) throw new Error("The app is not installed.");
    const { permissions } = installation;
    const { issues: _, ...fewer } = permissions;

    installation.permissions = fewer;
    ({ github } = await connectTo(sandbox));
    await expect(read(MINE)).rejects.toMatchObject({ kind: "refused" });

    installation.permissions = permissions;
    ({ github } = await connectTo(sandbox));
    expect(await read(MINE)).toMatchObject([{ state: "open" }]);
  });

  test("are none where issues are switched off", async () => {
    sandbox.world.repository(APP).hasIssues = false;

    expect(await read(MINE)).toEqual([]);
  });
});

describe("signs that people work on an issue", () => {
  test("are its comments, and pull requests that would close it or were linked by hand", async () => {
    const [commented, closing, linked, quiet] = addIssues(4);
    sandbox.world.addComment(commented as Issue, "On it.", { author: "ada" });
    sandbox.world.addPull(APP, { body: `Fixes #${closing?.number}` });
    const pull = sandbox.world.addPull(APP, { body: "See there.", state: "closed" });
    sandbox.world.linkPull(linked as Issue, pull);

    const issues = await read(MINE);

    const activity = new Map(issues.map((issue) => [issue.number, issue.activity]));
    expect([commented, closing, linked, quiet].map((issue) => activity.get(issue?.number ?? 0))).toEqual([
      1, 1, 1, 0,
    ]);
  });
});
