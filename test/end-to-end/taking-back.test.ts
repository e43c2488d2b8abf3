import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Repository } from "../../sandbox/world/repository.ts";
import { setStage, type Stage } from "./stage.ts";

const MINUTES = "acme/minutes";
const PATH = "m/2026-01-06.md";
const WORDS = `# Crew 2026-01-06

- #1 SALARY of Bob is 99
- DECISION: #1 SALARY goes into 2.1
- #2 stays as it is
- TODO: Ada to pay the SALARY
`;

const EDITED = `# Crew 2026-01-06

- #1 is harmless
- #2 stays as it is
`;

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

/** Where it is posted, and what takes the consent away. */
interface Way {
  readonly target?: string;
  readonly more?: string;
  readonly accept?: string;
  readonly flip: (target: Repository, minutes: Repository) => void;
}

/** Most tests say as little as they need. */
const MENTIONED = "comments: {when: mentioned, style: meeting, closed: always}\n";

const config = ({ target = "acme/app", more = "" }: Way) =>
  `minutes: ["m/*.md"]\nrepository: ${target}\npeople: {Ada: ada}\n${MENTIONED}${more}`;

/** A way whose configuration becomes another one. */
function reconfigured(change: (text: string) => string, fields: Partial<Way> = {}): Way {
  const way: Way = {
    ...fields,
    flip(target, minutes) {
      fields.flip?.(target, minutes);
      stage.sandbox.world.commit(MINUTES, { ".github/minutebook.yml": change(config(way)) });
    },
  };
  return way;
}

const becomePrivate: Way["flip"] = (_target, minutes) => {
  minutes.visibility = "private";
};

const OFF = `comments: {enabled: false}
actions: {enabled: false}
releases: {note-on-milestone: false}
`;

const WAYS: Readonly<Record<string, Way>> = {
  "the minutes became private": { flip: becomePrivate },
  "accept was withdrawn": {
    target: "beta/app",
    accept: "accept: [acme/minutes]\n",
    flip: () => void stage.sandbox.world.commit("beta/app", { ".github/minutebook.yml": "accept: []\n" }),
  },
  "the target left the configuration": reconfigured((text) => text.replace("acme/app", "acme/minutes")),
  "mode is off": reconfigured((text) => `${text}mode: off\n`),
  "comments, actions and notes are switched off": reconfigured((text) => text.replace(MENTIONED, OFF)),
  "the series was removed": reconfigured(
    (text) => text.replace(/series: .*\n/, "").replace("acme/app", "acme/minutes"),
    { more: 'series: [{minutes: ["m/*.md"], repository: acme/app}]\n' },
  ),
  "quote-private was withdrawn": reconfigured((text) => text.replace("private: true", "private: false"), {
    more: "quote-private: true\n",
    accept: "accept: [acme/minutes]\n",
    flip: becomePrivate,
  }),
};

async function build(way: Way): Promise<Repository> {
  const { world } = stage.sandbox;
  const name = way.target ?? "acme/app";
  const minutes = world.addRepository(MINUTES);
  const target = world.addRepository(name);
  world.addUser("ada");
  for (const repository of [MINUTES, name]) world.addCollaborator(repository, "ada");
  for (const number of [1, 2]) world.addIssue(name, { number, title: `Issue ${number}`, author: "ada" });
  world.addMilestone(name, { title: "2.1", description: "Ours." });
  world.commit(MINUTES, { ".github/minutebook.yml": config(way) });
  if (way.accept !== undefined) world.commit(name, { ".github/minutebook.yml": way.accept });
  for (const owner of new Set(["acme", name.split("/")[0] ?? ""])) world.addInstallation(owner);
  await push({ [PATH]: WORDS });
  expect(said(target)).toEqual({ comments: 1, issues: 1, notes: 1 });
  way.flip(target, minutes);
  return target;
}

async function push(files: Record<string, string | null>): Promise<void> {
  await stage.sandbox.world.push(MINUTES, files, { by: "ada" });
  await stage.settle();
}

/** Where the words can still be read. */
function said(target: Repository) {
  const name = `${target.owner.login}/${target.name}`;
  const { world } = stage.sandbox;
  const own = world.issues(name).filter(({ author }) => author?.login === "minutebook[bot]");
  return {
    comments: world.comments(name, 1).filter(({ body }) => /SALARY/.test(body)).length,
    issues: own.filter(({ title, body }) => /SALARY/.test(title + body)).length,
    notes: [...target.milestones.values()].filter(({ description }) => /SALARY/.test(description ?? ""))
      .length,
  };
}

function ownIssue(target: Repository) {
  const name = `${target.owner.login}/${target.name}`;
  return stage.sandbox.world.issues(name).find(({ author }) => author?.login === "minutebook[bot]");
}

const NOTHING = { comments: 0, issues: 0, notes: 0 };

/** Where posting is allowed, the closed issue says what it was about. */
function expectClosed(target: Repository): void {
  expect(said(target)).toMatchObject({ comments: 0, notes: 0 });
  expect(ownIssue(target)).toMatchObject({ state: "closed", stateReason: "not_planned" });
}

