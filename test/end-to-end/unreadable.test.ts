import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { APP, buildHarbour, MINUTES, minutes, PATH, TODO } from "./fixture.ts";
import { setStage, type Stage } from "./stage.ts";

jest.setTimeout(30_000);

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

/** All that people see of it. */
function posted() {
  const { world } = stage.sandbox;
  return JSON.stringify([
    world.issues(APP).map(({ title, body, state }) => ({ title, body, state })),
    world.comments(APP, 11).map(({ body }) => body),
    world.comments(APP, 12).map(({ body }) => body),
  ]);
}

const WHOLE = minutes([TODO]);

test.each([
  ["a pointer of Git LFS", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"],
  ["marks of a merge conflict", `<<<<<<< HEAD\n${WHOLE}\n=======\n# Crew meeting\n>>>>>>> topic\n`],
  ["a binary file", "# Crew meeting\0\u0001"],
  ["a link out of the repository", "../../elsewhere/minutes.md"],
  ["a second meeting", `${WHOLE}\n# Crew meeting 2026-01-19\n\n- #12 rusts\n`],
])(
  "minutes that become %s change nothing that was posted for them, and go on when they are back",
  async (_, text) => {
    await push({ [PATH]: WHOLE });
    const before = posted();
    expect(before).toContain("Minutebook");

    await push({ [PATH]: text });
    expect(posted()).toBe(before);

    await push({ [PATH]: WHOLE });
    expect(JSON.parse(posted())).toHaveLength(3);
    expect(stage.sandbox.world.comments(APP, 11)).toHaveLength(1);
  },
);
