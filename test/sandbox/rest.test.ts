import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Octokit } from "@octokit/rest";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { installedClient, startSandbox } from "./support.ts";

const repo = { owner: "kitchen", repo: "soup" };
let sandbox: Sandbox;
let octokit: Octokit;

beforeEach(async () => {
  sandbox = await startSandbox({ checkAnswers: true });
  sandbox.world.addRepository("kitchen/soup", { description: "Soup of the day" });
  sandbox.world.addInstallation("kitchen");
  octokit = await installedClient(sandbox, "kitchen");
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

describe("issues over REST", () => {
  test("an issue is opened with labels made as needed, assignees and milestone, read, changed and closed", async () => {
    sandbox.world.addCollaborator("kitchen/soup", "basil");
    sandbox.world.addMilestone("kitchen/soup", { title: "1.0" });

    const { data: made } = await octokit.rest.issues.create({
      ...repo,
      title: "Salt",
      body: "More of it",
      labels: ["taste"],
      assignees: ["basil"],
      milestone: 1,
    });
    await octokit.rest.issues.update({
      ...repo,
      issue_number: made.number,
      state: "closed",
      state_reason: "not_planned",
    });
    const { data: read } = await octokit.rest.issues.get({ ...repo, issue_number: made.number });

    expect(made.html_url).toBe(`${sandbox.url}/kitchen/soup/issues/1`);
    expect(made.user?.login).toBe("minutebook[bot]");
    expect(read.labels).toMatchObject([{ name: "taste" }]);
    expect(read.assignees).toMatchObject([{ login: "basil" }]);
    expect(read.milestone).toMatchObject({ title: "1.0", open_issues: 0, closed_issues: 1 });
    expect([read.state, read.state_reason]).toEqual(["closed", "not_planned"]);
  });

  test("a list is filtered and comes in pages that link on", async () => {
    for (let n = 1; n <= 7; n += 1)
      sandbox.world.addIssue("kitchen/soup", { title: `Dish ${n}`, labels: n > 2 ? ["hot"] : [] });

    const pages: string[][] = [];
    for await (const { data } of octokit.paginate.iterator(octokit.rest.issues.listForRepo, {
      ...repo,
      labels: "hot",
      per_page: 2,
    })) {
      pages.push(data.map((issue) => issue.title));
    }

    expect(pages).toEqual([["Dish 7", "Dish 6"], ["Dish 5", "Dish 4"], ["Dish 3"]]);
  });

  test("a comment is written, changed and deleted", async () => {
    sandbox.world.addIssue("kitchen/soup", { number: 40 });

    const { data: made } = await octokit.rest.issues.createComment({
      ...repo,
      issue_number: 40,
      body: "Tasty",
    });
    await octokit.rest.issues.updateComment({ ...repo, comment_id: made.id, body: "Very tasty" });
    const { data: list } = await octokit.rest.issues.listComments({ ...repo, issue_number: 40 });
    await octokit.rest.issues.deleteComment({ ...repo, comment_id: made.id });

    expect(list.map((comment) => comment.body)).toEqual(["Very tasty"]);
    expect(made.html_url).toBe(`${sandbox.url}/kitchen/soup/issues/40#issuecomment-${made.id}`);
    expect(sandbox.world.comments("kitchen/soup", 40)).toEqual([]);
  });

  test.each([
    ["a title that is missing", { body: "x" }, 422, `"title" wasn't supplied.`],
    ["labels that are no list", { title: "x", labels: "hot" }, 422, "must be array"],
    ["an assignee who is no member", { title: "x", assignees: ["nobody"] }, 422, "Validation Failed"],
    ["a milestone that does not exist", { title: "x", milestone: 9 }, 422, "Validation Failed"],
  ])("%s is refused", async (_what, fields, status, message) => {
    const answer = octokit.request("POST /repos/{owner}/{repo}/issues", { ...repo, ...fields } as never);

    await expect(answer).rejects.toMatchObject({ status, message: expect.stringContaining(message) });
  });
});

describe("milestones, labels and assignees over REST", () => {
  test("a milestone's description is changed, and a second of the same title refused", async () => {
    const { data: made } = await octokit.rest.issues.createMilestone({ ...repo, title: "2.0" });
    const { data: changed } = await octokit.rest.issues.updateMilestone({
      ...repo,
      milestone_number: made.number,
      description: "Spring",
    });

    await expect(octokit.rest.issues.createMilestone({ ...repo, title: "2.0" })).rejects.toMatchObject({
      status: 422,
    });
    expect(changed.description).toBe("Spring");
  });

  test("a label taken off an issue that has it not is a 404", async () => {
    sandbox.world.addIssue("kitchen/soup", { number: 1, labels: ["hot"] });
    await octokit.rest.issues.addLabels({ ...repo, issue_number: 1, labels: ["cold"] });
    await octokit.rest.issues.removeLabel({ ...repo, issue_number: 1, name: "hot" });

    await expect(
      octokit.rest.issues.removeLabel({ ...repo, issue_number: 1, name: "hot" }),
    ).rejects.toMatchObject({ status: 404 });
    expect(sandbox.world.thread("kitchen/soup", 1).labels.map((label) => label.name)).toEqual(["cold"]);
  });

  test("only members can be assigned", async () => {
    sandbox.world.addCollaborator("kitchen/soup", "basil");

    const { status } = await octokit.rest.issues.checkUserCanBeAssigned({ ...repo, assignee: "Basil" });

    expect(status).toBe(204);
    await expect(
      octokit.rest.issues.checkUserCanBeAssigned({ ...repo, assignee: "thyme" }),
    ).rejects.toMatchObject({ status: 404 });
  });
});

describe("files and commits over REST", () => {
  test("a comparison tells what was added, modified, removed and renamed", async () => {
    const long = Array.from({ length: 20 }, (_, i) => `line ${i}`).join("\n");
    const base = sandbox.world.commit("kitchen/soup", { "a.md": "a\n", "b.md": "b\n", "old/name.md": long });
    const head = sandbox.world.commit("kitchen/soup", {
      "a.md": "A\n",
      "b.md": null,
      "c.md": "c\n",
      "old/name.md": null,
      "new/name.md": `${long}\nand more`,
    });

    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
      ...repo,
      basehead: `${base}...${head}`,
    });

    expect(data.files?.map((file) => [file.status, file.filename, file.previous_filename ?? null])).toEqual([
      ["modified", "a.md", null],
      ["removed", "b.md", null],
      ["added", "c.md", null],
      ["renamed", "new/name.md", "old/name.md"],
    ]);
    expect(data).toMatchObject({ status: "ahead", ahead_by: 1, behind_by: 0 });
    expect(data.files?.[0]?.patch).toBe("@@ -1,1 +1,1 @@\n-a\n+A");
  });

  test("a file is read as an object and raw, at a branch and at a commit, and a folder as a list", async () => {
    const first = sandbox.world.commit("kitchen/soup", { "notes/á b.md": "one" });
    sandbox.world.commit("kitchen/soup", { "notes/á b.md": "two" });

    const path = "notes/á b.md";
    const { data: object } = await octokit.rest.repos.getContent({ ...repo, path });
    const { data: raw } = await octokit.rest.repos.getContent({
      ...repo,
      path,
      ref: first,
      mediaType: { format: "raw" },
    });
    const { data: folder } = await octokit.rest.repos.getContent({ ...repo, path: "" });

    expect(object).toMatchObject({ type: "file", name: "á b.md", content: "dHdv\n", encoding: "base64" });
    expect(raw).toBe("one");
    expect(folder).toMatchObject([{ type: "dir", name: "notes" }]);
  });

  test("a comparison lists at most 300 files, and commits that are not there are a 404", async () => {
    const base = sandbox.world.commit("kitchen/soup", { "a.md": "a" });
    const many = Object.fromEntries(Array.from({ length: 301 }, (_, i) => [`many/${i}.md`, `${i}`]));
    const head = sandbox.world.commit("kitchen/soup", many);

    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
      ...repo,
      basehead: `${base}...${head}`,
    });
    const gone = octokit.rest.repos.compareCommitsWithBasehead({
      ...repo,
      basehead: `${"1".repeat(40)}...${head}`,
    });

    expect(data.files).toHaveLength(300);
    await expect(gone).rejects.toMatchObject({ status: 404 });
  });

  test("branches that went apart are compared from where they did", async () => {
    sandbox.world.commit("kitchen/soup", { "a.md": "a" });
    sandbox.world.commit("kitchen/soup", { "b.md": "b" }, { branch: "topic" });
    sandbox.world.commit("kitchen/soup", { "c.md": "c" });

    const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
      ...repo,
      basehead: "main...topic",
    });

    expect(data).toMatchObject({
      status: "diverged",
      ahead_by: 1,
      behind_by: 1,
      files: [{ filename: "b.md", status: "added" }],
    });
  });

  test("a file over one MiB is left out of the object, and sent raw", async () => {
    sandbox.world.commit("kitchen/soup", { "big.md": "x".repeat(1_048_577) });

    const { data } = await octokit.rest.repos.getContent({ ...repo, path: "big.md" });
    const { data: raw } = await octokit.rest.repos.getContent({
      ...repo,
      path: "big.md",
      mediaType: { format: "raw" },
    });

    expect(data).toMatchObject({ content: "", encoding: "none", size: 1_048_577 });
    expect(String(raw)).toHaveLength(1_048_577);
  });

  test("the git database gives trees and blobs with git's own hashes", async () => {
    sandbox.world.commit("kitchen/soup", { "hello.txt": "hello\n", "deep/er/x": "" });

    const { data: ref } = await octokit.rest.git.getRef({ ...repo, ref: "heads/main" });
    const { data: tree } = await octokit.rest.git.getTree({
      ...repo,
      tree_sha: ref.object.sha,
      recursive: "1",
    });
    const { data: blob } = await octokit.rest.git.getBlob({
      ...repo,
      file_sha: "ce013625030ba8dba906f756967f9e9ca394464a",
    });

    expect(tree.tree.map((entry) => entry.path)).toEqual(["deep", "deep/er", "deep/er/x", "hello.txt"]);
    expect(Buffer.from(blob.content, "base64").toString()).toBe("hello\n");
  });
});

