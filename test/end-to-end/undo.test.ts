import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { LedgerError } from "../../src/ledger/ledger-error.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { createMemoryLedger } from "../../src/ledger/memory-ledger.ts";
import { APP, buildHarbour, CONFIG, MINUTES, minutes, PATH, TODO } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

const BELL = "meetings/2026-01-06.md";
const bell = "# Crew meeting 2026-01-06\n\n- #12 the bell rings too early\n- TODO: Ada to polish the bell\n";
const FIRST = minutes([TODO]);

/** GitHub before anything was posted. */
const NOTHING = { comments: [0, 0], open: [], note: "Our words." };

let stage: Stage;

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function push(files: Record<string, string | null>): Promise<void> {
  await stage.sandbox.world.push(MINUTES, files, { by: "ada" });
  await stage.settle();
}

/** The newest check run with this name. */
const runOf = (name = "Minutebook") =>
  stage.sandbox.world.checkRuns(MINUTES).findLast((run) => run.name === name);

async function press(by = "ada", run = runOf()): Promise<void> {
  if (run === undefined) throw new Error("There is no check run.");
  await stage.sandbox.world.pressButton(run, "undo", { by });
  await stage.settle();
}

const ownIssues = () =>
  stage.sandbox.world.issues(APP).filter(({ author }) => author?.login === "minutebook[bot]");

/** What can be seen of the minutes. */
function seen() {
  const { world } = stage.sandbox;
  const [milestone] = world.repository(APP).milestones.values();
  return {
    comments: [11, 12].map((number) => world.comments(APP, number).filter(isOurs).length),
    open: ownIssues()
      .filter(({ state }) => state === "open")
      .map(({ title }) => title),
    note: milestone?.description,
  };
}

function isOurs({ author }: { readonly author: { readonly login: string } | null }): boolean {
  return author?.login === "minutebook[bot]";
}

const buttons = () => runOf()?.actions.map(({ identifier }) => identifier);

describe("the button on the check run of a push", () => {
  beforeEach(async () => {
    stage = await setStage();
    buildHarbour(stage.sandbox);
    await push({ [PATH]: FIRST });
  });

  test("takes back all that the push posted", async () => {
    expect(seen()).toMatchObject({ comments: [1, 0], open: ["Print the new timetable"] });
    expect(buttons()).toEqual(["undo"]);

    await press();

    expect(seen()).toEqual(NOTHING);
    expect(ownIssues()[0]).toMatchObject({ state: "closed", stateReason: "not_planned" });
    expect(runOf()).toMatchObject({ conclusion: "success", actions: [] });
    expect(runOf()?.title).toBe("Taken back: 1 updated, 1 closed, 1 deleted");
  });

  test("does nothing for whoever may not write", async () => {
    const before = seen();

    await press("visitor");

    expect(seen()).toEqual(before);
  });

  test("does nothing the second time", async () => {
    const run = runOf();
    await press("ada", run);
    const writes = stage.sandbox.requests.filter(({ method }) => method !== "GET").length;

    await press("ada", run);

    expect(seen()).toEqual(NOTHING);
    expect(runOf()?.title).toBe("Nothing to take back");
    const after = stage.sandbox.requests.slice(writes).map(({ operation }) => String(operation));
    expect(after.filter((name) => name.includes("delete"))).toHaveLength(1);
  });

  test("leaves what people answered and worked on, and lists it", async () => {
    const { world } = stage.sandbox;
    await world.comment(world.thread(APP, 11), "It is right on Saturdays.", { by: "ada" });
    const [issue] = ownIssues();
    if (issue !== undefined) await world.comment(issue, "Printing.", { by: "ada" });

    await press();

    expect(seen()).toEqual({ ...NOTHING, comments: [1, 0], open: ["Print the new timetable"] });
    expect(runOf()?.text).toContain("People replied or reacted; the comment stays.");
    expect(runOf()?.text).toContain("People commented on the issue");
  });

  test("leaves what earlier pushes posted", async () => {
    await push({ [PATH]: FIRST.replace("on Sundays", "on all Sundays"), [BELL]: bell });
    expect(seen()).toMatchObject({ comments: [1, 1] });

    await press();

    expect(seen()).toMatchObject({ comments: [1, 0], open: ["Print the new timetable"] });
  });

  test("is not there where a push posted nothing new", async () => {
    await push({ [PATH]: FIRST.replace("on Sundays", "on all Sundays") });

    expect(buttons()).toEqual([]);
  });

  test("works though the minutes moved and changed since", async () => {
    const run = runOf();
    await push({ [PATH]: null, "meetings/2026-01-05-crew.md": FIRST });
    await push({ "meetings/2026-01-05-crew.md": FIRST.replace("on Sundays", "on all Sundays") });

    await press("ada", run);

    expect(seen()).toEqual(NOTHING);
  });

  test("works with a configuration that is wrong by now", async () => {
    const run = runOf();
    await push({ ".github/minutebook.yml": "minutes: 7\n" });

    await press("ada", run);

    expect(seen()).toEqual(NOTHING);
  });
});

