import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { editMinutes } from "../../../src/app/write-back/edit-minutes.ts";

const link = { link: "#12", number: 12 };

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
    ["| Ada | sweep |", true, "| Ada | sweep |"],
  ])("turns %j (done: %j) into %j", (line, done, expected) => {
    expect(editMinutes(`before\n${line}\nafter`, [{ line: 2, ...link, done }])).toBe(
      `before\n${expected}\nafter`,
    );
  });

  test("changes no other line, and nothing the second time", () => {
    const line = fc.constantFrom("- [ ] sweep", "- TODO: sweep\r", "", "text  ", "| a |", "> - [ ] b", "#12");
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.nat(), fc.boolean(), (lines, at, done) => {
        const edit = { line: (at % lines.length) + 1, ...link, done: false };
        const once = editMinutes(lines.join("\n"), [{ ...edit, done }]);

        expect(editMinutes(once, [edit])).toBe(once);
        expect(once.split("\n").filter((_, index) => index !== edit.line - 1)).toEqual(
          lines.filter((_, index) => index !== edit.line - 1),
        );
      }),
    );
  });

  test("leaves alone a line that is not there", () => {
    expect(editMinutes("a", [{ line: 5, ...link, done: true }])).toBe("a");
  });
});
