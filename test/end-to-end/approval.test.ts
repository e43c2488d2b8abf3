import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { APP, buildHarbour, CONFIG, MINUTES, minutes, PATH, TODO } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

const STRANGER = "- #12 words that nobody approved";
const IMPLIED = "  - Ada to print the new timetable";

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  const { world } = stage.sandbox;
  for (const login of ["mallory", "triage"]) world.addUser(login);
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function push(files: Record<string, string | null>, by = "ada"): Promise<void> {
  await stage.sandbox.world.push(MINUTES, files, { by });
  await stage.settle();
}

type Run = NonNullable<ReturnType<typeof lastRun>>;

function lastRun() {
  return stage.sandbox.world.checkRuns(MINUTES).at(-1);
}

function shown(): Run {
  const run = lastRun();
  if (run === undefined) throw new Error("There is no check run.");
  return run;
}

async function press(run: Run, identifier = "apply", by = "ada"): Promise<void> {
  await stage.sandbox.world.pressButton(run, identifier, { by });
  await stage.settle();
}

function posted() {
  const { world } = stage.sandbox;
  const own = world.issues(APP).filter(({ author }) => author?.login === "minutebook[bot]");
  return [11, 12].map((number) => world.comments(APP, number).length).concat(own.length);
}

describe("the button of a plan that waits", () => {
  beforeEach(async () => {
    buildHarbour(stage.sandbox, `${CONFIG}mode: review\n`);
    await push({ [PATH]: minutes([TODO]) });
  });

  test("posts nothing of what was pushed after it was shown, and shows that with a button of its own", async () => {
    const old = shown();
    await push({ [PATH]: minutes([TODO, STRANGER]) }, "mallory");

    await press(old);
    expect(posted()).toEqual([0, 0, 0]);
    expect(shown()).toMatchObject({ conclusion: "action_required" });
    expect(shown().summary).toContain("The plan changed after it was approved");
    expect(`${shown().text}`).toContain("nobody approved");

    await press(shown());
    expect(posted()).toEqual([1, 1, 1]);
  });

  test("posts nothing where the webhook of the later push is still on its way", async () => {
    const old = shown();
    stage.sandbox.world.commit(MINUTES, { [PATH]: minutes([TODO, STRANGER]) });

    await press(old);

    expect(posted()).toEqual([0, 0, 0]);
    expect(shown().headSha).not.toBe(old.headSha);
  });

  test("posts nothing where the configuration became another one", async () => {
    const old = shown();
    await push({ ".github/minutebook.yml": `${CONFIG}mode: review\nactions: {labels: [urgent]}\n` });

    await press(old);

    expect(posted()).toEqual([0, 0, 0]);
  });

  test("posts nothing where what it changes on GitHub became another", async () => {
    const { world } = stage.sandbox;
    await press(shown());
    await push({ [PATH]: minutes([TODO]).replace("on Sundays", "on Mondays") });
    const old = shown();
    for (const comment of world.comments(APP, 11)) await world.deleteComment(comment, { by: "ada" });

    await press(old);

    expect(posted()).toEqual([0, 0, 1]);
  });

  test("posts what was shown though somebody wrote into the milestone's description meanwhile", async () => {
    const { world } = stage.sandbox;
    const old = shown();
    const [milestone] = world.repository(APP).milestones.values();
    if (milestone !== undefined) milestone.description = "Our words, and more.";

    await press(old);

    expect(posted()).toEqual([1, 0, 1]);
    expect(milestone?.description).toContain("Our words, and more.");
  });

  test("brings about all of it where half of it has to be tried again", async () => {
    const fault = { kind: "error", when: "before", status: 503 } as const;
    stage.sandbox.faults.add({ match: "issues/create-comment", times: 8, fault });

    await press(shown());

    expect(posted()).toEqual([1, 0, 1]);
    expect(shown().conclusion).toBe("success");
  });

  test("does nothing for who may triage alone", async () => {
    stage.sandbox.world.addCollaborator(MINUTES, "triage", "triage");

    await press(shown(), "apply", "triage");

    expect(posted()).toEqual([0, 0, 0]);
  });

  test("that an earlier version made, which kept no hash, shows the plan again", async () => {
    const old = shown();
    old.externalId = `minutebook:1:${"0".repeat(40)}`;

    await press(old);

    expect(posted()).toEqual([0, 0, 0]);
    expect(shown()).toMatchObject({ conclusion: "action_required" });
  });
});

