import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { FaultRule, Incoming } from "../../sandbox/faults/fault.ts";
import type { Comment, Issue } from "../../sandbox/world/entities.ts";
import { APP, buildHarbour, CONFIG, MINUTES, minutes, PATH, TODO } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

const LABELS = `${CONFIG}actions: {labels: [todo]}\n`;

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  buildHarbour(stage.sandbox, LABELS);
  const { world } = stage.sandbox;
  world.addCollaborator(APP, "visitor");
  world.addMilestone(APP, { title: "3.0" });
  await push(minutes([TODO]));
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

async function push(text: string): Promise<void> {
  await stage.sandbox.world.push(MINUTES, { [PATH]: text });
  await stage.settle();
}

function ours(): Issue {
  const found = stage.sandbox.world.issues(APP).find(({ body }) => body?.includes("minutebook:issue"));
  if (found === undefined) throw new Error("Nothing was opened.");
  return found;
}

type Edit = (issue: Issue) => unknown;

/** Lets a person do something between a read of the app's and its first write. */
function meanwhile(edit: Edit, match: FaultRule["match"] & {}, when: "before" | "after"): void {
  stage.sandbox.faults.add({ match, fault: { kind: "call", [when]: () => edit(ours()) } });
}

/** The request that reads Minutebook's issues right before they are changed. */
const isReadAgain = ({ operation, text }: Incoming) =>
  operation === "graphql" && text.includes("...action") && !text.includes("...issue");

/** Changes what the issue says, and not its title. */
const EDITED = minutes([TODO]).replace("## Timetable", "## Winter timetable");

describe("a person who edits one of Minutebook's issues between the plan and its write", () => {
  const add: readonly (readonly [string, Edit, object])[] = [
    [
      "text",
      (issue) => stage.sandbox.world.edit(issue, { body: `Above.\n\n${issue.body}\n\nBelow.` }),
      { body: expect.stringMatching(/^Above\..*Below\.$/s) },
    ],
    ["a title", (issue) => stage.sandbox.world.edit(issue, { title: "Timetables" }), { title: "Timetables" }],
    [
      "an assignee",
      (issue) => stage.sandbox.world.edit(issue, { assignees: ["ada", "visitor"] }),
      { assignees: [{ login: "ada" }, { login: "visitor" }] },
    ],
    [
      "a label",
      (issue) => stage.sandbox.world.edit(issue, { labels: ["todo", "urgent"] }),
      { labels: [{ name: "todo" }, { name: "urgent" }] },
    ],
    [
      "a milestone",
      (issue) => stage.sandbox.world.edit(issue, { milestone: 2 }),
      { milestone: { number: 2 } },
    ],
  ];

  test.each(add)(
    "keeps what they wrote (%s), and what is new in the minutes comes",
    async (_what, edit, kept) => {
      meanwhile(edit, isReadAgain, "before");

      await push(EDITED);

      expect(ours()).toMatchObject(kept);
      expect(ours().body).toContain("under “Winter timetable");
    },
  );

  test.each(add.slice(1))("and at the very moment of the write keeps %s", async (_what, edit, kept) => {
    meanwhile(edit, isReadAgain, "after");

    await push(EDITED);

    expect(ours()).toMatchObject(kept);
    expect(ours().body).toContain("under “Winter timetable");
  });

  test("has Minutebook's section planned again where they changed that", async () => {
    meanwhile(
      (issue) => stage.sandbox.world.edit(issue, { body: issue.body?.replace("**Who:**", "**By:**") ?? "" }),
      isReadAgain,
      "before",
    );

    await push(EDITED);

    expect(ours().body).toContain("under “Winter timetable");
    expect(ours().body).toContain("**Who:**");
  });

  test("has the rest of Minutebook's section left alone where they took its marker out", async () => {
    meanwhile((issue) => stage.sandbox.world.edit(issue, { body: "Mine now." }), isReadAgain, "before");

    await push(EDITED);

    expect(stage.sandbox.world.issues(APP).filter(({ body }) => body === "Mine now.")).toHaveLength(1);
    expect(stage.sandbox.world.issues(APP)).toHaveLength(3);
  });

  test("keeps it open where they begin to work on it as it leaves the minutes", async () => {
    const { world } = stage.sandbox;
    meanwhile((issue) => world.comment(issue, "I'm at it.", { by: "ada" }), isReadAgain, "before");

    await push(minutes());

    expect(ours().state).toBe("open");
    expect(ours().body).toContain("Removed from the minutes in");
  });

  test("keeps it open where they open it again and the answer that closed it was lost", async () => {
    const { world, faults } = stage.sandbox;
    faults.add({ match: "issues/update", fault: { kind: "cut", when: "after" } });
    faults.add({
      match: isReadAgain,
      skip: 1,
      fault: { kind: "call", before: () => world.edit(ours(), { state: "open" }) },
    });

    await push(minutes());

    expect(ours().state).toBe("open");
  });

  test("has nothing written where the issue was moved away", async () => {
    stage.sandbox.world.addRepository("harbour/archive");
    meanwhile((issue) => stage.sandbox.world.transfer(issue, "harbour/archive"), isReadAgain, "before");

    await push(EDITED);

    const [moved] = stage.sandbox.world.issues("harbour/archive");
    expect(moved?.body).not.toContain("under “Winter timetable");
    expect(stage.sandbox.world.issues(APP)).toHaveLength(2);
  });
});

