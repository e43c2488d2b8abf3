import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { APP, buildHarbour, MINUTES, minutes, PATH, TODO } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

const BELL = "meetings/2026-01-06.md";
const OTHER = "meetings/2026-01-07.md";

const bell = "# Crew meeting 2026-01-06\n\n- #12 the bell\n- TODO: Ada to polish the bell\n";

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  buildHarbour(stage.sandbox);
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function push(files: Record<string, string | null>): Promise<string> {
  const sha = await stage.sandbox.world.push(MINUTES, files);
  await stage.settle();
  return sha;
}

/** Comments on #11 and #12, and Minutebook's issues that are open. */
function posted(): readonly number[] {
  const { world } = stage.sandbox;
  const own = world.issues(APP).filter(({ author }) => author?.login === "minutebook[bot]");
  const open = own.filter(({ state }) => state === "open");
  return [11, 12].map((number) => world.comments(APP, number).length).concat(open.length);
}

/** The job has posted and can't finish. Before it is tried again `meanwhile` happens, and nobody tells us of it. */
function breakOff(meanwhile: () => unknown): void {
  const { faults } = stage.sandbox;
  let hasHappened = false;
  const happen = () => {
    hasHappened = true;
    faults.webhooks = () => "unsent";
    meanwhile();
  };
  faults.add({
    match: ({ operation }) => {
      if (operation !== "checks/create") return false;
      if (!hasHappened) happen();
      return true;
    },
    // As often as it is tried within one job.
    times: 3,
    fault: { kind: "error", when: "before", status: 502 },
  });
}

async function settleAll(): Promise<void> {
  const { sandbox, ledger } = stage;
  await stage.settle();
  sandbox.faults.webhooks = () => "delivered";
  await stage.catchUp();
  await stage.settle();
  expect(await ledger.findHead(MINUTES)).toBe(sandbox.world.head(MINUTES));
}

describe("what a job had posted when it broke off", () => {
  test("is taken back where the branch was set back", async () => {
    const { world } = stage.sandbox;
    const base = await push({ [PATH]: minutes() });
    breakOff(() => void world.forcePush(MINUTES, base));

    await push({ [BELL]: bell });
    await settleAll();

    expect(posted()).toEqual([1, 0, 0]);
  });

  test("is taken back where other commits are in their place", async () => {
    const { world } = stage.sandbox;
    const base = await push({ [PATH]: minutes() });
    breakOff(() => {
      world.repository(MINUTES).refs.set("refs/heads/main", base);
      world.commit(MINUTES, { [OTHER]: "# Crew meeting 2026-01-07\n\n- #12 the buoys\n" });
    });

    await push({ [BELL]: bell });
    await settleAll();

    expect(posted()).toEqual([1, 1, 0]);
    expect(world.comments(APP, 12)[0]?.body).toContain("the buoys");
  });

  test("is taken back where the next commit deletes the minutes, and another one breaks off too", async () => {
    const { world, faults } = stage.sandbox;
    await push({ [PATH]: minutes() });
    breakOff(() => {
      world.commit(MINUTES, { [BELL]: null, [OTHER]: bell });
      breakOff(() => void world.commit(MINUTES, { [OTHER]: null }));
    });

    await push({ [BELL]: bell });
    await settleAll();

    expect(faults.counts.error).toBe(6);
    expect(posted()).toEqual([1, 0, 0]);
  });

  test("is as it was where the next commit takes the edit back", async () => {
    const { world } = stage.sandbox;
    await push({ [PATH]: minutes() });
    breakOff(() => void world.commit(MINUTES, { [PATH]: minutes() }));

    await push({ [PATH]: minutes([TODO, "- #12 the bell"]).replace("on Sundays", "on Mondays") });
    await settleAll();

    expect(posted()).toEqual([1, 0, 0]);
    expect(world.comments(APP, 11)[0]?.body).toContain("on Sundays");
  });

  test("stays where the head is the same", async () => {
    await push({ [PATH]: minutes() });
    breakOff(() => undefined);

    await push({ [BELL]: bell });
    await settleAll();

    expect(posted()).toEqual([1, 1, 1]);
  });

  test("stays where the head is older for a moment", async () => {
    const { world, faults } = stage.sandbox;
    const base = await push({ [PATH]: minutes() });
    const { refs } = world.repository(MINUTES);
    breakOff(() => {
      const now = refs.get("refs/heads/main") ?? "";
      faults.add({
        match: ({ operation, text }) => operation === "graphql" && text.includes("isFork"),
        times: 2,
        fault: {
          kind: "call",
          before: () => void refs.set("refs/heads/main", base),
          after: () => void refs.set("refs/heads/main", now),
        },
      });
    });

    await push({ [BELL]: bell });
    const before = world.comments(APP, 12);
    await settleAll();

    expect(posted()).toEqual([1, 1, 1]);
    expect(world.comments(APP, 12)).toEqual(before);
  });
});

