import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { GitHub } from "../../src/github/port.ts";
import type { IssueMemory } from "../../src/ledger/ledger.ts";
import { createIssueMemory } from "../../src/ledger/memory-ledger.ts";
import type { KnownRepository, KnownThread, RepositoryRequest } from "../../src/plan/snapshot.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { startSandbox } from "../sandbox/support.ts";
import { connectTo, markedComment, markedIssue } from "./support.ts";

const OURS = "minutebook[bot]";

let sandbox: Sandbox;
let github: GitHub;
let memory: IssueMemory;

beforeEach(async () => {
  sandbox = await startSandbox();
  ({ github } = await connectTo(sandbox));
  memory = createIssueMemory();
  sandbox.world.addRepository("team/app");
  sandbox.world.addInstallation("team");
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

function ask(request: Partial<RepositoryRequest>): RepositoryRequest {
  return { threads: [], milestones: false, labels: [], logins: [], actionIssues: false, ...request };
}

async function readApp(request: Partial<RepositoryRequest>): Promise<KnownRepository> {
  const snapshot = await github.readSnapshot({ repositories: { "team/app": ask(request) } }, [], memory);
  return snapshot.repositories["team/app"] as KnownRepository;
}

describe("readSnapshot", () => {
  test("tells issues, pull requests and discussions apart, and what there is not", async () => {
    sandbox.world.addIssue("team/app", { number: 1, title: "Cold", state: "closed" });
    sandbox.world.addPull("team/app", { number: 2 });
    sandbox.world.addDiscussion("team/app", { number: 3 });

    const { threads } = await readApp({ threads: [1, 2, 3, 4] });

    expect(threads).toMatchObject({
      1: { known: true, kind: "issue", state: "closed", title: "Cold", repository: "team/app" },
      2: { known: true, kind: "pull", state: "open" },
      3: { known: true, kind: "discussion", state: "open" },
      4: { known: false, reason: "not-found" },
    });
  });

  test("finds Minutebook's comments by marker and author, and says whether people answered or hid them", async () => {
    const issue = sandbox.world.addIssue("team/app", { number: 1 });
    sandbox.world.addUser("basil");
    sandbox.world.addComment(issue, markedComment("copied"), { author: "basil" });
    sandbox.world.addComment(issue, "No marker", { author: OURS });
    const first = sandbox.world.addComment(issue, markedComment("first"), { author: OURS });
    sandbox.world.addComment(issue, "Thank you", { author: "basil" });
    sandbox.world.addComment(issue, markedComment("second"), { author: OURS });
    sandbox.world.minimizeComment(first);

    const { threads } = await readApp({ threads: [1] });

    expect((threads[1] as KnownThread).comments).toMatchObject([
      { id: first.id, answered: true, minimized: true, reactions: 0 },
      { answered: false, minimized: false },
    ]);
  });

  test("reads all pages of comments, however many there are", async () => {
    const issue = sandbox.world.addIssue("team/app", { number: 1 });
    sandbox.world.addComment(issue, markedComment("early"), { author: OURS });
    sandbox.world.addUser("basil");
    for (let count = 0; count < 230; count++)
      sandbox.world.addComment(issue, `${count}`, { author: "basil" });
    sandbox.forgetRequests();

    const { threads } = await readApp({ threads: [1] });

    expect((threads[1] as KnownThread).comments).toHaveLength(1);
    expect(sandbox.requests.filter(({ operation }) => operation === "graphql")).toHaveLength(3);
  });

  test("asks for a hundred threads in one request", async () => {
    for (let number = 1; number <= 100; number++) sandbox.world.addIssue("team/app", { number });
    await readApp({ threads: [1] });
    sandbox.forgetRequests();

    const { threads } = await readApp({ threads: Array.from({ length: 100 }, (_, index) => index + 1) });

    expect(Object.keys(threads)).toHaveLength(100);
    expect(sandbox.requests.map(({ operation }) => operation)).toEqual(["graphql"]);
  });

  test("answers which labels, assignable people and milestones there are", async () => {
    sandbox.world.addLabel("team/app", "Meeting");
    sandbox.world.addUser("Basil");
    sandbox.world.addCollaborator("team/app", "Basil");
    sandbox.world.addUser("thyme");
    for (let count = 1; count <= 101; count++) sandbox.world.addMilestone("team/app", { title: `v${count}` });

    const state = await readApp({
      labels: ["meeting", "other"],
      logins: ["basil", "thyme", "nobody"],
      milestones: true,
    });

    expect(state.labels).toEqual(["Meeting"]);
    expect(state.assignable).toEqual(["Basil"]);
    expect(state.milestones).toHaveLength(101);
  });

  test("knows who set a milestone", async () => {
    sandbox.world.addUser("basil");
    sandbox.world.addCollaborator("team/app", "basil");
    const milestone = sandbox.world.addMilestone("team/app", { title: "1.0" });
    const [first] = [1, 2, 3].map((number) => sandbox.world.addIssue("team/app", { number }));
    if (first === undefined) throw new Error("There is no issue.");
    await sandbox.world.edit(first, { milestone: milestone.number }, { by: "basil" });
    await github.assignMilestone("team/app", 2, milestone.number);

    const { threads } = await readApp({ threads: [1, 2, 3] });

    expect(Object.values(threads).map((thread) => thread.known && thread.milestonedBy)).toEqual([
      "person",
      "us",
      null,
    ]);
  });

  test("takes no pull request for one of Minutebook's issues, whatever its title and text", async () => {
    sandbox.world.addPull("team/app", { number: 3, author: OURS, body: markedIssue("ours") });

    const { actionIssues } = await readApp({ actionIssues: true });

    expect(actionIssues).toEqual([]);
  });

  test("knows every label of a thread, however many it has", async () => {
    const labels = Array.from({ length: 60 }, (_, index) => `label ${index}`);
    sandbox.world.addRepository("team/labelled", {
      labels: Object.fromEntries(labels.map((name) => [name, "ffffff"])),
    });
    sandbox.world.addIssue("team/labelled", { number: 1, labels });

    const snapshot = await github.readSnapshot(
      { repositories: { "team/labelled": ask({ threads: [1] }) } },
      [],
      memory,
    );

    const state = snapshot.repositories["team/labelled"] as KnownRepository;
    expect((state.threads["1"] as KnownThread).labels).toHaveLength(60);
  });

  test("lists Minutebook's issues, not those that people opened with a copied marker", async () => {
    sandbox.world.addUser("basil");
    sandbox.world.addIssue("team/app", { number: 1, author: "basil", body: markedIssue("copied") });
    sandbox.world.addIssue("team/app", {
      number: 2,
      author: OURS,
      body: markedIssue("ours"),
      state: "closed",
    });

    const { actionIssues } = await readApp({ actionIssues: true });

    expect(actionIssues).toMatchObject([{ number: 2, state: "closed" }]);
  });

  test("reads who is accepted from the repository, or else from the owner's own", async () => {
    sandbox.world.addRepository("team/web");
    sandbox.world.addRepository("team/.github");
    sandbox.world.commit("team/app", { ".github/minutebook.yml": "accept: [other/minutes]\n" });
    sandbox.world.commit("team/.github", { ".github/minutebook.yml": "accept: [third/minutes]\n" });

    const snapshot = await github.readSnapshot(
      { repositories: { "team/app": ask({}), "team/web": ask({}) } },
      [],
      memory,
    );

    expect(snapshot.repositories).toMatchObject({
      "team/app": { accept: ["other/minutes"] },
      "team/web": { accept: ["third/minutes"] },
    });
  });

  test("says where the app is not installed", async () => {
    sandbox.world.addRepository("others/app");

    const snapshot = await github.readSnapshot(
      { repositories: { "Others/App": ask({ threads: [1] }) } },
      [],
      memory,
    );

    expect(snapshot.repositories).toMatchObject({ "others/app": { known: false, reason: "not-installed" } });
  });

  test("knows a comment that the ledger had posted and that a person deleted", async () => {
    sandbox.world.addIssue("team/app", { number: 1 });
    const known = [{ key: "k", repository: "team/app", number: 1, id: 999, state: "done" as const }];

    const snapshot = await github.readSnapshot(
      { repositories: { "team/app": ask({ threads: [1] }) } },
      known,
      memory,
    );

    expect(snapshot.repositories["team/app"]).toMatchObject({ threads: { 1: { deletedComments: ["k"] } } });
  });

  test("takes a list that leaves out one of Minutebook's comments for an error, not for a clean slate", async () => {
    sandbox.world.addIssue("team/app", { number: 1 });
    const elsewhere = sandbox.world.addIssue("team/app", { number: 2 });
    const comment = sandbox.world.addComment(elsewhere, markedComment("k"), { author: OURS });
    const known = [{ key: "k", repository: "team/app", number: 1, id: comment.id, state: "done" as const }];

    const reading = github.readSnapshot(
      { repositories: { "team/app": ask({ threads: [1] }) } },
      known,
      memory,
    );

    await expect(reading).rejects.toMatchObject({ kind: "transient" });
  });

  test("asks for fewer threads at a time where GitHub gives up on a query", async () => {
    for (let number = 1; number <= 8; number++) sandbox.world.addIssue("team/app", { number });
    sandbox.world.addMilestone("team/app", { title: "1.0" });
    // The first query is tried four times by the client itself.
    sandbox.faults.add({ match: "graphql", times: 4, fault: { kind: "error", when: "before", status: 502 } });

    const state = await readApp({ threads: [1, 2, 3, 4, 5, 6, 7, 8], milestones: true });

    expect(Object.values(state.threads).filter(({ known }) => known)).toHaveLength(8);
    expect(state.milestones).toHaveLength(1);
  });
});
