import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Spoiled } from "../../sandbox/faults/fault.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { startSandbox } from "../sandbox/support.ts";
import { wholeAnswers } from "../../src/github/whole-answers.ts";
import { connectTo, markedComment } from "./support.ts";

const target = { repository: "team/app", number: 1, thread: "issue", nodeId: "" } as const;
const body = markedComment("a");
/** The ways in which an answer is broken whatever it is about. */
const BROKEN = ["cut", "nothing", "html", "text", "reset", "stall", "gzip"] satisfies Spoiled["as"][];
const TOKEN = "apps/create-installation-access-token";

let sandbox: Sandbox;
let github: Awaited<ReturnType<typeof connectTo>>["github"];

beforeEach(async () => {
  sandbox = await startSandbox();
  sandbox.world.addRepository("team/app");
  sandbox.world.addIssue("team/app", { number: 1 });
  sandbox.world.addInstallation("team");
  ({ github } = await connectTo(sandbox, 1500));
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

describe("an answer that does not come whole", () => {
  test.each(BROKEN)("(%s) is asked for again", async (as) => {
    await github.readHead("team/app");
    sandbox.faults.add({ match: "graphql", fault: { kind: "spoiled", as } });

    expect(await github.readHead("team/app")).toMatchObject({ name: "team/app" });
  });

  test.each(BROKEN)("(%s) after a write leaves open what became of it", async (as) => {
    sandbox.faults.add({ match: "issues/create-comment", fault: { kind: "spoiled", as } });

    await expect(github.createComment(target, body)).rejects.toMatchObject({
      kind: "transient",
      outcomeUnknown: true,
    });
    expect(sandbox.world.comments("team/app", 1)).toHaveLength(1);
  });

  test("says which request it was", async () => {
    sandbox.faults.add({ match: "issues/create-comment", fault: { kind: "spoiled", as: "cut" } });

    await expect(github.createComment(target, body)).rejects.toThrow(
      "GitHub's answer is truncated. (POST /api/v3/repos/team/app/issues/1/comments)",
    );
  });
});

describe("a token that does not come whole", () => {
  test.each([...BROKEN, "object", "limit"] as const)(
    "(%s) is not kept, and another one is asked for",
    async (as) => {
      sandbox.faults.add({ match: TOKEN, fault: { kind: "spoiled", as } });

      await github.createComment(target, body);

      expect(sandbox.world.comments("team/app", 1)).toHaveLength(1);
      expect(sandbox.requests.filter(({ status }) => status === 401)).toEqual([]);
    },
  );
});

describe("a write that is led on to another address", () => {
  test.each([301, 302, 307, 308] as const)("(%i) is made there as it is", async (status) => {
    sandbox.faults.add({ match: "issues/create-comment", fault: { kind: "redirect", status } });

    const { id } = await github.createComment(target, body);

    expect(sandbox.world.comments("team/app", 1)).toMatchObject([{ id, body }]);
  });

  test("of somebody else is not: our token is for GitHub alone", async () => {
    const headers = { location: "https://elsewhere.example/x" };
    const ask = wholeAnswers(async () => new Response(null, { status: 307, headers }));

    await expect(ask("https://api.github.com/x", { method: "POST" })).rejects.toThrow("elsewhere.example");
  });

  test("without end is given up", async () => {
    const location = "https://api.github.com/x";
    const ask = wholeAnswers(async () => new Response(null, { status: 301, headers: { location } }));

    await expect(ask(location, { method: "POST" })).rejects.toThrow("redirects in a loop");
  });
});
