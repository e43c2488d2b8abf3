import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { APP, buildHarbour, CONFIG, MINUTES, minutes, PATH, TODO } from "./fixture.ts";
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

async function push(files: Record<string, string | null>): Promise<void> {
  await stage.sandbox.world.push(MINUTES, files);
  await stage.settle();
}

function bodiesOn(number: number): readonly string[] {
  return stage.sandbox.world.comments(APP, number).map(({ body }) => body);
}

function todos() {
  return stage.sandbox.world.issues(APP).filter(({ author }) => author?.login === "minutebook[bot]");
}

function lastRun() {
  return stage.sandbox.world.checkRuns(MINUTES).at(-1);
}

/** All that the last check run says. */
function reports(): string {
  const run = lastRun();
  const annotations = run?.annotations.map(({ message }) => message) ?? [];
  return [run?.title, run?.summary, run?.text, ...annotations].join("\n");
}

describe("a push of minutes", () => {
  test("becomes a comment, an issue for the TODO and a note on the milestone", async () => {
    await push({ [PATH]: minutes([TODO]) });

    expect(bodiesOn(11)).toHaveLength(1);
    expect(bodiesOn(11)[0]).toContain("#11 will go in 2.1".replace("#11 ", ""));
    expect(todos()).toMatchObject([{ state: "open" }]);
    expect(todos()[0]?.assignees.map(({ login }) => login)).toEqual(["ada"]);
    expect(stage.sandbox.world.milestone(APP, "2.1")?.description).toMatch(/^Our words\.[\s\S]*2026-01-05/);
    expect(lastRun()).toMatchObject({ status: "completed", conclusion: "success" });
  });

  test("is never posted again: what is there is edited, and left alone where it is the same", async () => {
    await push({ [PATH]: minutes([TODO]) });
    const [before] = stage.sandbox.world.comments(APP, 11);

    await push({ [PATH]: minutes([TODO, "  - Ada adds: the printer is away until Friday"]) });

    const comments = stage.sandbox.world.comments(APP, 11);
    expect(comments.map(({ id }) => id)).toEqual([before?.id]);
    expect(comments[0]?.body).toContain("the printer is away until Friday");
    expect(todos()).toHaveLength(1);
  });

  test("posts nothing twice when the delivery comes again, even to an app that has forgotten all", async () => {
    await push({ [PATH]: minutes([TODO]) });
    const before = [...bodiesOn(11)];

    await redeliver();
    await stage.restartWithNothing();
    await redeliver();

    expect(bodiesOn(11)).toEqual(before);
    expect(todos()).toHaveLength(1);
  });

  test("closes the issue of a TODO that is done", async () => {
    await push({ [PATH]: minutes([TODO]) });

    await push({ [PATH]: minutes([`${TODO} -- DONE`]) });

    expect(todos()).toMatchObject([{ state: "closed", stateReason: "completed" }]);
  });

  test("takes the comment away with the reference", async () => {
    await push({ [PATH]: minutes(["- #12 the ferry bell"]) });
    expect(bodiesOn(12)).toHaveLength(1);

    await push({ [PATH]: minutes() });

    expect(bodiesOn(12)).toEqual([]);
    expect(bodiesOn(11)).toHaveLength(1);
  });

  test("does not post again what a person deleted", async () => {
    await push({ [PATH]: minutes() });
    const [comment] = stage.sandbox.world.comments(APP, 11);
    if (comment !== undefined) await stage.sandbox.world.deleteComment(comment, { by: "ada" });

    await push({ [PATH]: minutes(["  - one more word"]) });
    await push({ [PATH]: minutes(["  - and yet another"]) });

    expect(bodiesOn(11)).toEqual([]);
  });

  test("does nothing where it is not about minutes on the default branch", async () => {
    await push({ "README.md": "# Minutes" });
    await stage.sandbox.world.push(MINUTES, { [PATH]: minutes() }, { branch: "draft" });
    await stage.sandbox.world.pushTag(MINUTES, "v1", stage.sandbox.world.head(MINUTES));
    await stage.sandbox.world.deleteBranch(MINUTES, "draft");
    await stage.settle();

    expect(bodiesOn(11)).toEqual([]);
    expect(stage.sandbox.world.checkRuns(MINUTES)).toEqual([]);
  });

  test("applies what was pushed while the app was away together with the next push", async () => {
    await push({ [PATH]: minutes() });
    stage.sandbox.world.commit(MINUTES, {
      "meetings/2026-01-06.md": "# Crew meeting 2026-01-06\n\n- #12 the bell\n",
    });

    await push({ "meetings/2026-01-07.md": "# Crew meeting 2026-01-07\n\n- #11 again\n" });

    expect(bodiesOn(12)).toHaveLength(1);
    expect(bodiesOn(11)).toHaveLength(2);
  });
});

describe("bad input", () => {
  test.each([
    ["is not UTF-8", Buffer.from("# Crew meeting\n\n- #12 gr\u00fcn\n", "latin1"), /UTF-8/],
    ["is over 1 MiB", Buffer.from(`# Crew meeting\n\n- #12\n${"x".repeat(1024 * 1024)}`), /1 MiB/],
  ])("a file that %s is reported and does not stop the others", async (_kind, bytes, message) => {
    await stage.sandbox.world.push(MINUTES, { "meetings/bad.md": bytes, [PATH]: minutes() });
    await stage.settle();

    expect(bodiesOn(11)).toHaveLength(1);
    expect(bodiesOn(12)).toEqual([]);
    expect(reports()).toMatch(message);
  });

  test("a configuration that is no YAML is reported with its line, and what was pushed comes once it is fixed", async () => {
    await push({ ".github/minutebook.yml": "minutes: [\n", [PATH]: minutes() });

    expect(lastRun()).toMatchObject({ conclusion: "failure" });
    expect(lastRun()?.annotations).toMatchObject([{ path: ".github/minutebook.yml" }]);
    expect(bodiesOn(11)).toEqual([]);

    await push({ ".github/minutebook.yml": CONFIG });

    expect(bodiesOn(11)).toHaveLength(1);
  });

  test("an issue that is not there, a locked one and one elsewhere are skipped with the reason", async () => {
    stage.sandbox.world.addIssue(APP, { number: 13, locked: true });
    const text = minutes(["- #99 nobody knows", "- #13 is locked", "- elsewhere/thing#1 is not ours"]);

    await push({ [PATH]: text });

    expect(bodiesOn(11)).toHaveLength(1);
    expect(bodiesOn(13)).toEqual([]);
    expect(lastRun()?.text).toMatch(/#.?99/);
    expect(lastRun()?.text).toMatch(/locked/i);
  });

  test("an archived repository is skipped with the reason", async () => {
    await stage.sandbox.world.archive(APP);

    await push({ [PATH]: minutes([TODO]) });

    expect(bodiesOn(11)).toEqual([]);
    expect(lastRun()?.text).toMatch(/archived/i);
  });

  test("a wrong signature is refused", async () => {
    stage.sandbox.setWebhook(stage.webhookUrl, "another secret");

    await push({ [PATH]: minutes() });

    expect(stage.sandbox.deliveries.at(-1)).toMatchObject({ event: "push", statusCode: 400 });
    expect(bodiesOn(11)).toEqual([]);
  });
});

async function redeliver(): Promise<void> {
  const delivery = stage.sandbox.deliveries.find(({ event }) => event === "push");
  if (delivery !== undefined) await stage.sandbox.redeliver(delivery);
  await stage.settle();
}
