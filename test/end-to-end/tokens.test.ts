import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { APP, buildHarbour, MINUTES, minutes, PATH, TODO } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

let stage: Stage;
/** The installations for whose minutes GitHub was asked for a token. */
let counted: string[];

beforeEach(async () => {
  counted = [];
  stage = await setStage({ countToken: (installation) => void counted.push(installation) });
  buildHarbour(stage.sandbox);
  stage.sandbox.world.addRepository("harbour/safe", { visibility: "private" });
});

afterEach(async () => {
  await stage.stop();
  expect(stage.sandbox.problems).toEqual([]);
});

interface Seen {
  readonly repositories: readonly string[] | null;
  readonly permissions: Readonly<Record<string, string>>;
}

/** What all installation tokens that were made so far are good for. */
function tokens(): readonly Seen[] {
  return [...stage.sandbox.state.tokens.values()].flatMap(({ actor }) =>
    actor.kind !== "installation"
      ? []
      : {
          repositories: actor.repositories === null ? null : [...actor.repositories].map(({ name }) => name),
          permissions: actor.permissions,
        },
  );
}

const writing = ({ permissions }: Seen) =>
  Object.keys(permissions).filter((name) => permissions[name] === "write");

describe("the tokens of a push", () => {
  test("are good for the repositories that it concerns, and write only what is to be posted or reported", async () => {
    await stage.sandbox.world.push(MINUTES, { [PATH]: minutes([TODO]) });
    await stage.settle();

    expect(stage.sandbox.world.comments(APP, 11)).toHaveLength(1);
    expect(tokens().map((token) => JSON.stringify(token))).toHaveLength(4);
    for (const token of tokens()) {
      expect(token.repositories).not.toBeNull();
      expect(token.repositories).not.toContain("safe");
      expect(token.permissions.contents ?? "read").toBe("read");
    }
    const posting = tokens().filter((token) => writing(token).includes("issues"));
    expect(posting.map(({ repositories }) => repositories)).toEqual([["ferry"]]);
    const reporting = tokens().filter((token) => writing(token).includes("checks"));
    expect(reporting).toEqual([
      { repositories: ["minutes"], permissions: { metadata: "read", checks: "write" } },
    ]);
  });

  test("are counted for the installation of the minutes", async () => {
    await stage.sandbox.world.push(MINUTES, { [PATH]: minutes([TODO]) });
    await stage.settle();

    // One more was refused: there is no repository for the owner's configuration.
    expect(counted).toHaveLength(tokens().length + 1);
    expect(new Set(counted)).toEqual(new Set([String([...stage.sandbox.state.installations.keys()][0])]));
  });

  test("are kept for the next", async () => {
    await stage.sandbox.world.push(MINUTES, { [PATH]: minutes([TODO]) });
    await stage.settle();
    const made = tokens().length;

    await stage.sandbox.world.push(MINUTES, { [PATH]: minutes(["- #12 too"]) });
    await stage.settle();

    expect(stage.sandbox.world.comments(APP, 12)).toHaveLength(1);
    expect(tokens()).toHaveLength(made);
  });

  test("that are revoked in the middle of it are made again", async () => {
    await stage.sandbox.world.push(MINUTES, { [PATH]: minutes([TODO]) });
    await stage.settle();
    stage.sandbox.state.tokens.clear();

    await stage.sandbox.world.push(MINUTES, { [PATH]: minutes(["- #12 too"]) });
    await stage.settle();

    expect(stage.sandbox.world.comments(APP, 12)).toHaveLength(1);
    expect(stage.sandbox.world.checkRuns(MINUTES).at(-1)).toMatchObject({ conclusion: "success" });
  });
});

describe("the tokens of a preview", () => {
  test.each([
    ["ada", ["ferry", "minutes"]],
    ["visitor", ["minutes"]],
  ])("by %s write nothing but check runs, and read these repositories: %j", async (by, expected) => {
    await stage.sandbox.world.push(MINUTES, { [PATH]: minutes([TODO]) }, { branch: "proposal", by });
    await stage.sandbox.world.openPull(MINUTES, { head: "proposal", base: "main", title: "Minutes" }, { by });
    await stage.settle();

    expect(stage.sandbox.world.checkRuns(MINUTES)).toHaveLength(1);
    expect(new Set(tokens().flatMap(writing))).toEqual(new Set(["checks"]));
    const read = new Set(tokens().flatMap(({ repositories }) => repositories ?? ["all"]));
    expect([...read].toSorted()).toEqual(expected);
  });
});
