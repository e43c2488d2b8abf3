import { expect, test } from "@jest/globals";
import { defaultReadingOptions } from "../../src/minutes/options.ts";
import { readMinutes } from "../../src/minutes/read.ts";
import { documents } from "./documents.ts";

test("the example of what is quoted is quoted as docs/reading.md says", () => {
  const document = documents.find(({ file }) => file === "docs/reading.md");
  const source = document?.codes.findLast(({ lang }) => lang === "markdown")?.value ?? "";
  const options = { ...defaultReadingOptions, repository: "octo/tea" };

  const { references } = readMinutes("meeting.md", source, options);

  expect(references.map(({ target, excerpt }) => [target, excerpt])).toEqual([
    ["octo/tea#12", expect.objectContaining({ line: 7, endLine: 9, path: ["Lids"], speaker: "Ada" })],
    ["octo/tea#13", expect.objectContaining({ line: 10, endLine: 10, path: ["Lids"], speaker: "Grace" })],
  ]);
  expect(document?.text).toContain(
    "the excerpt for `#12` is the three lines of Ada's item, path `Lids`, speaker Ada",
  );
  expect(document?.text).toContain("For `#13`\nit is Grace's line.");
});