describe.each(Object.entries(WAYS))("where %s, what was posted goes", (_how, way) => {
  test("once the minutes are deleted", async () => {
    const target = await build(way);

    await push({ [PATH]: null });

    expect(said(target)).toEqual(NOTHING);
    expect(ownIssue(target)).toMatchObject({ state: "closed", stateReason: "not_planned" });
    const [milestone] = target.milestones.values();
    expect(milestone?.description).toBe("Ours.");
  });

  test("once its words are taken out of the minutes, and nothing new is written", async () => {
    const target = await build(way);
    const name = way.target ?? "acme/app";
    const others = stage.sandbox.world.comments(name, 2).map(({ body }) => body);

    await push({ [PATH]: EDITED });

    expect(said(target)).toEqual(NOTHING);
    expect(stage.sandbox.world.comments(name, 1).filter(({ body }) => /harmless/.test(body))).toEqual([]);
    const left = stage.sandbox.world.comments(name, 2).map(({ body }) => body);
    // Where #2 is another issue by now, the minutes no longer mention the first one.
    if (left.length > 0) expect(left).toEqual(others);
  });
});

test("where the files are no minutes any more, what was posted goes once they are deleted", async () => {
  const target = await build(reconfigured((text) => text.replace("m/*.md", "meetings/*.md")));

  await push({ [PATH]: null });

  expectClosed(target);
});

test("what people answered stays without its words", async () => {
  const { world } = stage.sandbox;
  const target = await build({ flip: becomePrivate });
  await world.comment(world.thread("acme/app", 1), "I disagree.", { by: "ada" });
  const issue = ownIssue(target);
  if (issue !== undefined) await world.comment(issue, "On it.", { by: "ada" });

  await push({ [PATH]: null });

  expect(said(target)).toEqual(NOTHING);
  expect(world.comments("acme/app", 1)[0]?.body).toContain("This content was removed");
  expect(ownIssue(target)).toMatchObject({ state: "open", title: "Content removed" });
});

test("an issue that only people close loses its words and stays open", async () => {
  const target = await build({ flip: becomePrivate, more: "actions: {close: never}\n" });

  await push({ [PATH]: null });

  expect(said(target)).toEqual(NOTHING);
  expect(ownIssue(target)).toMatchObject({ state: "open", title: "Content removed" });
});

test("what an earlier version took back in its words stays as it is", async () => {
  const { world } = stage.sandbox;
  await build({ flip: becomePrivate });
  await world.comment(world.thread("acme/app", 1), "I disagree.", { by: "ada" });
  await push({ [PATH]: null });
  const comment = world.comments("acme/app", 1)[0];
  const earlier = comment?.body.replace("This content was removed.", "What stood here was taken back.");
  Object.assign(comment ?? {}, { body: earlier });

  await push({ [PATH]: WORDS });
  await push({ [PATH]: EDITED });

  expect(earlier).toContain("*What stood here was taken back.*");
  expect(world.comments("acme/app", 1)[0]?.body).toBe(earlier);
});

test("unreferenced: keep keeps what was posted for deleted minutes there too, and no words that were taken out", async () => {
  const way = reconfigured(
    (text) => `${text.replace(MENTIONED, "comments: {unreferenced: keep}\n")}mode: off\n`,
  );
  const target = await build(way);
  await push({ [PATH]: null });
  expect(said(target)).toEqual({ comments: 1, issues: 1, notes: 1 });

  await push({ [PATH]: WORDS });
  await push({ [PATH]: EDITED });
  expect(said(target)).toEqual(NOTHING);
});

test("what is posted in an archived repository is taken back once it is archived no more", async () => {
  const target = await build({ flip: (repository) => Object.assign(repository, { archived: true }) });
  await push({ [PATH]: null });
  expect(said(target)).toEqual({ comments: 1, issues: 1, notes: 1 });
  const run = stage.sandbox.world.checkRuns(MINUTES).at(-1);
  expect(run?.text).toContain("acme/app is archived. The app tries again every hour");
  await stage.catchUp();
  await stage.settle();
  expect(stage.sandbox.world.checkRuns(MINUTES).at(-1)).toBe(run);

  target.archived = false;
  await stage.catchUp();
  await stage.settle();

  expectClosed(target);
});

test("a comment in a locked conversation is taken back", async () => {
  const target = await build({
    flip: () => Object.assign(stage.sandbox.world.thread("acme/app", 1), { locked: true }),
  });

  await push({ [PATH]: null });

  expectClosed(target);
});

test("a check run reports what was taken back with mode: off, and nothing where nothing was posted", async () => {
  const target = await build(reconfigured((text) => `${text}mode: off\n`));
  await push({ "README.md": "Ours." });
  const before = stage.sandbox.world.checkRuns(MINUTES).length;
  await push({ "m/2026-01-07.md": WORDS });
  expect(stage.sandbox.world.checkRuns(MINUTES)).toHaveLength(before);

  await push({ [PATH]: null });

  expect(stage.sandbox.world.checkRuns(MINUTES)).toHaveLength(before + 1);
  expect(said(target)).toEqual(NOTHING);
});

test("the recipe of docs/faq.md takes everything back, and minutes that are restored post nothing", async () => {
  const way: Way = { flip: () => undefined };
  const target = await build(way);

  await push({ ".github/minutebook.yml": `${config(way)}mode: off\n`, [PATH]: null });
  await push({ [PATH]: WORDS });

  expect(said(target)).toEqual(NOTHING);
  expect(ownIssue(target)).toMatchObject({ state: "closed", stateReason: "not_planned" });
  for (const number of [1, 2]) expect(stage.sandbox.world.comments("acme/app", number)).toEqual([]);
});