describe("what was taken back", () => {
  beforeEach(async () => {
    stage = await setStage();
    buildHarbour(stage.sandbox, CONFIG.replace("people", "releases: {assign-milestone: true}\npeople"));
    await push({ [PATH]: FIRST });
    expect(stage.sandbox.world.thread(APP, 11)).toMatchObject({ milestone: { title: "2.1" } });
    await press();
  });

  test("is the milestone of the issue, too", () => {
    expect(seen()).toEqual(NOTHING);
    expect(stage.sandbox.world.thread(APP, 11)).toMatchObject({ milestone: null });
  });

  test("does not come back with the next push of the same minutes", async () => {
    await push({ [PATH]: FIRST.replace("on Sundays", "on all Sundays").replace("new time", "time") });

    expect(seen()).toEqual(NOTHING);
    expect(stage.sandbox.world.thread(APP, 11)).toMatchObject({ milestone: null });
    expect(buttons()).toEqual([]);
  });

  test("does not come back where the minutes move and change after that", async () => {
    const moved = "meetings/2026-01-05-crew.md";
    await push({ [PATH]: null, [moved]: FIRST });
    await push({ [moved]: FIRST.replace("on Sundays", "on all Sundays") });

    expect(seen()).toEqual(NOTHING);
    expect(stage.sandbox.world.thread(APP, 11)).toMatchObject({ milestone: null });
  });

  test("does not come back where somebody tries again", async () => {
    const run = runOf();
    if (run !== undefined) await stage.sandbox.world.rerun(run, { by: "ada" });
    await stage.settle();

    expect(seen()).toEqual(NOTHING);
  });

  test("does not keep a further meeting from being posted", async () => {
    await push({ [BELL]: bell.replace("#12", "#11") });

    expect(seen()).toMatchObject({ comments: [1, 0], open: ["Polish the bell"] });
  });
});

describe("a comment of two meetings", () => {
  beforeEach(async () => {
    stage = await setStage();
    buildHarbour(stage.sandbox, CONFIG.replace("style: meeting", "style: thread"));
    await push({ [PATH]: "# Crew meeting 2026-01-05\n\n- #11 the winter timetable is wrong\n" });
    await push({ [BELL]: "# Crew meeting 2026-01-06\n\n- #11 the new one is at the printer\n" });
  });

  const body = () => stage.sandbox.world.comments(APP, 11)[0]?.body ?? "";

  test("loses the part of the push alone, for good", async () => {
    expect(body()).toContain("at the printer");

    await press();

    expect(seen().comments).toEqual([1, 0]);
    expect(body()).not.toContain("at the printer");
    expect(body()).not.toContain(BELL);
    expect(body()).toContain(PATH);

    await push({ [BELL]: "# Crew meeting 2026-01-06\n\n- #11 the new one is at the other printer\n" });
    expect(seen().comments).toEqual([1, 0]);
    expect(body()).not.toContain("printer");
  });

  test("is deleted once nothing is left of it", async () => {
    const [first] = stage.sandbox.world.checkRuns(MINUTES);

    await press();
    await press("ada", first);

    expect(seen()).toEqual(NOTHING);
  });
});

