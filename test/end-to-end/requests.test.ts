import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { renderMarker } from "../../src/plan/marker.ts";
import { issueMarker } from "../plan/issue-marker.ts";
import { APP, MINUTES } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

const COMMENTS = 20;
const ISSUES = 5;
const EARLIER_COMMENTS = 50;

/** What a push may cost with a warm ledger: one request for each change, and eight. */
const BUDGET = COMMENTS + ISSUES + 8;

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  const { world } = stage.sandbox;
  world.addRepository(MINUTES);
  world.addRepository(APP, { labels: { "meeting-action": "c2e0c6" } });
  world.addMilestone(APP, { title: "2.1" });
  world.addUser("ada");
  for (let number = 1; number <= COMMENTS; number++) {
    const issue = world.addIssue(APP, { number });
    for (let count = 0; count < EARLIER_COMMENTS; count++) world.addComment(issue, "Yes.", { author: "ada" });
  }
  world.commit(MINUTES, {
    ".github/minutebook.yml": `minutes: ["meetings/*.md"]\nrepository: ${APP}\nlimits: {comments: 500, issues: 500}\n`,
  });
  world.addInstallation("harbour");
});

function addEarlierIssues(issues: number): void {
  for (let count = 1; count <= issues; count++) {
    const marker = { ...issueMarker(`${count}`), text: `Grease winch ${count}`, path: "meetings/old.md" };
    const body = renderMarker({ ...marker, repository: MINUTES });
    const state = count % 2 === 0 ? "closed" : "open";
    stage.sandbox.world.addIssue(APP, { author: "minutebook[bot]", body, state });
  }
  waitAWhile();
}

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

function minutes(date: string, word = ""): string {
  const references = Array.from({ length: COMMENTS }, (_, index) => `- #${index + 1} is looked at${word}`);
  const todos = Array.from({ length: ISSUES }, (_, index) => `- TODO: paint the buoy ${index + 1}${word}`);
  return [`# Crew call ${date}`, "", ...references, "", "## Work", "", ...todos, ""].join("\n");
}

/** Pushes and gives the requests that followed, but for those that authenticate. */
async function push(files: Record<string, string>): Promise<readonly string[]> {
  stage.sandbox.forgetRequests();
  await stage.sandbox.world.push(MINUTES, files);
  await stage.settle();
  return stage.sandbox.requests
    .map(({ operation, fields, status }) => `${operation} ${fields?.join(" ") ?? ""} ${status}`)
    .filter((name) => !name.startsWith("apps/create-installation-access-token"));
}

/** Before the first list of our issues is believed, they are counted. */
const COUNT = 1;

/** Before issues are changed, they are read again, all at once. */
const READ_AGAIN = 1;

/** Lets what is there grow older than what a list is read again for. */
function waitAWhile(): void {
  for (let seconds = 0; seconds < 600; seconds++) stage.sandbox.state.now();
}

const FIRST = { "meetings/2026-01-05.md": "# Crew call 2026-01-05\n\n- TODO: Ada to ring the bell\n" };
const PATH = "meetings/2026-01-12.md";

describe("a push with 20 comments and 5 issues, in a repository with 50 comments on each thread", () => {
  test("costs a request for each and at most eight others, whatever issues were opened before", async () => {
    addEarlierIssues(1000);
    await push(FIRST);

    const created = await push({ [PATH]: minutes("2026-01-12") });
    const edited = await push({ [PATH]: minutes("2026-01-12", " soon") });

    expect(created.length).toBeLessThanOrEqual(BUDGET);
    expect(edited.length).toBeLessThanOrEqual(BUDGET);
  });

  test("costs no more but a fiftieth for each comment, and a count of our issues, where the ledger was lost", async () => {
    addEarlierIssues(50);
    await push(FIRST);
    await push({ [PATH]: minutes("2026-01-12") });
    await stage.restartWithNothing();

    const edited = await push({ [PATH]: minutes("2026-01-12", " soon") });

    expect(edited.length).toBeLessThanOrEqual(Math.floor(BUDGET + COMMENTS / 50) + COUNT + READ_AGAIN);
  });

  test("reads once, where the ledger was lost, the list of the issues opened before", async () => {
    addEarlierIssues(1000);
    await push(FIRST);
    await push({ [PATH]: minutes("2026-01-12") });
    await stage.restartWithNothing();

    const edited = await push({ [PATH]: minutes("2026-01-12", " soon") });
    waitAWhile();
    const again = await push({ [PATH]: minutes("2026-01-12") });

    const isList = (name: string) => name.startsWith("issues/list-for-repo");
    expect(edited.filter(isList)).toHaveLength(11);
    expect(edited.filter((name) => !isList(name)).length).toBeLessThan(BUDGET + COUNT + READ_AGAIN);
    expect(again.filter(isList)).toHaveLength(1);
    expect(again.length).toBeLessThanOrEqual(BUDGET);
  });

  test("learns from GitHub at no cost that none of Minutebook's issues changed", async () => {
    addEarlierIssues(10);
    await push(FIRST);
    waitAWhile();
    const lists: string[] = [];
    for (const word of ["cold", "warm", "hot"]) {
      const files = Object.entries(FIRST).map(([path, text]) => [
        path,
        `${text}\n## Weather\n\nIt was ${word}.\n`,
      ]);
      const requests = await push(Object.fromEntries(files));
      lists.push(...requests.filter((name) => name.startsWith("issues/list-for-repo")));
      waitAWhile();
    }

    expect(lists.at(-1)).toMatch(/304$/);
  });
});

describe("the questions of a push", () => {
  const graphql = (requests: readonly string[]) => requests.filter((name) => name.startsWith("graphql "));

  test("about a hundred threads in several repositories are one for each installation", async () => {
    const { world } = stage.sandbox;
    const numbers = Array.from({ length: 50 }, (_, index) => 1001 + index);
    for (const name of ["harbour/boat", "village/bus"]) {
      world.addRepository(name);
      for (const number of numbers) world.addIssue(name, { number });
    }
    world.commit("village/bus", { ".github/minutebook.yml": `accept: [${MINUTES}]\n` });
    world.addInstallation("village");
    const repositories = "repositories: {boat: harbour/boat, bus: village/bus}\nlimits: {comments: 500}\n";
    world.commit(MINUTES, {
      ".github/minutebook.yml": `minutes: ["meetings/*.md"]\nrepository: ${APP}\n${repositories}`,
    });
    await push(FIRST);
    const mentions = numbers.flatMap((number) => [`- harbour/boat#${number}`, `- village/bus#${number}`]);

    const requests = await push({ [PATH]: `# Crew call 2026-01-12\n\n${mentions.join("\n")}\n` });

    // The head; contents and milestones, and the snapshot, for each of two installations.
    expect(graphql(requests)).toHaveLength(5);
    expect(requests.length - 100).toBeLessThanOrEqual(8 + 3);
  });

  test("about many files are one", async () => {
    const files = Array.from({ length: 40 }, (_, index) => [
      `meetings/${index}.md`,
      "# Crew call\n\nNothing.\n",
    ]);

    const requests = await push(Object.fromEntries(files));

    expect(graphql(requests).filter((name) => !name.includes(" search "))).toHaveLength(3);
  });
});