describe("the button for actions that no mark names", () => {
  beforeEach(async () => {
    buildHarbour(stage.sandbox);
    await push({ [PATH]: minutes([IMPLIED]) });
  });

  test("opens none that was pushed after it was shown", async () => {
    const old = shown();
    await push({ [PATH]: minutes([IMPLIED, "- more", "  - Grace to buy a bell"]) }, "mallory");

    await press(old, "implied");
    expect(posted()).toEqual([1, 0, 0]);
    expect(shown()).toMatchObject({ conclusion: "action_required" });

    await press(shown());
    expect(posted()).toEqual([1, 0, 2]);
  });

  test("waits for a second look with mode: review, whose button opens them too", async () => {
    const old = shown();
    await push({ ".github/minutebook.yml": `${CONFIG}mode: review\n` });

    await press(old, "implied");
    expect(posted()).toEqual([1, 0, 0]);

    await press(shown());
    expect(posted()).toEqual([1, 0, 1]);
  });
});

describe("/minutebook apply", () => {
  const hash = () => /\/minutebook apply ([0-9a-f]{40})/.exec(shown().summary ?? "")?.[1] ?? "";

  async function say(text: string, by = "ada"): Promise<readonly string[]> {
    const { world } = stage.sandbox;
    const thread = world.thread(MINUTES, 900);
    const comment = await world.comment(thread, text, { by });
    await stage.settle();
    return comment.reactions.map(({ content }) => content);
  }

  beforeEach(async () => {
    buildHarbour(stage.sandbox, `${CONFIG}mode: review\n`);
    stage.sandbox.world.addIssue(MINUTES, { number: 900, author: "ada" });
    await push({ [PATH]: minutes([TODO]) });
  });

  test("posts the plan whose hash it names", async () => {
    expect(await say(`/minutebook apply ${hash()}`)).toEqual(["+1"]);

    expect(posted()).toEqual([1, 0, 1]);
  });

  test("approves nothing where it names no plan, and shows the one that waits with the line to write", async () => {
    const waiting = hash();
    const runs = () => stage.sandbox.world.checkRuns(MINUTES).length;
    const before = runs();

    expect(await say("/minutebook apply")).toEqual(["confused"]);

    expect(posted()).toEqual([0, 0, 0]);
    expect(runs()).toBe(before + 1);
    expect(shown()).toMatchObject({ conclusion: "action_required" });
    expect(shown().summary).toContain("`/minutebook apply` without a hash approves nothing");
    expect(shown().summary).toContain(`\`/minutebook apply ${waiting}\``);

    expect(await say(`/minutebook apply ${hash()}`)).toEqual(["+1"]);
    expect(posted()).toEqual([1, 0, 1]);
  });

  test("shows nothing where no plan waits", async () => {
    await press(shown());
    const runs = stage.sandbox.world.checkRuns(MINUTES).length;

    expect(await say("/minutebook apply")).toEqual(["confused"]);

    expect(stage.sandbox.world.checkRuns(MINUTES)).toHaveLength(runs);
  });

  test("with the hash of an earlier plan posts nothing", async () => {
    const old = hash();
    await push({ [PATH]: minutes([TODO, STRANGER]) }, "mallory");

    const runs = stage.sandbox.world.checkRuns(MINUTES).length;
    expect(await say(`/minutebook apply ${old}`)).toEqual(["confused"]);

    expect(posted()).toEqual([0, 0, 0]);
    expect(stage.sandbox.world.checkRuns(MINUTES)).toHaveLength(runs + 1);
    expect(shown().summary).toContain("plan changed after it was approved");
    expect(`${shown().text}`).toContain("nobody approved");
  });

  test("posts nothing of a push of which nothing was shown yet", async () => {
    stage.sandbox.world.commit(MINUTES, { [PATH]: minutes([TODO, STRANGER]) });

    await say("/minutebook apply");

    expect(posted()).toEqual([0, 0, 0]);
  });

  test("of somebody who may not write posts nothing", async () => {
    expect(await say("/minutebook apply", "visitor")).toEqual(["-1"]);
    expect(posted()).toEqual([0, 0, 0]);
  });

  test("on a pull request posts its plan once it is merged, and what waits waits until then", async () => {
    const { world } = stage.sandbox;
    await press(shown());
    const before = posted();
    await world.push(MINUTES, { [PATH]: minutes([TODO, "- #12 rusts"]) }, { branch: "proposal" });
    const fields = { head: "proposal", base: "main", title: "Minutes" };
    const pull = await world.openPull(MINUTES, fields, { by: "ada" });
    await stage.settle();
    const apply = async (plan: string) => {
      const comment = await world.comment(pull, `/minutebook apply ${plan}`.trim(), { by: "ada" });
      await stage.settle();
      return comment.reactions.map(({ content }) => content);
    };
    expect(await apply("")).toEqual(["confused"]);

    await world.mergePull(pull, { by: "ada" });
    await stage.settle();
    expect(posted()).toEqual(before);
    expect(shown().conclusion).toBe("action_required");

    expect(await apply(hash())).toEqual(["+1"]);
    expect(posted()).toEqual([1, 1, 1]);
  });
});
