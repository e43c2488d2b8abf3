import { expect, test } from "@jest/globals";
import { keeps, leftOf, SECRET } from "./left.ts";

const LOG = "m/2021-03-02-tea.log";
const log = (...lines: readonly string[]): string =>
  ["<ada> Topic: lids", "<grace> #12 is loose", ...lines, "<ada> Topic: cups", "<ada> #13 is fine"].join(
    "\n",
  );

test.each([
  ["what somebody does", ["10:04 * grace has the KUMQUAT"]],
  ["what somebody does, as a command", ["<grace> /me has the KUMQUAT"]],
  ["a line that is off", ["<grace> [off] the KUMQUAT"]],
  ["a line in which a bracket is off", ["<grace> the [off] KUMQUAT"]],
  ["a line that is not logged", ["<grace> [nolog] the KUMQUAT"]],
  ["what is off the record", ["<grace> off the record: the KUMQUAT"]],
  ["what comes behind it", ["<grace> off the record", "<linus> the KUMQUAT", "<KUMQUAT> hello"]],
  ["what the scribe goes on with", ["<grace> [private] well", "<grace> … the KUMQUAT"]],
  [
    "what is said while the logger pauses",
    ["<ada> RRSAgent, stop", "<linus> KUMQUAT", "<ada> RRSAgent, start"],
  ],
])("%s is private", (_what, lines) => {
  const left = leftOf(log(...lines).replaceAll("KUMQUAT", SECRET), LOG);

  expect(keeps(left)).toBe(true);
  expect(left.lines).toContain("#12");
  expect(left.lines).toContain("#13");
});

test("who says nothing but private things is nobody's guest", () => {
  expect(keeps(leftOf(log(`<${SECRET}> [off] hello`), LOG))).toBe(true);
});

test("what a program repeats of it is private, although nothing else of a program is read", () => {
  expect(keeps(leftOf(log(`<ghurlbot> [off] ${SECRET}`), LOG))).toBe(true);
});

test.each(["RRSAgent, make logs member", "rrsagent, please set these logs team-visible", "#restrictlogs"])(
  "a log is private after %s",
  (command) => {
    expect(leftOf(log(`<ada> ${command}`), LOG).lines).toBe("");
  },
);

test("and public after it was made so", () => {
  const source = log("<ada> RRSAgent, make logs team", "<ada> RRSAgent, make logs public");

  expect(leftOf(source, LOG).lines).toContain("#12");
});

test("a topic that is for no issue is for none", () => {
  const left = leftOf(log("<ada> Github: none", `<grace> the ${SECRET}`), LOG);

  expect(keeps(left)).toBe(true);
  expect(left.read).not.toContain("#12");
  expect(left.read).toContain("#13");
});

test("up to the issue that it is for after all", () => {
  const url = "https://github.com/octo/tea/issues/14";
  const left = leftOf(log("<ada> Github: none", `<grace> the ${SECRET}`, `<ada> Github: ${url}`), LOG);

  expect(keeps(left)).toBe(true);
  expect(left.read).toContain("#14");
});
