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

async function push(files: Record<string, string>): Promise<void> {
  await stage.sandbox.world.push(MINUTES, files);
  await stage.settle();
}

async function press(identifier: string, by: string): Promise<void> {
  const run = stage.sandbox.world.checkRuns(MINUTES).at(-1);
  if (run === undefined) throw new Error("There is no check run.");
  await stage.sandbox.world.pressButton(run, identifier, { by });
  await stage.settle();
}

const lastRun = () => stage.sandbox.world.checkRuns(MINUTES).at(-1);
const comments = () => stage.sandbox.world.comments(APP, 11);

describe("the button that posts", () => {
  beforeEach(async () => {
    buildHarbour(stage.sandbox, `${CONFIG}mode: review\n`);
    await push({ [PATH]: minutes([TODO]) });
  });

  test("is waited for in review mode", () => {
    expect(comments()).toEqual([]);
    expect(lastRun()).toMatchObject({ conclusion: "action_required" });
  });

  test("posts when somebody with write access presses it", async () => {
    await press("apply", "ada");

    expect(comments()).toHaveLength(1);
    expect(lastRun()).toMatchObject({ conclusion: "success" });
  });

  test("posts even from an app that has forgotten all", async () => {
    await stage.restartWithNothing();

    await press("apply", "ada");

    expect(comments()).toHaveLength(1);
  });

  test("is followed by a check run that tells each note on a line once", async () => {
    await push({ [PATH]: minutes([TODO]).replace("Present:", "Date: Tuesday 2026-01-05\n\nPresent:") });
    const notes = () => lastRun()?.annotations.map(({ message }) => message) ?? [];
    const before = notes();

    await press("apply", "ada");

    expect(before).toEqual(expect.arrayContaining([expect.stringContaining("Tuesday")]));
    expect(lastRun()?.conclusion).toBe("success");
    expect(notes()).toEqual(before);
  });

  test("does nothing for anybody else", async () => {
    await press("apply", "visitor");

    expect(comments()).toEqual([]);
  });

  test("posts what waited of earlier pushes too", async () => {
    await push({ "meetings/2026-01-06.md": "# Crew meeting 2026-01-06\n\n- #12 the bell\n" });

    await press("apply", "ada");

    expect(comments()).toHaveLength(1);
    expect(stage.sandbox.world.comments(APP, 12)).toHaveLength(1);
  });
});

describe("what is above the limits", () => {
  test("waits for the button", async () => {
    buildHarbour(stage.sandbox, `${CONFIG}limits: {comments: 1}\n`);

    await push({ [PATH]: minutes(["- #12 the bell"]) });

    expect(comments()).toEqual([]);
    expect(lastRun()?.summary).toMatch(/limit/);
    await press("apply", "ada");
    expect(comments()).toHaveLength(1);
  });
});

describe("the button that tries again", () => {
  test("posts what could not be posted before", async () => {
    buildHarbour(stage.sandbox);
    await stage.sandbox.world.archive(APP);
    await push({ [PATH]: minutes() });
    expect(comments()).toEqual([]);

    const app = stage.sandbox.world.repositories().find(({ name }) => name === "ferry");
    if (app !== undefined) app.archived = false;
    const run = lastRun();
    if (run !== undefined) await stage.sandbox.world.rerun(run, { by: "ada" });
    await stage.settle();

    expect(comments()).toHaveLength(1);
  });
});

describe("the button that opens implied actions", () => {
  const IMPLIED = "  - Ada will ask the printer for a new sheet by Friday";
  const opened = () =>
    stage.sandbox.world.issues(APP).filter(({ author }) => author?.login === "minutebook[bot]");

  test("opens an issue for what no mark names, and the next push leaves it alone", async () => {
    buildHarbour(stage.sandbox);
    await push({ [PATH]: minutes([IMPLIED]) });
    expect(opened()).toEqual([]);

    await press("implied", "ada");
    expect(opened()).toMatchObject([{ state: "open" }]);

    await push({ [PATH]: minutes([IMPLIED, "  - one more word"]) });
    expect(opened()).toMatchObject([{ state: "open" }]);
  });
});

