import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { APP, buildHarbour, CONFIG, MINUTES, minutes, PATH, TODO } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function push(files: Record<string, string | null>): Promise<void> {
  await stage.sandbox.world.push(MINUTES, files, { by: "ada" });
  await stage.settle();
}

function shown() {
  const run = stage.sandbox.world.checkRuns(MINUTES).at(-1);
  if (run === undefined) throw new Error("There is no check run.");
  return run;
}

const hashOf = (): string => /`\/minutebook apply ([0-9a-f]{40})`/.exec(`${shown().summary}`)?.[1] ?? "";

/** The numbered rows: what each does. */
const rows = (): readonly string[] =>
  [...`${shown().summary}`.matchAll(/^\| (\d+) \| (\w+) \| \[?([^\]|]+)/gm)].map(
    ([, number, action, what]) => `${number} ${action} ${what?.replaceAll("\u200B", "").trim()}`,
  );

/** Writes a command into a comment; returns the reactions. */
async function say(text: string): Promise<readonly string[]> {
  const { world } = stage.sandbox;
  const comment = await world.comment(world.thread(MINUTES, 900), text, { by: "ada" });
  await stage.settle();
  return comment.reactions.map(({ content }) => content);
}

function posted() {
  const { world } = stage.sandbox;
  const own = world.issues(APP).filter(({ author }) => author?.login === "minutebook[bot]");
  return { comments: [11, 12].map((number) => world.comments(APP, number).length), issues: own.length };
}

function build(config: string): void {
  buildHarbour(stage.sandbox, `${CONFIG}${config}\n`);
  stage.sandbox.world.addIssue(MINUTES, { number: 900, author: "ada" });
}

const SECOND = "- #12 the bell is cracked\n  - TODO: Grace to order another bell";

describe("a plan of which a person approves some steps", () => {
  beforeEach(async () => {
    build("mode: review");
    await push({ [PATH]: minutes([TODO, SECOND]) });
  });

  test("shows each step with its number", () => {
    expect(rows()).toEqual([
      "1 create label meeting-action in harbour/ferry",
      "2 create issue in harbour/ferry: Print the new timetable, assigned to ada (Ada, from the configuration)",
      "3 create issue in harbour/ferry: Order another bell: #12 the bell is cracked",
      "4 create comment on harbour/ferry#11",
      "5 create comment on harbour/ferry#12",
      "6 update note on milestone 2.1 of harbour/ferry",
    ]);
    expect(shown().summary).toContain(
      `To post only some of it, add their numbers: \`/minutebook apply ${hashOf()} 1 2-3\``,
    );
  });

  test("posts these and shows the others again, which can be approved next", async () => {
    expect(await say(`/minutebook apply ${hashOf()} 5`)).toEqual(["+1"]);

    expect(posted()).toEqual({ comments: [0, 1], issues: 0 });
    expect(shown()).toMatchObject({ conclusion: "action_required" });

    expect(await say(`/minutebook apply ${hashOf()}`)).toEqual(["+1"]);

    expect(posted()).toEqual({ comments: [1, 1], issues: 2 });
    expect(shown()).toMatchObject({ conclusion: "success" });
  });

  test("posts nothing for a number that it doesn't have, and says so", async () => {
    await say(`/minutebook apply ${hashOf()} 1 40`);

    expect(posted()).toEqual({ comments: [0, 0], issues: 0 });
    expect(shown().summary).toContain("The plan has no step of that number.");
  });

  test("posts nothing where the plan is another by now", async () => {
    const old = hashOf();
    await push({ [PATH]: minutes([TODO, SECOND, "- #11 and the summer timetable"]) });

    await say(`/minutebook apply ${old} 5`);

    expect(posted()).toEqual({ comments: [0, 0], issues: 0 });
  });

  test("posts each of them once, though GitHub fails in between", async () => {
    const fault = { kind: "error", when: "after", status: 502 } as const;
    stage.sandbox.faults.add({ match: "issues/create-comment", times: 1, fault });

    await say(`/minutebook apply ${hashOf()} 4-5`);

    expect(posted()).toEqual({ comments: [1, 1], issues: 0 });
    expect(shown()).toMatchObject({ conclusion: "action_required" });
  });
});

describe("a step that a person approves and GitHub refuses", () => {
  test("is reported with GitHub's answer, and waits on", async () => {
    build("mode: review");
    await push({ [PATH]: minutes([TODO, SECOND]) });
    const fault = { kind: "error", when: "before", status: 422 } as const;
    stage.sandbox.faults.add({ match: "issues/create-comment", times: Number.POSITIVE_INFINITY, fault });

    await say(`/minutebook apply ${hashOf()} 5`);

    const [report, waiting] = stage.sandbox.world.checkRuns(MINUTES).slice(-2);
    expect(report).toMatchObject({ conclusion: "failure", text: expect.stringContaining("422") });
    expect(waiting).toMatchObject({ conclusion: "action_required" });
    expect(rows()).toContain("5 create comment on harbour/ferry#12");
  });
});

describe("a plan over its limits of which a person approves some steps", () => {
  beforeEach(async () => {
    build("limits: {comments: 1}");
    await push({ [PATH]: minutes([TODO, SECOND]) });
  });

  test("keeps the others waiting, though they alone are within the limits", async () => {
    await say(`/minutebook apply ${hashOf()} 5`);

    expect(posted()).toEqual({ comments: [0, 1], issues: 0 });
    expect(shown().summary).toContain("someone approved only some of the steps");

    await push({ "meetings/2026-01-12.md": "# Crew meeting 2026-01-12\n\n- TODO: Ada to paint the mast\n" });

    expect(posted()).toEqual({ comments: [0, 1], issues: 0 });

    await say(`/minutebook apply ${hashOf()}`);
    await push({ "meetings/2026-01-13.md": "# Crew meeting 2026-01-13\n\n- TODO: Ada to scrub the deck\n" });

    expect(posted()).toEqual({ comments: [1, 1], issues: 4 });
  });

  test("keeps the others waiting, though an older push is processed again", async () => {
    const older = "meetings/2026-01-04.md";
    await say(`/minutebook apply ${hashOf()} 5`);
    const before = stage.sandbox.world.head(MINUTES);
    await push({ [older]: "# Crew meeting 2026-01-04\n\nNothing was said.\n" });
    const run = shown();
    run.externalId = `minutebook:2:${before}:::`;
    await stage.sandbox.world.rerun(run, { by: "ada" });
    await stage.settle();
    await push({ "meetings/2026-01-03.md": "# Crew meeting 2026-01-03\n\nNothing was said.\n" });

    expect(posted()).toEqual({ comments: [0, 1], issues: 0 });
  });

  test("ends to wait once the minutes no longer have them", async () => {
    await say(`/minutebook apply ${hashOf()} 3 5`);
    await push({ [PATH]: minutes([SECOND]).replace(/- #11.*\n.*DECISION.*\n/, "") });
    expect(shown()).toMatchObject({ conclusion: "success" });

    await push({ "meetings/2026-01-12.md": "# Crew meeting 2026-01-12\n\n- TODO: Ada to paint the mast\n" });

    expect(posted()).toEqual({ comments: [0, 1], issues: 2 });
  });
});
