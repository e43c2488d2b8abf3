import { expect, test } from "@jest/globals";
import { printable, printableLines } from "../../../src/plan/media/terminal.ts";

test("one line has no control character left, and no mark that turns the direction of text", () => {
  expect(printable("a\u001b[2J\n  b\u202Ec\u0007 ")).toBe("a[2J bc");
});

test("many lines keep their ends and tabs only: no colors, no links, no titles of the window", () => {
  expect(printableLines("\u001b[31mred\n\tx\u001b]8;;http://evil\u0007\u001b[2Jy\u202E\r")).toBe(
    "[31mred\n\tx]8;;http://evil[2Jy",
  );
});