test("a milestone that a person sets on an issue that is being sent to another stays", async () => {
  const { world, faults } = stage.sandbox;
  world.commit(MINUTES, { ".github/minutebook.yml": `${LABELS}releases: {assign-milestone: true}\n` });
  const issue = world.issues(APP).find(({ number }) => number === 11);
  faults.add({
    match: isReadAgain,
    fault: { kind: "call", before: () => issue && world.edit(issue, { milestone: 2 }) },
  });

  await push(EDITED);

  expect(issue?.milestone?.title).toBe("3.0");
  expect(world.checkRuns(MINUTES).at(-1)?.text).toContain("Someone assigned it to 3.0");
});

test.each([
  ["answer", (comment: Comment) => stage.sandbox.world.comment(comment.thread, "Why?", { by: "ada" })],
  ["react to", (comment: Comment) => stage.sandbox.world.react(comment, "heart", "ada")],
])("a comment that people %s right before it is deleted stays, and says so", async (_what, touch) => {
  const { world, faults } = stage.sandbox;
  await push(minutes(["- #12 the bell"]));
  const [comment] = world.comments(APP, 12);
  faults.add({
    match: ({ operation, text }) => operation === "graphql" && text.includes("...issue"),
    fault: { kind: "call", after: () => comment && touch(comment) },
  });

  await push(minutes());

  expect(world.comments(APP, 12)[0]?.body).toContain("*Removed from [");
});

test("an update writes the text although GitHub takes no further label", async () => {
  const { world, faults } = stage.sandbox;
  world.commit(MINUTES, { ".github/minutebook.yml": `${CONFIG}actions: {labels: [todo, more]}\n` });
  faults.add({ match: "issues/add-labels", fault: { kind: "error", when: "before", status: 422 } });

  await push(EDITED);

  expect(ours().body).toContain("under “Winter timetable");
  expect(world.checkRuns(MINUTES).at(-1)?.text).toContain('label "more"');
});

test("an update sends only what changes", async () => {
  const sent: string[][] = [];
  const isUpdate = ({ operation, text }: Incoming) => {
    if (operation === "issues/update") sent.push(Object.keys(JSON.parse(text)));
    return false;
  };
  stage.sandbox.faults.add({ match: isUpdate, fault: { kind: "empty" }, times: Infinity });

  await push(EDITED);

  expect(sent).toEqual([["body"]]);
});
