import { describe, expect, test } from "@jest/globals";
import type { Packed } from "../../../src/pipeline/workers/packed.ts";
import { isLarge } from "../../../src/pipeline/workers/size.ts";
import type { Meeting } from "../../../src/minutes/meeting.ts";
import type { Snapshot } from "../../../src/plan/snapshot.ts";
import { config, fileOf, inputOf, repositoryOf, snapshotOf, threadOf } from "../../plan/builders.ts";

const reading = (text: string) => ({
  path: "a.md",
  text,
  config,
  context: { repository: "octo-org/minutes", milestones: {} },
});

/** What a plan is made from: minutes whose packed form has so many bytes. */
function planning(bytes: number, snapshot: Snapshot = snapshotOf()) {
  const file = fileOf("# Call 2021-03-04\n\n- #1\n");
  const meeting: Packed<Meeting> = new Uint8Array(bytes);
  return { ...inputOf([], { snapshot }), files: [{ ...file, meeting, previous: null }] };
}

describe("a piece of work is large", () => {
  test.each([
    ["minutes as people write them", "- a line of some words\n".repeat(500), false],
    ["minutes with many characters", "word ".repeat(20_000), true],
    ["minutes with many lines", "-\n".repeat(2001), true],
  ])("or not by its text: %s", (_what, text, expected) => {
    expect(isLarge(reading(text))).toBe(expected);
  });

  test("or not by what was read for a plan", () => {
    expect(isLarge(planning(60_000))).toBe(false);
    expect(isLarge(planning(70_000))).toBe(true);
  });

  test("or not by what Minutebook has posted", () => {
    const comment = { id: 1, url: "", minimized: false, reactions: 0, answered: false };
    const withBody = (body: string) =>
      snapshotOf(repositoryOf({ threads: { "1": threadOf(1, { comments: [{ ...comment, body }] }) } }));

    expect(isLarge(planning(0, withBody("a".repeat(60_000))))).toBe(false);
    expect(isLarge(planning(0, withBody("a".repeat(1_100_000))))).toBe(true);
  });
});
