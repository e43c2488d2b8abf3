import { expect, test } from "@jest/globals";
import { readText } from "./read-text.ts";

const codes = (source: string, path = "meetings/2021-03-02.md"): string[] =>
  readText(source, { people: { Ada: "ada" } }, path).warnings.map(({ line, code }) => `${line} ${code}`);

test.each([
  ["a day that stands nowhere", "# Tea", "meetings/tea.md", ["1 no-date"]],
  ["a weekday that is another", "# Tea\n\nMonday 2 March 2021", undefined, ["3 weekday-mismatch"]],
  [
    "a weekday of a day without a year",
    "# Tea\n\n- again on Tuesday, April 7th",
    undefined,
    ["3 weekday-mismatch"],
  ],
  ["a day that is not the file's", "# Tea of 1 March 2021", undefined, ["1 date-mismatch"]],
  [
    "a link that leads elsewhere",
    "[#12](https://github.com/octo/tea/pull/13)",
    undefined,
    ["1 link-mismatch"],
  ],
  [
    "more marks in one paragraph than people write",
    `two\n\n${"*a ".repeat(3000)}`,
    undefined,
    ["3 taken-as-text"],
  ],
  ["more levels than people nest", `two\n\n${"> ".repeat(100)}a`, undefined, ["3 taken-as-text"]],
  [
    "more footnotes than people write",
    `two\n\n${"a[^1]\n".repeat(501)}\n[^1]: b`,
    undefined,
    ["503 taken-as-text"],
  ],
  [
    "more definitions than people write",
    Array.from({ length: 2001 }, (_, index) => `[a${index}]: b`).join("\n\n"),
    undefined,
    ["4001 taken-as-text"],
  ],
  [
    "more marks in a directive than people write",
    `two\n\n\`\`\`{note}\n${"*a ".repeat(3000)}\n\`\`\``,
    undefined,
    ["4 taken-as-text"],
  ],
  ["more directives than people nest", `two\n\n${"```{note}\n".repeat(20)}`, undefined, ["11 taken-as-text"]],
  ["marks in code", `\`\`\`\n${"*a_ [b](c)\n".repeat(3000)}\`\`\``, undefined, []],
  ["spaces before a text", `- a\n${" ".repeat(300)}b`, undefined, []],
  ["an owner without a login", "- TODO: Linus to glue the lid", undefined, ["1 unknown-person"]],
  [
    "nothing wrong",
    "# Tea\n\nTuesday 2 March 2021\n\n- TODO: Ada to glue [#12](https://github.com/octo/tea/pull/12)",
    undefined,
    [],
  ],
])("a warning is given for %s", (_what, source, path, expected) => {
  expect(codes(source, path)).toEqual(expected);
});
