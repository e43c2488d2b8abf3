import { describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { makeClient, type OctokitLike } from "../../src/github/client.ts";
import { readAnswer } from "../../src/github/read-answer.ts";

const FOUND = z.object({ total_count: z.number() });

describe("an answer that GitHub calls incomplete", () => {
  test("says nothing, although it fits", () => {
    const incomplete = { total_count: 0, items: [], incomplete_results: true };

    expect(() => readAnswer(FOUND, incomplete, "GET /search/issues", false)).toThrow(
      "GitHub's answer is incomplete (GET /search/issues).",
    );
    expect(readAnswer(FOUND, { ...incomplete, incomplete_results: false }, "GET", false)).toEqual({
      total_count: 0,
    });
  });

  test("is asked for once more, and then is to be tried again later", async () => {
    const answers = [true, false, true, true];
    const octokit: OctokitLike = {
      graphql: async () => ({}),
      request: async () => ({
        data: { total_count: 3, incomplete_results: answers.shift() },
        headers: {},
      }),
    };
    const ask = () => makeClient(octokit).get("GET /search/issues", { q: "is:issue" }, FOUND);

    expect(await ask()).toEqual({ total_count: 3 });
    await expect(ask()).rejects.toMatchObject({ kind: "transient" });
    expect(answers).toEqual([]);
  });
});
