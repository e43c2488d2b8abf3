import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { editMinutes } from "../../../src/pipeline/write-back/edit-minutes.ts";

const link = { link: "#12", number: 12, words: "sweep" };

describe("editMinutes", () => {
  test.each([
    ["- TODO: Ada to sweep", false, "- TODO: Ada to sweep (#12)"],
    ["- TODO: Ada to sweep", true, "- TODO: Ada to sweep (#12) -- DONE"],
    ["- [ ] Ada: sweep", true, "- [x] Ada: sweep (#12)"],
    ["  1. [ ] Ada: sweep", true, "  1. [x] Ada: sweep (#12)"],
    ["> - [ ] Ada: sweep", true, "> - [x] Ada: sweep (#12)"],
    ["- TODO: sweep (#12)", false, "- TODO: sweep (#12)"],
    ["- [ ] sweep https://github.com/o/r/issues/12", true, "- [x] sweep https://github.com/o/r/issues/12"],
    ["- TODO: sweep (#123)", false, "- TODO: sweep (#123) (#12)"],
    ["- TODO: sweep  ", false, "- TODO: sweep (#12)  "],
    ["- TODO: sweep\\", false, "- TODO: sweep (#12)\\"],
    ["- TODO: sweep\r", false, "- TODO: sweep (#12)\r"],
    ["| Ada | sweep | soon |", true, "| Ada | sweep (#12) -- DONE | soon |"],
    ["| Ada | *sw*eep | soon |", true, "| Ada | *sw*eep | soon |"],
    ["- TODO: sweep <!-- soon -->", true, "- TODO: sweep <!-- soon -->"],
  ])("turns %j (done: %j) into %j", (line, done, expected) => {
    expect(editMinutes(`before\n${line}\nafter`, [{ line: 2, endLine: 2, ...link, done }])).toBe(
      `before\n${expected}\nafter`,
    );
  });

  test("changes no other line, and nothing the second time", () => {
    const any = fc.constantFrom("- [ ] sweep", "- TODO: sweep\r", "", "text  ", "| a |", "> - [ ] b", "#12");
    fc.assert(
      fc.property(fc.array(any, { minLength: 1 }), fc.nat(), fc.boolean(), (lines, at, done) => {
        const line = (at % lines.length) + 1;
        const edit = { line, endLine: line, ...link, done: false };
        const once = editMinutes(lines.join("\n"), [{ ...edit, done }]);

        expect(editMinutes(once, [edit])).toBe(once);
        expect(once.split("\n").filter((_, index) => index !== line - 1)).toEqual(
          lines.filter((_, index) => index !== line - 1),
        );
      }),
    );
  });

  test("leaves alone a line that is not there", () => {
    expect(editMinutes("a", [{ line: 5, endLine: 5, ...link, done: true }])).toBe("a");
  });

  test.each([
    ["- TODO: weed (done)\n- TODO: rake (done)", "(done)"],
    ["- TODO: weed ✅", "✅"],
    ["- TODO: weed – Done", "– Done"],
    ["- TODO: weed", "-- DONE"],
  ])("says that something is done as these notes do: %j", (source, mark) => {
    const lines = source.split("\n").length + 1;
    const edit = { line: lines, endLine: lines, ...link, done: true };

    expect(editMinutes(`${source}\n- TODO: sweep`, [edit])).toBe(`${source}\n- TODO: sweep (#12) ${mark}`);
  });

  test("ticks boxes as these notes do", () => {
    const edit = { line: 2, endLine: 2, ...link, done: true };

    expect(editMinutes("- [X] weed\n- [ ] sweep", [edit])).toBe("- [X] weed\n- [X] sweep (#12)");
  });

  test("ticks the first line of an action and names its issue on the last", () => {
    const edit = { line: 1, endLine: 2, ...link, done: true };

    expect(editMinutes("- [ ] sweep the\n  whole yard", [edit])).toBe("- [x] sweep the\n  whole yard (#12)");
  });
});
