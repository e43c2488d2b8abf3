import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { ApplyResult } from "../../src/github/apply/result.ts";
import { createMemoryLedger } from "../../src/ledger/memory-ledger.ts";
import { applyPush } from "../../src/pipeline/apply-push.ts";
import { noLog } from "../../src/pipeline/log.ts";
import { reportOutcome } from "../../src/pipeline/report/outcome.ts";
import { type PushOutcome, type PushRunner, type PushWork, runPush } from "../../src/pipeline/run-push.ts";
import type { PipelineTools } from "../../src/pipeline/tools.ts";
import { workInPlace } from "../../src/pipeline/workers/in-place.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { readRegistration } from "../app/registration.ts";
import { APP, buildHarbour, CONFIG, MINUTES, minutes, PATH, TODO } from "../end-to-end/fixture.ts";
import { connectTo } from "../github/support.ts";
import { startSandbox } from "../sandbox/support.ts";

const WRITE_BACK = `${CONFIG}actions: {write-back: pull-request}\n`;
const ALL: PushWork = { kind: "standing", paths: [""] };

let sandbox: Sandbox;
let tools: PipelineTools;
let stop: AbortController;

beforeEach(async () => {
  sandbox = await startSandbox({ app: readRegistration() });
  buildHarbour(sandbox, WRITE_BACK);
  sandbox.world.commit(MINUTES, { [PATH]: minutes([TODO]) });
  stop = new AbortController();
  tools = {
    github: (await connectTo(sandbox)).github,
    ledger: createMemoryLedger(),
    log: noLog,
    signal: stop.signal,
    wait: async () => undefined,
    hostAliases: [],
    now: () => Date.parse("2030-01-01"),
    workers: workInPlace(),
  };
});

afterEach(() => sandbox.stop());

async function run(work: PushWork, runner: Partial<PushRunner> = {}): Promise<PushOutcome> {
  return runPush(tools, await tools.github.readHead(MINUTES), work, {
    retry: "by-hand",
    decide: async () => ({ kind: "apply" }),
    apply: ({ plan }) => applyPush(tools, plan),
    ...runner,
  });
}

/** Applies a plan, and says that its first step is to be tried again. */
async function applyInPart(outcome: Parameters<PushRunner["apply"]>[0]): Promise<ApplyResult> {
  const { steps } = await applyPush(tools, outcome.plan);
  const [first, ...rest] = steps;
  if (first === undefined) throw new Error("There is no step.");
  return { steps: [{ ...first, outcome: "failed", transient: true }, ...rest], retryAfterSeconds: 7 };
}

const offered = (outcome: PushOutcome) => (outcome.kind === "applied" ? outcome.offered.offers : null);

describe("runPush", () => {
  test("plans, applies and offers back to the minutes", async () => {
    const outcome = await run(ALL);

    expect(outcome).toMatchObject({ kind: "applied", left: [], offered: { transient: null } });
    expect(offered(outcome)).toEqual([{ path: PATH, url: expect.stringContaining("/pull/"), error: null }]);
    expect(sandbox.world.comments(APP, 11)).toHaveLength(1);
    expect(sandbox.world.pulls(MINUTES)).toHaveLength(1);
  });

  test.each([
    ["by-itself", 0],
    ["by-hand", 1],
  ] as const)(
    "with steps left, a run that is tried again %s offers %s pull requests",
    async (retry, count) => {
      const outcome = await run(ALL, { retry, apply: applyInPart });

      expect(outcome).toMatchObject({ kind: "applied", left: [{ outcome: "failed" }], retryAfterSeconds: 7 });
      expect(sandbox.world.pulls(MINUTES)).toHaveLength(count);
    },
  );

  test("reports what was posted by a run by hand that is stopped, and offers nothing", async () => {
    const apply: PushRunner["apply"] = async ({ plan }) => {
      const result = await applyPush(tools, plan);
      stop.abort();
      return result;
    };

    expect(offered(await run(ALL, { apply }))).toEqual([]);
    expect(sandbox.world.comments(APP, 11)).toHaveLength(1);
  });

  test.each([
    ["waits", { kind: "wait", answers: "another-plan" }, { kind: "waiting", answers: "another-plan" }],
    ["is left to whoever runs it", { kind: "stop" }, { kind: "stopped" }],
  ] as const)("posts nothing of a plan that %s", async (_what, decision, expected) => {
    const outcome = await run(ALL, { decide: async () => decision });

    expect(outcome).toMatchObject({ ...expected, plan: { repository: MINUTES } });
    expect(sandbox.world.comments(APP, 11)).toEqual([]);
    expect(sandbox.world.pulls(MINUTES)).toEqual([]);
  });

  test("reads no minutes where the team has switched it off, if the runner says so", async () => {
    sandbox.world.commit(MINUTES, { ".github/minutebook.yml": `${CONFIG}mode: off\n` });
    const { readChanges } = tools.github;
    let count = 0;
    const github = {
      ...tools.github,
      readChanges: async (...asked: Parameters<typeof readChanges>) => {
        count += 1;
        return readChanges(...asked);
      },
    };
    tools = { ...tools, github };

    expect(await run(ALL, { stopsWhenOff: true })).toEqual({ kind: "off" });
    expect(count).toBe(0);
  });

  test("has an outcome, and a report, for a configuration that is wrong", async () => {
    sandbox.world.commit(MINUTES, { ".github/minutebook.yml": "mod: auto\n" });
    const outcome = await run(ALL);

    expect(outcome).toMatchObject({ kind: "misconfigured", commit: sandbox.world.head(MINUTES) });
    expect(reportOutcome(outcome, { retry: "by-hand" })).toMatchObject({ conclusion: "failure" });
  });

  test.each([
    ["other files alone", { "notes.txt": "Nothing." }, false],
    ["the configuration", { ".github/minutebook.yml": `${WRITE_BACK}\n# Reviewed.\n` }, true],
  ])("has no plan for a push that changes %s", async (_what, files, touchesConfiguration) => {
    const before = sandbox.world.head(MINUTES);
    const commit = sandbox.world.commit(MINUTES, files);
    const outcome = await run({ kind: "changes", range: { before, commit } });

    expect(outcome).toEqual({ kind: "no-minutes", commit, mode: "auto", touchesConfiguration });
    expect(reportOutcome(outcome, { retry: "by-hand" }) === null).toBe(!touchesConfiguration);
  });
});
