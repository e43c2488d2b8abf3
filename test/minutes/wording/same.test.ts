import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { findFirstTellings, type Telling } from "../../../src/minutes/wording/same.ts";

const tell = (
  text: string,
  owners: readonly string[] = [],
  about: readonly string[] = [],
): Omit<Telling, "line"> => ({
  text,
  owners,
  about,
});
const firstsOf = (...tellings: Omit<Telling, "line">[]) =>
  findFirstTellings(tellings.map((telling, index) => ({ ...telling, line: index + 1 })));

test("a telling with the same words is the same", () => {
  expect(firstsOf(tell("publish the survey results"), tell("Publish the survey's results!"))).toEqual([
    null,
    1,
  ]);
});

test("a third telling names the first, not the second", () => {
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

test("the first telling is always an earlier line that is nobody's repetition", () => {
  const words = fc.constantFrom("tag", "release", "write", "notes", "docs", "4.1", "4.2", "ada");
  const telling = fc.record({
    text: fc.array(words, { maxLength: 6 }).map((all) => all.join(" ")),
    owners: fc.subarray(["Ada", "Linus"]),
    about: fc.subarray(["acme/engine#7"]),
  });

  fc.assert(
    fc.property(fc.array(telling, { maxLength: 30 }), (tellings) => {
      const first = firstsOf(...tellings);

      for (const [index, line] of first.entries()) {
        if (line !== null) expect([line <= index, first[line - 1]]).toEqual([true, null]);
      }
    }),
  );
});