describe("what a job had done for a head that git no longer has", () => {
  const WHOLE = minutes([TODO, "- #12 the bell has a crack and rings much too low for the fog"]);
  const NOTE = "# Crew meeting 2026-01-08\n\n- nothing\n";

  /** Another commit takes the place of the one that is being applied, which is collected as garbage. */
  function lose(base: string, files: Record<string, string | null>): void {
    const { world } = stage.sandbox;
    const { refs, git } = world.repository(MINUTES);
    git.objects.delete(world.head(MINUTES));
    refs.set("refs/heads/main", base);
    world.commit(MINUTES, files);
  }

  /** What people see of it. */
  function seen(): readonly unknown[] {
    const { world } = stage.sandbox;
    const own = world.issues(APP).filter(({ author }) => author?.login === "minutebook[bot]");
    const shown = (text: string | null) =>
      text
        ?.replace(/<!-- .*? -->/gs, "")
        .replace(/\*Edited because .*\*\n\n/, "")
        .replace(/blob\/\w+|[<>]/g, "");
    return [
      ...[11, 12].map((number) => world.comments(APP, number).map(({ body }) => shown(body))),
      ...own.map(({ title, body, state, labels }) => [title, shown(body), state, labels.length]),
      shown(world.milestone(APP, "2.1").description),
    ];
  }

  test.each([
    [
      "an edit",
      { [PATH]: WHOLE.replace("on Sundays", "on Mondays").replace("new timetable", "old timetable") },
    ],
    [
      "a release that is no longer named",
      { [PATH]: WHOLE.replace("  - DECISION: #11 will go in 2.1\n", "") },
    ],
    ["issues that are no longer mentioned", { [PATH]: WHOLE.replace(/#1[12]/g, "it").replace(TODO, "") }],
    ["minutes that are deleted", { [PATH]: null }],
    ["minutes that are renamed", { [PATH]: null, [OTHER]: WHOLE }],
  ])("ends as the final head has it: %s", async (_what, change: Record<string, string | null>) => {
    const base = await push({ [PATH]: WHOLE });
    const before = seen();
    breakOff(() => lose(base, { [OTHER]: NOTE }));

    await push(change);
    await settleAll();

    expect(seen()).toEqual(before);
  });

  test.each([
    ["is gone", true],
    ["is there", false],
  ])(
    "goes back with minutes that were renamed there and that people answered, where that head %s",
    async (_what, isGone) => {
      const { world } = stage.sandbox;
      const base = await push({ [PATH]: WHOLE });
      const [comment] = world.comments(APP, 11);
      await world.comment(comment?.thread ?? world.thread(APP, 11), "Why?", { by: "ada" });
      await stage.settle();
      breakOff(() => {
        if (isGone) lose(base, { "meetings/2026-01-08.md": NOTE });
        else world.commit(MINUTES, { [PATH]: WHOLE, [OTHER]: null });
      });

      await push({ [PATH]: null, [OTHER]: WHOLE });
      await settleAll();

      const own = [11, 12].map((number) =>
        world.comments(APP, number).filter(({ author }) => author?.login === "minutebook[bot]"),
      );
      expect(own.map(({ length }) => length)).toEqual([1, 1]);
      expect(own[0]?.[0]?.id).toBe(comment?.id);
      expect(own[0]?.[0]?.body).not.toContain("deleted in");
      expect(posted().at(-1)).toBe(1);
    },
  );

  test("ends as the final head has it where that says something else again", async () => {
    const base = await push({ [PATH]: WHOLE, [BELL]: bell });
    breakOff(() => lose(base, { [BELL]: bell.replace("the bell", "the brass bell") }));

    await push({
      [PATH]: WHOLE.replace("on Sundays", "on Mondays"),
      [BELL]: bell.replace("the bell", "no bell"),
    });
    await settleAll();

    expect(JSON.stringify(seen())).not.toMatch(/Mondays|no bell/);
    expect(JSON.stringify(seen())).toMatch(/Sundays.*the brass bell/);
    expect(posted()).toEqual([1, 2, 2]);
  });
});