describe("an action that a meeting lists after a person closed its issue", () => {
  const later = "meetings/2026-02-02.md";
  const own = () =>
    stage.sandbox.world.issues(APP).filter(({ author }) => author?.login === "minutebook[bot]");

  async function close(instant: string): Promise<void> {
    const [issue] = own();
    if (issue === undefined) throw new Error("No issue was opened.");
    await stage.sandbox.world.close(issue, { by: "ada" });
    issue.closedAt = new Date(instant);
  }

  beforeEach(async () => {
    buildHarbour(stage.sandbox);
    await push({ [PATH]: minutes([TODO]) });
    await close("2026-01-20T10:00:00Z");
    await push({ [later]: `# Crew meeting 2026-02-02\n\nPresent: Ada\n\n${TODO.trim()}\n` });
  });

  test("is shown on the check run, and nothing is opened", () => {
    expect(own()).toMatchObject([{ state: "closed" }]);
    expect(lastRun()?.annotations.map(({ path }) => path)).toContain(later);
    expect(lastRun()?.actions.map(({ identifier }) => identifier)).toEqual(["implied"]);
  });

  test("is reopened by the button, once, and stays so", async () => {
    await press("implied", "ada");
    expect(own()).toMatchObject([{ state: "open" }]);
    expect(own()[0]?.body).toContain("2026-02-02.md");

    await push({ [later]: `# Crew meeting 2026-02-02\n\nPresent: Ada\n\n${TODO.trim()}\n\nBye.\n` });

    expect(own()).toMatchObject([{ state: "open" }]);
  });

  test("stays closed where a person closed it again later, and is no longer shown", async () => {
    await press("implied", "ada");
    await close("2026-02-10T10:00:00Z");

    await push({ [later]: `# Crew meeting 2026-02-02\n\nPresent: Ada\n\n${TODO.trim()}\n\nBye.\n` });

    expect(own()).toMatchObject([{ state: "closed" }]);
    expect(lastRun()?.actions ?? []).toEqual([]);
  });
});

describe("commands in comments", () => {
  beforeEach(async () => {
    buildHarbour(stage.sandbox);
    await push({ [PATH]: minutes() });
  });

  async function say(text: string, by: string): Promise<readonly string[]> {
    const thread = stage.sandbox.world.thread(APP, 11);
    const comment = await stage.sandbox.world.comment(thread, text, { by });
    await stage.settle();
    return comment.reactions.map(({ content }) => content);
  }

  test("ignore hides our comment, which is left alone from then on", async () => {
    const reactions = await say("/minutebook ignore", "ada");
    const [before] = comments();

    await push({ [PATH]: minutes(["  - one more word"]) });

    expect(reactions).toEqual(["+1"]);
    expect(before?.minimizedReason).not.toBeNull();
    expect(comments()[0]?.body).not.toContain("one more word");
  });

  test("who may not write gets a refusal", async () => {
    expect(await say("/minutebook ignore", "visitor")).toEqual(["-1"]);
    expect(comments()[0]?.minimizedReason).toBeNull();
  });

  test("a word that is no command is answered too, other comments are not", async () => {
    expect(await say("/minutebook dance", "ada")).toEqual(["confused"]);
    expect(await say("I like /minutebook ignore", "ada")).toEqual([]);
  });

  test("retry looks at the minutes again that spoke of the issue", async () => {
    const { world } = stage.sandbox;
    world.commit(MINUTES, { "meetings/2026-01-06.md": "# Crew meeting 2026-01-06\n\n- #12 the bell\n" });

    expect(await say("/minutebook retry", "ada")).toEqual(["+1"]);

    expect(world.comments(APP, 12)).toHaveLength(1);
  });

  test("plan shows the plan of a pull request again, and means nothing on an issue", async () => {
    const { world } = stage.sandbox;
    await world.push(MINUTES, { [PATH]: minutes([TODO]) }, { branch: "proposal" });
    const fields = { head: "proposal", base: "main", title: "Minutes" };
    const pull = await world.openPull(MINUTES, fields, { by: "ada" });
    await stage.settle();
    const before = world.checkRuns(MINUTES).length;

    await world.comment(pull, "/minutebook plan", { by: "ada" });
    await stage.settle();

    expect(world.checkRuns(MINUTES)).toHaveLength(before + 1);
    expect(await say("/minutebook plan", "ada")).toEqual(["confused"]);
  });
});

describe("history that was rewritten, the commit applied last with it", () => {
  beforeEach(async () => {
    buildHarbour(stage.sandbox);
    await push({ [PATH]: minutes() });
    await stage.ledger.saveHead(MINUTES, "f".repeat(40));
    await push({ [PATH]: minutes().replaceAll("#11", "#12") });
  });

  test("waits for the button, because all minutes look new", () => {
    expect(stage.sandbox.world.comments(APP, 12)).toEqual([]);
    expect(lastRun()).toMatchObject({ conclusion: "action_required" });
  });

  test("is put right by the button, with what was there before", async () => {
    await press("apply", "ada");

    expect(stage.sandbox.world.comments(APP, 12)).toHaveLength(1);
    expect(comments()).toEqual([]);
  });
});
