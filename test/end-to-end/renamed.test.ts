import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { APP, buildHarbour, MINUTES, minutes, PATH, TODO } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

const NEW = "harbour/logbook";

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  buildHarbour(stage.sandbox);
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function push(files: Record<string, string | null>, repository = MINUTES): Promise<void> {
  await stage.sandbox.world.push(repository, files);
  await stage.settle();
}

async function deleteComments(repository: string, number: number): Promise<void> {
  const { world } = stage.sandbox;
  for (const comment of world.comments(repository, number)) await world.deleteComment(comment, { by: "ada" });
}

function texts(repository: string, number: number): readonly string[] {
  return stage.sandbox.world.comments(repository, number).map(({ body }) => body);
}

const reworded = (word: string) => minutes([TODO]).replace("on Sundays", `on ${word}`);

describe("a comment that a person deleted stays away after the minutes' repository is renamed", () => {
  beforeEach(async () => {
    await push({
      [PATH]: reworded("Sundays"),
      "meetings/2026-01-06.md": "# Crew 2026-01-06\n\n- #12 rusts\n",
    });
    await deleteComments(APP, 11);
  });

  async function expectNothingTwice() {
    const { world } = stage.sandbox;
    expect(texts(APP, 11)).toEqual([]);
    expect(texts(APP, 12)).toHaveLength(1);
    const todos = world.issues(APP).filter(({ author }) => author?.login === "minutebook[bot]");
    expect(todos.map(({ state }) => state)).toEqual(["open"]);
    const heads = await stage.ledger.listHeads();
    expect(heads.map((head) => head.source)).toEqual([NEW]);
    const entries = await stage.ledger.find({ source: MINUTES });
    expect(entries).toEqual([]);
  }

  test("where a push under the old name had found it gone", async () => {
    await push({ [PATH]: reworded("Mondays") });
    await stage.sandbox.world.rename(MINUTES, NEW);

    await push({ [PATH]: reworded("Tuesdays") }, NEW);

    await expectNothingTwice();
  });

  test("where the push under the new name is the first to find it gone", async () => {
    await stage.sandbox.world.rename(MINUTES, NEW);

    await push({ [PATH]: reworded("Tuesdays") }, NEW);
    await push({ [PATH]: reworded("Fridays") }, NEW);

    await expectNothingTwice();
  });

  test("where the look for missed pushes, under the old name, is the first to see the new one", async () => {
    const { world } = stage.sandbox;
    await world.rename(MINUTES, NEW);
    world.commit(NEW, { [PATH]: reworded("Tuesdays") });

    await stage.catchUp();
    await stage.settle();
    await stage.catchUp();
    await stage.settle();

    await expectNothingTwice();
  });

  test("where a pull request under the new name is the first to arrive", async () => {
    const { world } = stage.sandbox;
    await world.rename(MINUTES, NEW);
    await world.push(NEW, { [PATH]: reworded("Tuesdays") }, { branch: "proposal" });
    await world.openPull(NEW, { head: "proposal", base: "main", title: "Tidy" }, { by: "ada" });
    await stage.settle();

    const { summary, text } = world.checkRuns(NEW).at(-1) ?? {};
    expect(`${summary} ${text}`).toContain("Someone deleted the comment");
    await push({ [PATH]: reworded("Tuesdays") }, NEW);
    await expectNothingTwice();
  });

  test("and is posted for another repository that gets the old name", async () => {
    const { world } = stage.sandbox;
    await world.rename(MINUTES, NEW);
    buildNewMinutes();

    await push({ [PATH]: reworded("Tuesdays") }, MINUTES);
    expect(texts(APP, 11)).toHaveLength(1);
    const todos = world.issues(APP).filter(({ author }) => author?.login === "minutebook[bot]");
    expect(todos.map(({ state }) => state)).toEqual(["open", "open"]);

    await deleteComments(APP, 11);
    await push({ [PATH]: reworded("Fridays") }, NEW);
    expect(texts(APP, 11)).toEqual([]);
  });

  function buildNewMinutes() {
    const { world } = stage.sandbox;
    world.addRepository(MINUTES);
    world.commit(MINUTES, {
      ".github/minutebook.yml": `minutes: ["meetings/*.md"]\nrepository: ${APP}\ncomments: {when: mentioned, style: meeting, closed: always}\n`,
    });
  }
});

test("a comment that a person deleted in the minutes' own repository stays away after its rename", async () => {
  const { world } = stage.sandbox;
  world.addIssue(MINUTES, { number: 3, author: "ada" });
  const text = (word: string) => `# Crew meeting 2026-01-05\n\n- #3 is ${word}\n`;
  await push({ ".github/minutebook.yml": 'minutes: ["meetings/*.md"]\ncomments: {when: mentioned}\n' });
  await push({ [PATH]: text("open") });
  expect(texts(MINUTES, 3)).toHaveLength(1);
  await deleteComments(MINUTES, 3);
  await push({ [PATH]: text("still open") });
  await world.rename(MINUTES, NEW);

  await push({ [PATH]: text("open again") }, NEW);

  expect(texts(NEW, 3)).toEqual([]);
});

test("a comment that a person deleted in a renamed repository stays away, under the old name in the configuration too", async () => {
  const { world } = stage.sandbox;
  const boat = "harbour/boat";
  await world.rename(APP, boat);
  await push({ [PATH]: "# Crew meeting 2026-01-05\n\n- #12 rusts\n" });
  expect(texts(boat, 12)).toHaveLength(1);
  await deleteComments(boat, 12);

  await push({ [PATH]: "# Crew meeting 2026-01-05\n\n- #12 rusts more\n" });
  await push({ [PATH]: "# Crew meeting 2026-01-05\n\n- #12 rusts most\n" });

  expect(texts(boat, 12)).toEqual([]);
});
