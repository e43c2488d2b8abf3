import { expect, test } from "@jest/globals";
import { withoutExtensions } from "../../src/minutes/file-name.ts";

test.each([
  ["notes/tea.md", "notes/tea"],
  ["tea.2021-03-02-10.00.log.txt", "tea.2021-03-02-10.00"],
  ["tea.HTML", "tea"],
  ["tea.v2", "tea.v2"],
  ["tea", "tea"],
])("%s without its extensions is %s", (path, name) => {
  expect(withoutExtensions(path)).toBe(name);
});
