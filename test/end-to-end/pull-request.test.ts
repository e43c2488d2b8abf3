import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { APP, buildHarbour, MINUTES, minutes, PATH, TODO } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  buildHarbour(stage.sandbox);
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function propose(files: Record<string, string>): Promise<void> {
  await stage.sandbox.world.push(MINUTES, files, { branch: "proposal" });
  await stage.sandbox.world.openPull(
    MINUTES,
    { head: "proposal", base: "main", title: "Minutes" },
    { by: "ada" },
  );
  await stage.settle();
}

function runs() {
  return stage.sandbox.world.checkRuns(MINUTES);
}

describe("a pull request that touches minutes", () => {
  test("shows what would be posted, with each text folded, and posts nothing", async () => {
    await propose({ [PATH]: minutes([TODO]) });

    const [run] = runs();
    expect(run).toMatchObject({
      conclusion: "success",
      headSha: stage.sandbox.world.head(MINUTES, "proposal"),
    });
    expect(run?.summary).toMatch(/create.*harbour\/ferry#.*11/);
    expect(run?.text).toContain("<details>");
    expect(stage.sandbox.world.comments(APP, 11)).toEqual([]);
    expect(stage.sandbox.world.issues(APP)).toHaveLength(2);
  });

  test("shows warnings on their lines", async () => {
    await propose({ [PATH]: minutes(["- #99 nobody knows this"]) });

    expect(runs()[0]?.annotations).toEqual(
      expect.arrayContaining([expect.objectContaining({ path: PATH, start_line: 9 })]),
    );
  });

  test("fails on a configuration that cannot be used, with the line", async () => {
    await propose({ ".github/minutebook.yml": "minutes: [a.md]\nmodes: off\n" });

    const [run] = runs();
    expect(run).toMatchObject({ conclusion: "failure" });
    expect(run?.annotations).toMatchObject([{ path: ".github/minutebook.yml", start_line: 2 }]);
  });

  test("keeps to the configuration of the default branch", async () => {
    await propose({ ".github/minutebook.yml": "mode: off\n", [PATH]: minutes() });

    expect(runs()[0]?.summary).toMatch(/create/);
  });

  test("compares with the place where it left the default branch, not with what came since", async () => {
    await stage.sandbox.world.push(MINUTES, {
      "meetings/2026-01-04.md": "# Crew meeting 2026-01-04\n\n- #12\n",
    });
    await stage.settle();
    const later = runs().length;

    await propose({ [PATH]: minutes() });

    expect(runs().slice(later)).toHaveLength(1);
    expect(runs().at(-1)?.summary).not.toMatch(/delete/);
  });

  test("is left alone where it touches no minutes", async () => {
    await propose({ "README.md": "# Minutes" });

    expect(runs()).toEqual([]);
  });
});

describe("the check run of a pull request", () => {
  const OLD = { "meetings/2026-01-06.md": "# Crew meeting 2026-01-06\n\n- #12 the bell\n" };

  beforeEach(() => {
    stage.sandbox.world.commit(MINUTES, OLD);
  });

  test("that GitHub would not let us make shows the plan when it is tried again, and posts nothing", async () => {
    const refusal = { kind: "error", when: "before", status: 403 } as const;
    const end = stage.sandbox.faults.add({ match: /compare/, times: 100, fault: refusal });
    await propose({ [PATH]: minutes([TODO]) });
    expect(runs()).toMatchObject([{ conclusion: "failure" }]);
    end();

    const [broken] = runs();
    if (broken !== undefined) await stage.sandbox.world.pressButton(broken, "retry", { by: "ada" });
    await stage.settle();

    expect(runs().at(-1)).toMatchObject({
      conclusion: "success",
      title: expect.stringMatching(/^Preview: /),
    });
    expect(stage.sandbox.world.comments(APP, 11)).toEqual([]);
    expect(stage.sandbox.world.comments(APP, 12)).toEqual([]);
  });

  test("is made again by GitHub's own button", async () => {
    await propose({ [PATH]: minutes([TODO]) });

    const [run] = runs();
    if (run !== undefined) await stage.sandbox.world.rerun(run, { by: "ada" });
    await stage.settle();

    expect(runs()).toHaveLength(2);
    expect(stage.sandbox.world.comments(APP, 11)).toEqual([]);
  });
});
