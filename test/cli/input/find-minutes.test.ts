import { expect, test } from "@jest/globals";
import { relative } from "node:path";
import { listMarkdown } from "../../../src/cli/input/find-minutes.ts";
import { makeFolder } from "../folder.ts";

test("Markdown is found in all folders but hidden ones and node_modules", () => {
  const folder = makeFolder({
    "b/x.MD": "",
    "a.markdown": "",
    "c.txt": "",
    ".d/e.md": "",
    "node_modules/f.md": "",
  });

  expect(listMarkdown(folder).map((file) => relative(folder, file))).toEqual(["a.markdown", "b/x.MD"]);
});

test("a folder that cannot be read is reported for people", () => {
  expect(() => listMarkdown("x".repeat(5000))).toThrow(
    /The folder can't be read: ENAMETOOLONG.*Check its permissions/,
  );
});
