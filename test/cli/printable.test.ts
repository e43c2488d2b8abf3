import { expect, test } from "@jest/globals";
import { printable, printableLines } from "../../src/cli/printable.ts";

test("one line has no control character left, and no mark that turns the direction of text", () => {
  expect(printable("a\u001b[2J\n  b\u202Ec\u0007 ")).toBe("a[2J bc");
});

test("many lines keep colours and line ends only", () => {
  expect(printableLines("\u001b[31mred\u001b[39m\n\tx\u001b]0;title\u0007\u001b[2Jy\r")).toBe(
    "\u001b[31mred\u001b[39m\n\tx]0;title[2Jy",
  );
});
