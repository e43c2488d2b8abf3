import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { findFirstOccurrences, type Occurrence } from "../../src/minutes/occurrences.ts";

const tell = (
  text: string,
  owners: readonly string[] = [],
  about: readonly string[] = [],
): Omit<Occurrence, "line"> => ({
  text,
  owners,
  about,
});
const firstsOf = (...occurrences: Omit<Occurrence, "line">[]) =>
  findFirstOccurrences(occurrences.map((occurrence, index) => ({ ...occurrence, line: index + 1 })));

test("a occurrence with the same words is the same", () => {
  expect(firstsOf(tell("publish the survey results"), tell("Publish the survey's results!"))).toEqual([
    null,
    1,
  ]);
});

test("a third occurrence names the first, not the second", () => {
  const text = "publish the survey results";

  expect(firstsOf(tell(text), tell(text), tell(text))).toEqual([null, 1, 1]);
});

test("somebody else's is another", () => {
  expect(
    firstsOf(tell("publish the survey results", ["Ada"]), tell("publish the survey results", ["Linus"])),
  ).toEqual([null, null]);
});

test("the same person about the same issue needs few words", () => {
  expect(
    firstsOf(
      tell("comment on the open boxes", ["Ada"], ["acme/engine#7"]),
      tell("follow up", ["Ada"], ["acme/engine#7"]),
    ),
  ).toEqual([null, 1]);
});

test("a name that both share makes two tasks of one person no one task", () => {
  const about = ["acme/engine#7"];

  expect(
    firstsOf(
      tell("Ada to print the new timetable", ["Ada"], about),
      tell("Ada to call the shop", ["Ada"], about),
      tell("Ada: test", ["Ada"], about),
    ),
  ).toEqual([null, null, null]);
});

test("other numbers are other things", () => {
  expect(firstsOf(tell("prepare the announcement of 4.1"), tell("prepare the announcement of 4.2"))).toEqual([
    null,
    null,
  ]);
});

test("the first occurrence is always an earlier line that is nobody's repetition", () => {
  const words = fc.constantFrom("tag", "release", "write", "notes", "docs", "4.1", "4.2", "ada");
  const occurrence = fc.record({
    text: fc.array(words, { maxLength: 6 }).map((all) => all.join(" ")),
    owners: fc.subarray(["Ada", "Linus"]),
    about: fc.subarray(["acme/engine#7"]),
  });

  fc.assert(
    fc.property(fc.array(occurrence, { maxLength: 30 }), (occurrences) => {
      const first = firstsOf(...occurrences);

      for (const [index, line] of first.entries()) {
        if (line !== null) expect([line <= index, first[line - 1]]).toEqual([true, null]);
      }
    }),
  );
});

describe("what differs in what it is about is two", () => {
  test.each([
    ["a number", "merge the pull request #30 for 2.0", "merge the pull request #31 for 2.0"],
    ["a version", "tag release 2.0 and write the notes", "tag release 2.1 and write the notes"],
    ["a day", "publish the minutes of 2026-01-05", "publish the minutes of 2026-01-12"],
    ["a name", "ask the shop in Emden about the string", "ask the shop in Essen about the string"],
    [
      "a method",
      "publish a draft of the Lid Method as lid-method",
      "publish a draft of the Pot Method as pot-method",
    ],
    ["a word", "take the morning slot for all calls", "take the evening slot for all calls"],
    ["a letter", "adopt option A for the layout", "adopt option B for the layout"],
    ["what is done", "enable the lights in the hall", "disable the lights in the hall"],
    ["yes and no", "merge the new parser this week", "do not merge the new parser this week"],
    ["what was agreed", "glue the lid to the pot", "Rejected: glue the lid to the pot"],
    ["when", "glue the lid to the pot", "Deferred: glue the lid to the pot"],
  ])("%s", (_, one, other) => {
    expect(firstsOf(tell(one), tell(other))).toEqual([null, null]);
    expect(firstsOf(tell(one, ["Ada"]), tell(other, ["Ada"]))).toEqual([null, null]);
  });

  test("the issue, where it is a decision or says little", () => {
    const decided = (about: string) => ({
      ...tell("merge the pull request after the call", [], [about]),
      isOfPlace: true,
    });

    expect(firstsOf(decided("acme/engine#7"), decided("acme/engine#8"))).toEqual([null, null]);
    expect(
      firstsOf(
        tell("Ada will look", ["Ada"], ["acme/engine#7"]),
        tell("Ada will look", ["Ada"], ["acme/engine#8"]),
      ),
    ).toEqual([null, null]);
  });
});

describe("what is described at length, or points at what was said, is one", () => {
  test.each([
    ["publish the survey results", "publish the survey results on the blog by Friday"],
    ["Ada to finish and merge this", "Ada to finish and merge Linus's testing work"],
    ["ask them for the recovery code work", "ask Duo for the recovery code work"],
    ["write the blog post about the release", "draft a blog post about the release"],
    [
      "look into prior art",
      "look into prior art (not clear who) -- https://github.com/acme/engine/issues/12",
    ],
  ])("%s", (one, other) => {
    expect(firstsOf(tell(one, ["Ada"]), tell(other, ["Ada"]))).toEqual([null, 1]);
  });
});
