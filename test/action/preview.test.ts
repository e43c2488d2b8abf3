import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { startSandbox } from "../sandbox/support.ts";
import { act, buildHarbour, CREW, MINUTES, PATH, push, READ } from "./fixture.ts";
import type { ActionResult, WorkflowRun } from "./runner.ts";

jest.setTimeout(60_000);

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox();
  buildHarbour(sandbox);
});

afterEach(async () => {
  await sandbox.stop();
  expect(sandbox.problems).toEqual([]);
});

/** Runs on a pull request with these files, with a token that may only read, as a fork's pull request has it. */
async function propose(
  files: Readonly<Record<string, string>>,
  more: Partial<WorkflowRun> & { readonly action?: string; readonly base?: string } = {},
): Promise<ActionResult> {
  const { action = "opened", base = "main", ...run } = more;
  const sha = await sandbox.world.push(CREW, files, { branch: "proposal", by: "ada" });
  const payload = {
    action,
    pull_request: { number: 20, head: { sha }, base: { ref: base } },
    repository: { full_name: CREW, default_branch: "main" },
    sender: { login: "ada" },
  };
  sandbox.forgetRequests();
  return act(sandbox, run.event ?? "pull_request", payload, { permissions: READ, ...run });
}

const writes = () =>
  sandbox.requests.filter(({ method, operation }) => method !== "GET" && operation !== "graphql");

describe("a pull request of minutes", () => {
  test.each(["pull_request", "pull_request_target"])(
    "shows on %s what would be posted, and posts nothing",
    async (event) => {
      const result = await propose({ [PATH]: MINUTES }, { event });

      expect(result.exitCode).toBe(0);
      expect(result.summary).toContain("when this is merged");
      expect(result.summary).toMatch(/\| create \| \[comment on harbour\/crew/);
      expect(result.summary).toContain("<details>");
      expect(result.outputs).toMatchObject({ created: "3", urls: "[]" });
      expect(writes()).toEqual([]);
      expect(sandbox.world.comments(CREW, 11)).toEqual([]);
    },
  );

  test("shows warnings on their lines", async () => {
    const result = await propose({ [PATH]: MINUTES.replace("Ada", "Zoe") });

    expect(result.annotations).toContainEqual({
      level: "warning",
      file: PATH,
      line: 5,
      message: expect.stringContaining("Zoe"),
    });
  });

  test("with more to look at than GitHub shows has all of it in the summary", async () => {
    const people = Array.from(
      { length: 12 },
      (_, index) => `- TODO: Zoe${"abcdefghijkl"[index]} to print page ${index}`,
    );

    const { summary } = await propose({ [PATH]: `${MINUTES}${people.join("\n")}\n` });

    expect(summary).toContain(" notices</summary>");
    expect(summary).toMatch(/^- meetings\/2026-01-05\.md:17: /m);
  });

  test("that breaks the configuration fails, with the line", async () => {
    const result = await propose({ ".github/minutebook.yml": "\nmodes: auto\n" });

    expect(result.exitCode).toBe(1);
    expect(result.annotations).toContainEqual(
      expect.objectContaining({ level: "error", file: ".github/minutebook.yml", line: 2 }),
    );
  });

  test.each([
    ["that is closed", { action: "closed" }, "is closed"],
    ["into another branch", { base: "next" }, "isn't for the default branch main"],
  ])("%s starts nothing", async (_name, fields, reason) => {
    const result = await propose({ [PATH]: MINUTES }, fields);

    expect(result).toMatchObject({ exitCode: 0, summary: "" });
    expect(result.log).toContain(reason);
  });

  test("does not take mode: apply", async () => {
    const result = await propose({ [PATH]: MINUTES }, { with: { mode: "apply" } });

    expect(result.exitCode).toBe(1);
    expect(result.log).toContain("can't run for a pull request");
  });
});

describe("a run by hand", () => {
  test("posts the minutes that it names", async () => {
    await push(sandbox, { [PATH]: MINUTES, "meetings/2026-01-12.md": "# Crew 2026-01-12\n\n- #11 again\n" });

    const result = await act(sandbox, "workflow_dispatch", {}, { with: { paths: PATH } });

    expect(result.outputs).toMatchObject({ created: "3" });
    expect(sandbox.world.comments(CREW, 11)).toHaveLength(1);
  });

  test("with mode: plan shows them all and posts nothing", async () => {
    await push(sandbox, { [PATH]: MINUTES });

    const result = await act(sandbox, "workflow_dispatch", {}, { with: { mode: "plan" } });

    expect(result.summary).toContain("This is what Minutebook would post. Nothing has been posted.");
    expect(result.outputs.created).toBe("3");
    expect(sandbox.world.comments(CREW, 11)).toEqual([]);
  });
});
