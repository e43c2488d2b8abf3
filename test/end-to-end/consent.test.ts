import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { lastShown, requestsOf, shownIn } from "./leaks.ts";
import { setStage, type Stage } from "./stage.ts";

const SECRET = /secret|manhattan|overlord/i;

/** Somebody who installed the app on an account of their own. */
const MINUTES = "mallory/minutes";
const VAULT = "village/vault";

let stage: Stage;
let village: number;
let mallory: number;

/** By which installation's minutes others were asked in vain. */
let refused: string[];

beforeEach(async () => {
  refused = [];
  stage = await setStage({ countRefusal: (by) => void refused.push(by) });
  const { world } = stage.sandbox;
  world.addRepository(VAULT, { visibility: "private" });
  world.addUser("mallory");
  world.addIssue(VAULT, { number: 7, title: "Secret", body: "Secret" });
  world.addMilestone(VAULT, { title: "Project Manhattan", description: "Secret" });
  ({ id: village } = world.addInstallation("village"));
  world.addRepository(MINUTES, { ownerType: "User" });
  ({ id: mallory } = world.addInstallation("mallory"));
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function push(target: string, text: string): Promise<string> {
  const { world } = stage.sandbox;
  world.commit(MINUTES, {
    ".github/minutebook.yml": `minutes: ["m/*.md"]\nrepository: ${target}\ncomments: {when: mentioned, style: meeting, closed: always}\n`,
  });
  stage.sandbox.forgetRequests();
  await world.push(MINUTES, { "m/2026-01-06.md": `# Crew 2026-01-06\n\n${text}` });
  await stage.settle();
  return lastShown(stage, MINUTES);
}

const TEXT =
  "- #7 is\n- #99 is\n- DECISION: this goes into Project Manhattan\n- TODO: Bob to write it down\n";

describe("a private repository of another owner that has not agreed", () => {
  test("is asked whether it agrees, and nothing else, whatever the number of references", async () => {
    const lines = Array.from({ length: 500 }, (_, index) => `- #${index + 1} what\n`);

    const said = await push(VAULT, lines.join(""));

    expect(requestsOf(stage, village)).toEqual(["graphql repository repository"]);
    expect(refused).toEqual([String(mallory)]);
    expect(said).not.toMatch(SECRET);
    expect(shownIn(stage, MINUTES)).not.toMatch(SECRET);
  });

  test("is reported in the same words as one that is not there, was renamed, or has not the app", async () => {
    const { world } = stage.sandbox;
    world.addRepository("village/old", { visibility: "private" });
    await world.rename("village/old", "village/operation-overlord");
    world.addRepository("town/bus");
    const names = [VAULT, "village/nothing-here", "village/old", "nobody/nothing", "town/bus"];

    const said = new Set<string>();
    for (const name of names)
      said.add((await push(name, `${TEXT}\nAgain ${name.length}.`)).replaceAll(name, "NAME"));

    expect([...said]).toHaveLength(1);
    expect([...said][0]).not.toMatch(SECRET);
    expect(stage.log.filter((line) => JSON.parse(line).level >= 30 && SECRET.test(line))).toEqual([]);
  });
});

describe("a repository of another owner", () => {
  test("that everybody can read is refused at no cost to it", async () => {
    stage.sandbox.world.addRepository("village/bus");

    await push("village/bus", TEXT);

    expect(requestsOf(stage, village)).toEqual([]);
  });

  test("that is private and agrees gets its comment, of which the minutes' readers see nothing", async () => {
    const { world } = stage.sandbox;
    world.commit(VAULT, { ".github/minutebook.yml": `accept: [${MINUTES}]\n` });

    const said = await push(VAULT, TEXT);

    expect(world.comments(VAULT, 7)).toHaveLength(1);
    expect(said).not.toMatch(SECRET);
    expect(said).not.toContain("vault#");
  });

  test("gets nothing from private minutes that do not say so, though it agrees and is private too", async () => {
    const { world } = stage.sandbox;
    world.commit(VAULT, { ".github/minutebook.yml": `accept: [${MINUTES}]\n` });
    world.repository(MINUTES).visibility = "private";

    await push(VAULT, TEXT);

    expect(world.comments(VAULT, 7)).toEqual([]);
  });
});

describe("a marker that somebody edits in an issue of their own repository", () => {
  test("costs the minutes that it names by then nothing", async () => {
    const { world } = stage.sandbox;
    world.commit(VAULT, { ".github/minutebook.yml": "actions: {write-back: pull-request}\n" });
    world.addCollaborator(MINUTES, "mallory");
    await push(MINUTES, "- TODO: Bob to write it down\n");
    const [issue] = world.issues(MINUTES);
    if (issue === undefined) throw new Error("No issue was opened.");
    const forged = issue.body.replaceAll(MINUTES, VAULT);
    stage.sandbox.forgetRequests();

    await world.edit(issue, { body: forged }, { by: "mallory" });
    await world.close(issue, { by: "mallory" });
    await stage.settle();

    expect(forged).toContain(`"repository":"${VAULT}"`);
    expect(requestsOf(stage, village)).toEqual([]);
  });
});

describe("a name that was given up", () => {
  const APP = "village/app";
  const TEXT_1 = "- #1 hello\n";

  beforeEach(() => {
    stage.sandbox.world.addRepository(APP);
    stage.sandbox.world.addIssue(APP, { number: 1, title: "Issue" });
    stage.sandbox.world.commit(APP, { ".github/minutebook.yml": `accept: [${MINUTES.toUpperCase()}]\n` });
  });

  const comments = () => stage.sandbox.world.comments(APP, 1).map(({ body }) => body);

  /** The minutes go to another name, and somebody else makes a repository under theirs. */
  async function takeOver(): Promise<void> {
    const { world } = stage.sandbox;
    await world.rename(MINUTES, "mallory-new/minutes");
    await stage.settle();
    world.addRepository(MINUTES, { ownerType: "User" });
  }

  test("brings whoever takes it over no consent, though nobody has posted under it yet", async () => {
    await takeOver();

    const said = await push(APP, TEXT_1);

    expect(comments()).toEqual([]);
    expect(said).toContain("another that had its name before");
  });

  test("brings no consent after posts of the first either, not even when the list is written again", async () => {
    await push(APP, TEXT_1);
    const before = comments();
    await takeOver();
    stage.sandbox.world.commit(APP, { ".github/minutebook.yml": `accept: [a/b, ${MINUTES}]\n` });

    await push(APP, "- #1 sign in here\n");

    expect(before).toHaveLength(1);
    expect(comments()).toEqual(before);
  });

  test("is open again to a repository that the list names by its id", async () => {
    await takeOver();
    const { id } = stage.sandbox.world.repository(MINUTES);
    stage.sandbox.world.commit(APP, { ".github/minutebook.yml": `accept: ["${MINUTES}@${id}"]\n` });

    await push(APP, TEXT_1);

    expect(comments()).toHaveLength(1);
  });
});
