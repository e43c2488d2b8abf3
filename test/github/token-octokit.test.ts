import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { apiUrl, makeTokenOctokit } from "../../src/github/token-octokit.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { startSandbox } from "../sandbox/support.ts";

// The first look at GitHub's descriptions takes seconds on a busy machine.
jest.setTimeout(30_000);

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox();
  sandbox.world.addRepository("harbour/ferry");
  sandbox.world.addIssue("harbour/ferry", { number: 1, title: "Late" });
  sandbox.world.addCollaborator("harbour/ferry", "ada");
});

afterEach(() => sandbox.stop());

const octokit = () =>
  makeTokenOctokit({
    token: sandbox.world.addUserToken("ada"),
    baseUrl: apiUrl(sandbox.host, "http"),
    userAgent: "test",
  });

test("a secondary limit is waited for, and the comment is made once", async () => {
  sandbox.faults.add({
    match: /^POST .*comments$/,
    fault: { kind: "secondary-limit", retryAfterS: 1 },
  });

  await octokit().request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
    owner: "harbour",
    repo: "ferry",
    issue_number: 1,
    body: "On time now",
  });

  expect(sandbox.world.comments("harbour/ferry", 1)).toHaveLength(1);
});

test("without a host it is GitHub itself that is asked", () => {
  expect(apiUrl(undefined)).toBe("https://api.github.com");
  expect(apiUrl("git.example", "http")).toBe("http://git.example/api/v3");
});
