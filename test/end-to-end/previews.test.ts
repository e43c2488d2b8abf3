import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { lastShown, requestsOf, shownIn, shownOf } from "./leaks.ts";
import { setStage, type Stage } from "./stage.ts";

/** What is in a private repository alone. */
const SECRET = /secret|hunter2|2\.1 is|overlord/i;

const MINUTES = "harbour/minutes";
const VAULT = "harbour/vault";
const PATH = "meetings/2026-01-05.md";

let stage: Stage;
let installation: number;

beforeEach(async () => {
  stage = await setStage();
  const { world } = stage.sandbox;
  world.addRepository(MINUTES);
  world.addRepository(VAULT, { visibility: "private" });
  world.addRepository("harbour/ferry");
  for (const login of ["ada", "mallory", "triager"]) world.addUser(login);
  for (const name of [MINUTES, VAULT]) world.addCollaborator(name, "ada");
  world.addCollaborator(MINUTES, "triager", "triage");
  world.addIssue(VAULT, { number: 7, title: "Secret takeover", body: "Secret price", author: "ada" });
  world.addIssue("harbour/ferry", { number: 11, title: "Timetable" });
  world.addMilestone(VAULT, { title: "2.1", description: "Secret plans" });
  world.commit(MINUTES, {
    ".github/minutebook.yml": `minutes: ["meetings/*.md"]\nrepository: ${VAULT}\nrepositories: {ferry: harbour/ferry}\npeople: {Ada: ada}\ncomments: {when: mentioned, style: meeting}\n`,
  });
  ({ id: installation } = world.addInstallation("harbour"));
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

function minutes(...lines: readonly string[]): string {
  return ["# Crew meeting 2026-01-05", "", "- #7 what is it", "- ferry#11 is late", ...lines, ""].join("\n");
}

const TEXT = minutes("- #8 and this", "- DECISION: 2.1 waits", "- TODO: Ada to print the timetable");

async function propose(by: string, text = TEXT, branch = "proposal"): Promise<void> {
  const { world } = stage.sandbox;
  await world.push(MINUTES, { [PATH]: text }, { branch, by });
  stage.sandbox.forgetRequests();
  await world.openPull(MINUTES, { head: branch, base: "main", title: "Minutes" }, { by });
  await stage.settle();
}

const lastRun = () => stage.sandbox.world.checkRuns(MINUTES).at(-1);

const lastRunText = (): string => lastShown(stage, MINUTES);

describe("the preview of a pull request by somebody without write access", () => {
  test.each(["mallory", "triager"])(
    "by %s shows nothing of a private repository, and asks it nothing",
    async (by) => {
      await propose(by);

      expect(shownIn(stage, MINUTES)).not.toMatch(SECRET);
      expect(lastRunText()).toContain("ferry#11");
      expect(lastRunText()).not.toContain("vault#");
      const mine = requestsOf(stage, installation);
      // Who proposed it, the head, what changed, contents, what is public of the targets, the check run.
      expect(mine.filter((name) => /issues\/list|collaborators/.test(name)).length).toBeLessThanOrEqual(1);
      expect(stage.log.filter((line) => SECRET.test(line))).toEqual([]);
    },
  );

  test("says the same of a private repository, of one that is not there and of one without the app", async () => {
    await propose("mallory");
    const priv = lastRunText();

    for (const gone of ["renamed", "removed"] as const) {
      const other = await setStage();
      const { world } = other.sandbox;
      world.addRepository(MINUTES);
      world.addRepository("harbour/ferry");
      world.addUser("mallory");
      world.addIssue("harbour/ferry", { number: 11, title: "Timetable" });
      if (gone === "renamed") {
        world.addRepository(VAULT, { visibility: "private" });
        await world.rename(VAULT, "harbour/operation-overlord");
      }
      world.commit(MINUTES, {
        ".github/minutebook.yml": `minutes: ["meetings/*.md"]\nrepository: ${VAULT}\nrepositories: {ferry: harbour/ferry}\npeople: {Ada: ada}\ncomments: {when: mentioned, style: meeting}\n`,
      });
      world.addInstallation("harbour");
      await world.push(MINUTES, { [PATH]: TEXT }, { branch: "proposal", by: "mallory" });
      await world.openPull(MINUTES, { head: "proposal", base: "main", title: "Minutes" }, { by: "mallory" });
      await other.settle();
      const said = lastShown(other, MINUTES);
      await other.stop();

      expect(said).toBe(priv);
    }
  });

  test("is made in full when somebody with write access presses the button, and shows no more of what is private", async () => {
    await propose("mallory");
    const [run] = stage.sandbox.world.checkRuns(MINUTES);
    expect(run?.actions.map(({ identifier }) => identifier)).toEqual(["full"]);

    if (run !== undefined) await stage.sandbox.world.pressButton(run, "full", { by: "ada" });
    await stage.settle();

    expect(stage.sandbox.world.checkRuns(MINUTES)).toHaveLength(2);
    expect(lastRun()?.actions).toEqual([]);
    expect(shownIn(stage, MINUTES)).not.toMatch(SECRET);
  });

  test("stays what it is when somebody presses who may not write, re-runs it or asks for the plan", async () => {
    await propose("mallory");
    const [run] = stage.sandbox.world.checkRuns(MINUTES);

    if (run !== undefined) await stage.sandbox.world.pressButton(run, "full", { by: "mallory" });
    if (run !== undefined) await stage.sandbox.world.rerun(run, { by: "mallory" });
    await stage.settle();

    const runs = stage.sandbox.world.checkRuns(MINUTES);
    expect(runs).toHaveLength(3);
    expect(new Set(runs.map((one) => JSON.stringify(shownOf(one)))).size).toBe(1);
  });

  test("is limited again when a stranger pushes to a pull request", async () => {
    await propose("ada");
    expect(lastRun()?.actions).toEqual([]);

    await stage.sandbox.world.push(
      MINUTES,
      { [PATH]: minutes("- #9 too") },
      { branch: "proposal", by: "mallory" },
    );
    await stage.settle();

    expect(lastRun()?.actions.map(({ identifier }) => identifier)).toEqual(["full"]);
  });
});

describe("a push to public minutes about a private repository", () => {
  test("shows nothing of it, and posts there anyway", async () => {
    const { world } = stage.sandbox;
    await world.push(MINUTES, { [PATH]: TEXT }, { by: "ada" });
    await stage.settle();
    const own = world.issues(VAULT).find(({ title }) => /timetable/i.test(title));
    if (own !== undefined)
      await world.edit(own, { title: "Secret title", body: `hunter2\n\n${own.body}` }, { by: "ada" });
    await world.push(MINUTES, { [PATH]: TEXT.replace("print", "print again") }, { by: "ada" });
    await stage.settle();

    expect(world.comments(VAULT, 7)).toHaveLength(1);
    expect(own).toBeDefined();
    expect(shownIn(stage, MINUTES)).not.toMatch(SECRET);
    expect(shownIn(stage, "harbour/ferry")).not.toMatch(SECRET);
    expect(stage.log.filter((line) => JSON.parse(line).level >= 30 && SECRET.test(line))).toEqual([]);
  });

  test("is reported the same whether the issues that it mentions are there or not", async () => {
    const { world } = stage.sandbox;
    const seen: string[] = [];
    for (const number of [7, 4711]) {
      await world.push(
        MINUTES,
        { [`meetings/${number}.md`]: `# Crew meeting 2026-01-05\n\n- #${number} is late\n` },
        { by: "ada" },
      );
      await stage.settle();
      seen.push(lastRunText().replaceAll(String(number), "N"));
    }

    expect(seen[0]).toBe(seen[1]);
  });
});
