import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { readConfig } from "../../src/config/read-config.ts";
import type { Config } from "../../src/config/config.ts";
import type { GitHub, Range } from "../../src/github/port.ts";
import { createMemoryLedger } from "../../src/ledger/memory-ledger.ts";
import { noLog } from "../../src/pipeline/log.ts";
import { workInPlace } from "../../src/pipeline/workers/in-place.ts";
import { planPush } from "../../src/pipeline/plan-push.ts";
import type { Prepared } from "../../src/pipeline/prepare.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { APP, buildHarbour, CONFIG, MINUTES, minutes, PATH } from "../end-to-end/fixture.ts";
import { connectTo } from "../github/support.ts";
import { readRegistration } from "../app/registration.ts";
import { startSandbox } from "../sandbox/support.ts";

let sandbox: Sandbox;
let github: GitHub;
let config: Config;

beforeEach(async () => {
  sandbox = await startSandbox({ app: readRegistration() });
  buildHarbour(sandbox);
  ({ github } = await connectTo(sandbox));
  const read = readConfig(CONFIG, ".github/minutebook.yml").config;
  if (read === null) throw new Error("The configuration is wrong.");
  config = read;
});

afterEach(() => sandbox.stop());

/** GitHub, but for the files of one commit, of which it shows nothing. */
function hiding(commit: string): GitHub {
  return {
    ...github,
    async readContents(repository, wanted, targets) {
      const contents = await github.readContents(repository, wanted, targets);
      const files = contents.files.map((file) => (file.commit === commit ? { ...file, text: null } : file));
      return { ...contents, files };
    },
    readFileByTree: async (_repository, file) => ({ ...file, text: null, problem: null }),
  };
}

async function plan(from: GitHub, range: Range): Promise<Prepared | null> {
  const head = await github.readHead(MINUTES);
  const changes = await github.readChanges(MINUTES, range);
  const tools = {
    github: from,
    ledger: createMemoryLedger(),
    log: noLog,
    signal: new AbortController().signal,
    wait: async () => undefined,
    hostAliases: [],
    now: () => Date.parse("2030-01-01"),
    workers: workInPlace(),
  };
  return planPush(tools, { head, range, changes, config, implied: false });
}

describe("minutes that GitHub lists and does not show", () => {
  test("by their path are read by their commit's tree", async () => {
    const before = sandbox.world.commit(MINUTES, { [PATH]: minutes() });
    const head = sandbox.world.commit(MINUTES, { [PATH]: minutes(["- #12 the bell"]) });
    const range = { before, commit: head };

    const steps = (await plan({ ...hiding(head), readFileByTree: github.readFileByTree }, range))?.plan.steps;

    expect(steps).toEqual((await plan(github, range))?.plan.steps);
  });

  test.each(["now", "before"] as const)(
    "as they are %s, are an answer to be asked for again, not minutes that somebody deleted",
    async (when) => {
      const before = sandbox.world.commit(MINUTES, { [PATH]: minutes() });
      const head = sandbox.world.commit(MINUTES, { [PATH]: minutes(["- #12 the bell"]) });
      const range = { before, commit: head };

      expect((await plan(github, range))?.plan.steps).toContainEqual(
        expect.objectContaining({ kind: "comment", action: "create" }),
      );
      await expect(plan(hiding(when === "now" ? head : before), range)).rejects.toMatchObject({
        kind: "transient",
        code: "file-not-shown",
        message: expect.stringContaining(`GitHub lists ${PATH} at`),
      });
    },
  );

  test("are left as they were where a submodule is in their place", async () => {
    const commit = sandbox.world.commit(MINUTES, { [`${APP}.md/inner.md`]: "Nothing." });

    const [file] = await github.readFiles(MINUTES, [{ path: `${APP}.md`, commit }]);

    expect(file).toMatchObject({ text: null, problem: { code: "file-not-a-file" } });
  });
});
