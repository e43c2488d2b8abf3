import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { z } from "zod";
import { makeClient, type OctokitAnswer, type OctokitLike } from "../../src/github/client.ts";
import { askWithTags, createKnownAnswers } from "../../src/github/known-answers.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { createInstallationToken } from "../../sandbox/world/installations.ts";
import { clientFor, startSandbox } from "../sandbox/support.ts";

const APP = { owner: "team", repo: "app" };
const TITLED = z.object({ title: z.string() });

const ISSUE = "GET /repos/{owner}/{repo}/issues/{issue_number}";

/** A GitHub with one text, that changes its tag with it, and the requests that it got. */
function makeGitHub(text = "first") {
  const state = { text };
  const request = jest.fn<OctokitLike["request"]>(async (_route, parameters) => {
    const etag = `"${state.text}"`;
    const headers = (parameters?.headers ?? {}) as Record<string, string>;
    if (headers["if-none-match"] === etag) {
      throw Object.assign(new Error("Not modified"), { status: 304, response: { headers: { etag } } });
    }
    return { data: state.text, headers: { etag } };
  });
  return { state, octokit: { request, graphql: async () => ({}) } satisfies OctokitLike };
}

const tagsOf = ({ request }: ReturnType<typeof makeGitHub>["octokit"]) =>
  request.mock.calls.map(
    ([, parameters]) => (parameters?.headers as Record<string, string>)?.["if-none-match"],
  );

const textOf = async (answer: Promise<OctokitAnswer>) => (await answer).data;

describe("an answer that is kept", () => {
  test("is used where GitHub says that it still holds, and asked for again where it does not", async () => {
    const { state, octokit } = makeGitHub();
    const tagged = askWithTags(octokit, createKnownAnswers(), "1");

    expect(await textOf(tagged.request("GET /app"))).toBe("first");
    expect(await textOf(tagged.request("GET /app"))).toBe("first");
    state.text = "second";
    expect(await textOf(tagged.request("GET /app"))).toBe("second");
    expect(await textOf(tagged.request("GET /app"))).toBe("second");

    expect(tagsOf(octokit)).toEqual([undefined, '"first"', '"first"', '"second"']);
  });

  test("is of one identity and of the very same question", async () => {
    const { octokit } = makeGitHub();
    const answers = createKnownAnswers();
    await askWithTags(octokit, answers, "1").request("GET /x", { page: 1 });

    await askWithTags(octokit, answers, "2").request("GET /x", { page: 1 });
    await askWithTags(octokit, answers, "1").request("GET /x", { page: 2 });
    await askWithTags(octokit, answers, "1").request("GET /y", { page: 1 });

    expect(tagsOf(octokit)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test("is forgotten where there is no more room", async () => {
    const { octokit } = makeGitHub("x".repeat(100));
    const tagged = askWithTags(octokit, createKnownAnswers(250), "1");
    for (const page of [1, 2, 3]) await tagged.request("GET /x", { page });

    await tagged.request("GET /x", { page: 1 });
    await tagged.request("GET /x", { page: 3 });

    expect(tagsOf(octokit).slice(3)).toEqual([undefined, expect.stringContaining("xxx")]);
  });

  test("never hides another failure", async () => {
    const { octokit } = makeGitHub();
    const tagged = askWithTags(octokit, createKnownAnswers(), "1");
    await tagged.request("GET /app");
    octokit.request.mockRejectedValueOnce(new Error("No answer"));

    await expect(tagged.request("GET /app")).rejects.toThrow("No answer");
  });

  test("has nothing to do with what is written", async () => {
    const { octokit } = makeGitHub();
    const tagged = askWithTags(octokit, createKnownAnswers(), "1");
    await tagged.request("POST /x", { body: "b" });
    await tagged.request("POST /x", { body: "b" });

    expect(tagsOf(octokit)).toEqual([undefined, undefined]);
  });
});

describe("with a GitHub", () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await startSandbox();
    sandbox.world.addRepository("team/app");
    sandbox.world.addIssue("team/app", { number: 1, title: "Cold" });
  });

  afterEach(async () => {
    await sandbox.stop();
    expect(sandbox.problems).toEqual([]);
  });

  test("what has not changed is answered with 304 and costs nothing of the hour; what has is read again", async () => {
    const installation = sandbox.world.addInstallation("team");
    const octokit = clientFor(sandbox, createInstallationToken(sandbox.state, installation).value);
    const client = makeClient(askWithTags(octokit as unknown as OctokitLike, createKnownAnswers(), "1"));
    sandbox.faults.limit({ requestsPerHour: 2 });

    const read = async () => (await client.get(ISSUE, { ...APP, issue_number: 1 }, TITLED)).title;
    expect([await read(), await read(), await read()]).toEqual(["Cold", "Cold", "Cold"]);
    await sandbox.world.edit(sandbox.state.repositories.get("team/app")?.threads.get(1) as never, {
      title: "Warm",
    });
    expect(await read()).toBe("Warm");

    expect(sandbox.requests.map(({ status }) => status)).toEqual([200, 304, 304, 200]);
  });

  test("a new token is answered in full", async () => {
    const installation = sandbox.world.addInstallation("team");
    const answers = createKnownAnswers();
    const read = async () => {
      const octokit = clientFor(sandbox, createInstallationToken(sandbox.state, installation).value);
      const client = makeClient(askWithTags(octokit as unknown as OctokitLike, answers, "1"));
      return (await client.get(ISSUE, { ...APP, issue_number: 1 }, TITLED)).title;
    };

    expect([await read(), await read()]).toEqual(["Cold", "Cold"]);
    expect(sandbox.requests.map(({ status }) => status)).toEqual([200, 200]);
  });
});
