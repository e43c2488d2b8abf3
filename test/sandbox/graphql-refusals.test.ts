import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Octokit } from "@octokit/rest";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { installedClient, startSandbox } from "./support.ts";

let sandbox: Sandbox;
let octokit: Octokit;

beforeEach(async () => {
  sandbox = await startSandbox();
  sandbox.world.addRepository("kitchen/soup");
  sandbox.world.addInstallation("kitchen");
  octokit = await installedClient(sandbox, "kitchen");
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

/** The answer, whether it has errors or not. */
async function ask(
  query: string,
  variables: Record<string, unknown> = {},
): Promise<{ data?: unknown; errors?: unknown[] }> {
  const { data } = await octokit.request("POST /graphql", {
    baseUrl: `${sandbox.url}/api`,
    query,
    variables,
  });
  return data;
}

describe("queries that GitHub refuses", () => {
  test.each([
    [
      "a field that the schema has not",
      `{ viewer { nonsense } }`,
      { message: expect.stringContaining("nonsense") },
    ],
    ["an argument of a wrong type", `{ node(id: 1.5) { id } }`, { message: expect.stringContaining("ID") }],
    [
      "a connection without bounds",
      `{ repository(owner: "kitchen", name: "soup") { labels { nodes { name } } } }`,
      { type: "MISSING_PAGINATION_BOUNDARIES" },
    ],
    [
      "more than a hundred at once",
      `{ repository(owner: "kitchen", name: "soup") { labels(first: 101) { totalCount } } }`,
      { type: "EXCESSIVE_PAGINATION" },
    ],
    [
      "more nodes than half a million",
      `{ repository(owner: "kitchen", name: "soup") { issues(first: 100) { nodes { comments(first: 100) { nodes { reactions(first: 100) { totalCount } } } } } } }`,
      { type: "MAX_NODE_LIMIT_EXCEEDED" },
    ],
    [
      "a repository that is not there",
      `{ repository(owner: "kitchen", name: "stew") { id } }`,
      { type: "NOT_FOUND", path: ["repository"] },
    ],
    ["a node that is not there", `{ node(id: "I_x") { id } }`, { type: "NOT_FOUND" }],
    [
      "a variable that is missing",
      `query ($id: ID!) { node(id: $id) { id } }`,
      { message: expect.stringContaining('"$id"') },
    ],
  ])("%s is an error", async (_what, query, error) => {
    const { errors } = await ask(query);

    expect(errors).toMatchObject([error]);
    (sandbox.problems as string[]).length = 0;
  });
});
