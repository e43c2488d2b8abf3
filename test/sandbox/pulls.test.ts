import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Octokit } from "@octokit/rest";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { installedClient, startSandbox } from "./support.ts";

const repo = { owner: "kitchen", repo: "soup" };
let sandbox: Sandbox;
let octokit: Octokit;

beforeEach(async () => {
  sandbox = await startSandbox({ checkAnswers: true });
  sandbox.world.addRepository("kitchen/soup");
  sandbox.world.addInstallation("kitchen");
  octokit = await installedClient(sandbox, "kitchen");
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

describe("a pull request that an app writes", () => {
  test("a branch is made, a file written on it, and a pull request opened, read and merged", async () => {
    const head = sandbox.world.commit("kitchen/soup", { "a.md": "- [ ] salt\n" });

    await octokit.rest.git.createRef({ ...repo, ref: "refs/heads/bot/a", sha: head });
    const { data: file } = await octokit.rest.repos.getContent({ ...repo, path: "a.md", ref: "bot/a" });
    await octokit.rest.repos.createOrUpdateFileContents({
      ...repo,
      path: "a.md",
      branch: "bot/a",
      message: "Tick it",
      content: Buffer.from("- [x] salt\n").toString("base64"),
      sha: (file as { sha: string }).sha,
    });
    const { data: pull } = await octokit.rest.pulls.create({
      ...repo,
      title: "Tick",
      head: "bot/a",
      base: "main",
    });
    const { data: files } = await octokit.rest.pulls.listFiles({ ...repo, pull_number: pull.number });
    const { data: list } = await octokit.rest.pulls.list({ ...repo, head: "kitchen:bot/a" });
    await octokit.rest.pulls.merge({ ...repo, pull_number: pull.number });

    expect(files).toMatchObject([{ filename: "a.md", status: "modified", additions: 1, deletions: 1 }]);
    expect(list.map((one) => one.number)).toEqual([pull.number]);
    expect(sandbox.world.file("kitchen/soup", "a.md")).toBe("- [x] salt\n");
    expect(sandbox.world.pulls("kitchen/soup")[0]).toMatchObject({
      state: "closed",
      author: { login: "minutebook[bot]" },
    });
  });

  test("several files are changed in one commit by the git database", async () => {
    const head = sandbox.world.commit("kitchen/soup", { "a.md": "a", "b.md": "b", "deep/c.md": "c" });

    const { data: blob } = await octokit.rest.git.createBlob({
      ...repo,
      content: "QQ==",
      encoding: "base64",
    });
    const { data: tree } = await octokit.rest.git.createTree({
      ...repo,
      base_tree: head,
      tree: [
        { path: "a.md", mode: "100644", type: "blob", sha: blob.sha },
        { path: "b.md", mode: "100644", type: "blob", sha: null },
        { path: "deep/d.md", mode: "100644", type: "blob", content: "d" },
      ],
    });
    const { data: commit } = await octokit.rest.git.createCommit({
      ...repo,
      message: "All",
      tree: tree.sha,
      parents: [head],
    });
    await octokit.rest.git.updateRef({ ...repo, ref: "heads/main", sha: commit.sha });
    const { data: refs } = await octokit.rest.git.listMatchingRefs({ ...repo, ref: "heads/" });

    const { data: now } = await octokit.rest.git.getTree({ ...repo, tree_sha: "main", recursive: "1" });
    expect(now.tree.map((entry) => entry.path)).toEqual(["a.md", "deep", "deep/c.md", "deep/d.md"]);
    expect(sandbox.world.file("kitchen/soup", "a.md")).toBe("A");
    expect(refs).toMatchObject([{ ref: "refs/heads/main", object: { sha: commit.sha } }]);
  });

  test("a file is only replaced by someone who knows its content", async () => {
    sandbox.world.commit("kitchen/soup", { "a.md": "one" });
    const write = { ...repo, path: "a.md", message: "m", content: "dHdv" };

    await expect(octokit.rest.repos.createOrUpdateFileContents(write)).rejects.toMatchObject({ status: 422 });
    await expect(
      octokit.rest.repos.createOrUpdateFileContents({ ...write, sha: "0".repeat(40) }),
    ).rejects.toMatchObject({ status: 409 });
  });

  test("a commit is made over GraphQL on the head that is expected, and on no other", async () => {
    const head = sandbox.world.commit("kitchen/soup", { "a.md": "one", "b.md": "b" });
    const mutation = `mutation ($oid: GitObjectID!) { createCommitOnBranch(input: {
      branch: { repositoryNameWithOwner: "kitchen/soup", branchName: "main" }, expectedHeadOid: $oid, message: { headline: "Two" },
      fileChanges: { additions: [{ path: "a.md", contents: "dHdv" }], deletions: [{ path: "b.md" }] } }) { commit { oid } } }`;

    await octokit.graphql(mutation, { oid: head });

    expect(sandbox.world.file("kitchen/soup", "a.md")).toBe("two");
    expect(sandbox.world.file("kitchen/soup", "b.md")).toBeNull();
    await expect(octokit.graphql(mutation, { oid: head })).rejects.toThrow("Expected branch to point to");
  });

  test("a pull request's head follows its branch, however it is moved, and is closed with it", async () => {
    const pull = sandbox.world.addPull("kitchen/soup", { head: "feature" });

    const sha = await sandbox.world.push("kitchen/soup", { "x.md": "x" }, { branch: "feature" });
    expect(pull.headSha).toBe(sha);
    const next = sandbox.world.commit("kitchen/soup", { "y.md": "y" }, { branch: "other", from: "feature" });
    await octokit.rest.git.updateRef({ ...repo, ref: "heads/feature", sha: next });
    expect([pull.headSha, pull.state]).toEqual([next, "open"]);
    await octokit.rest.git.deleteRef({ ...repo, ref: "heads/feature" });

    expect(pull.state).toBe("closed");
  });
});