describe("check runs over REST", () => {
  test("a check run is made, gets annotations that add up, and ends", async () => {
    const sha = sandbox.world.commit("kitchen/soup", { a: "a" });
    const note = {
      path: "a",
      start_line: 1,
      end_line: 1,
      annotation_level: "warning" as const,
      message: "Hm",
    };

    const { data: run } = await octokit.rest.checks.create({
      ...repo,
      name: "Minutebook",
      head_sha: sha,
      status: "in_progress",
    });
    const output = { title: "Plan", summary: "Two", annotations: [note] };
    await octokit.rest.checks.update({ ...repo, check_run_id: run.id, output });
    await octokit.rest.checks.update({ ...repo, check_run_id: run.id, conclusion: "success", output });
    const { data: list } = await octokit.rest.checks.listForRef({ ...repo, ref: sha });

    expect(list.check_runs).toMatchObject([
      { status: "completed", conclusion: "success", output: { annotations_count: 2 } },
    ]);
  });
});

describe("what the sandbox does not know", () => {
  test("an operation that GitHub has and the sandbox has not is named", async () => {
    const answer = octokit.rest.repos.listForks(repo);

    await expect(answer).rejects.toMatchObject({
      status: 501,
      message: expect.stringContaining("repos/list-forks"),
    });
    expect(sandbox.problems).toEqual([
      "the sandbox does not know repos/list-forks (GET /repos/{owner}/{repo}/forks)",
    ]);
    (sandbox.problems as string[]).length = 0;
  });

  test("a path that GitHub has not is named", async () => {
    await expect(octokit.request("GET /repos/kitchen/soup/spoons")).rejects.toMatchObject({ status: 501 });

    expect(sandbox.problems).toEqual(["GET /repos/kitchen/soup/spoons is no operation of GitHub's REST API"]);
    (sandbox.problems as string[]).length = 0;
  });
});