describe("the command", () => {
  beforeEach(async () => {
    stage = await setStage();
    buildHarbour(stage.sandbox);
    stage.sandbox.world.addIssue(MINUTES, { number: 1, title: "Talk", author: "ada" });
    await push({ [PATH]: FIRST });
    await push({ [BELL]: bell });
  });

  async function say(text: string, by = "ada"): Promise<readonly string[]> {
    const { world } = stage.sandbox;
    const comment = await world.comment(world.thread(MINUTES, 1), text, { by });
    await stage.settle();
    return comment.reactions.map(({ content }) => content);
  }

  const planned = () => runOf("Minutebook undo");

  test("shows what would be taken back, and a button that does it", async () => {
    const before = seen();

    expect(await say("/minutebook undo all")).toEqual(["+1"]);

    expect(seen()).toEqual(before);
    expect(planned()).toMatchObject({ conclusion: "action_required" });
    expect(planned()?.title).toBe("To take back: 1 to update, 2 to close, 2 to delete");
    expect(planned()?.summary).toContain("/harbour/ferry/issues/11#");

    await press("visitor", planned());
    expect(seen()).toEqual(before);

    await press("ada", planned());
    expect(seen()).toEqual(NOTHING);
    expect(planned()).toMatchObject({ conclusion: "success", actions: [] });
  });

  test("is planned again by GitHub's own button", async () => {
    await say("/minutebook undo all");
    const { world } = stage.sandbox;
    await world.comment(world.thread(APP, 11), "It is right on Saturdays.", { by: "ada" });

    const run = planned();
    if (run !== undefined) await world.rerun(run, { by: "ada" });
    await stage.settle();

    expect(planned()?.title).toBe("To take back: 1 to update, 2 to close, 1 to delete · 1 skipped");
    expect(seen()).toMatchObject({ comments: [1, 1] });
  });

  test("takes everything back while all is switched off", async () => {
    await push({ ".github/minutebook.yml": `${CONFIG}mode: off\n` });

    await say("/minutebook undo all");
    await press("ada", planned());

    expect(seen()).toEqual(NOTHING);
  });

  test.each([
    ["a file", `/minutebook undo ${BELL}`],
    ["a day", "/minutebook undo since 2026-01-06"],
  ])("takes back what %s brought", async (_what, text) => {
    expect(await say(text)).toEqual(["+1"]);
    await press("ada", planned());

    expect(seen()).toMatchObject({ comments: [1, 0], open: ["Print the new timetable"] });
  });

  test("takes back one kind alone", async () => {
    await say("/minutebook undo all only comments");
    await press("ada", planned());

    expect(seen()).toMatchObject({ comments: [0, 0], open: [expect.anything(), expect.anything()] });
  });

  test.each(["/minutebook undo", "/minutebook undo everything", "/minutebook undo only comments"])(
    "does not guess: %s",
    async (text) => {
      expect(await say(text)).toEqual(["confused"]);
      expect(seen()).toMatchObject({ comments: [1, 1] });
    },
  );

  test("is not for everybody", async () => {
    expect(await say("/minutebook undo all", "visitor")).toEqual(["-1"]);
    expect(seen()).toMatchObject({ comments: [1, 1] });
  });

  test("finds all by its markers where the ledger is lost", async () => {
    await stage.restartWithNothing();

    await say("/minutebook undo all");
    await press("ada", planned());

    expect(seen()).toEqual(NOTHING);
  });
});

describe("an app that ends on the way", () => {
  /** A ledger that fails once, at the nth thing that it is to write down. */
  function failing(): { readonly ledger: Ledger; failAt: number; count: number } {
    const kept = createMemoryLedger(() => 0);
    const state = { ledger: kept, failAt: Number.POSITIVE_INFINITY, count: 0 };
    const writes: ReadonlySet<string | symbol> = new Set(["intend", "settle", "forget", "rememberIssues"]);
    state.ledger = new Proxy(kept, {
      get(target, name) {
        const act = Reflect.get(target, name);
        if (!writes.has(name)) return act;
        return async (...given: unknown[]) => {
          state.count += 1;
          if (state.count === state.failAt) throw new LedgerError(new Error("The process ended."));
          return Reflect.apply(act, target, given);
        };
      },
    });
    return state;
  }

  test.each([
    ["by itself", 10],
    ["where somebody presses the button again after another push", 0],
  ])(
    "finishes what it began, and remembers it, %s",
    async (_how, retries) => {
      for (let failAt = 1; ; failAt += 1) {
        const state = failing();
        stage = await setStage({ ledger: state.ledger }, { queue: { retries } });
        buildHarbour(stage.sandbox);
        await push({ [PATH]: FIRST });
        const run = runOf();
        state.count = 0;
        state.failAt = failAt;

        await press("ada", run);
        const hasFailed = state.count >= failAt;
        await push({ [PATH]: FIRST.replace("on Sundays", "on all Sundays") });
        if (retries === 0) {
          await press("ada", run);
          await push({ [PATH]: FIRST });
        }

        expect({ failAt, ...seen() }).toEqual({ failAt, ...NOTHING });
        if (!hasFailed) break;
        await stage.stop();
        expect(failAt).toBeLessThan(30);
      }
      expect(stage.sandbox.problems).toEqual([]);
    },
    180_000,
  );
});

describe("what is switched off", () => {
  const OFF = CONFIG.replace("comments: {", "comments: {enabled: false, ");
  const notes = () => runOf()?.annotations.map(({ message }) => message) ?? [];

  beforeEach(async () => {
    stage = await setStage();
    buildHarbour(stage.sandbox);
    await push({ [PATH]: FIRST, [BELL]: bell });
  });

  test.each([
    ["alone", {}],
    ["with minutes", { [PATH]: FIRST.replace("on Sundays", "on all Sundays") }],
  ])("says how much of it is there, and how it can be removed, pushed %s", async (_how, files) => {
    await push({ ".github/minutebook.yml": OFF, ...files });

    expect(notes()).toEqual([
      expect.stringContaining("Still there from earlier: 2 comments. To remove them: `minutebook undo"),
    ]);
  });

  test("counts nothing where fewer people can read", async () => {
    stage.sandbox.world.repository(APP).visibility = "private";

    await push({ ".github/minutebook.yml": OFF });

    expect(notes()).toEqual(["Comments are turned off (`comments.enabled: false`)."]);
  });
});
