import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { makeDocs } from "../../scripts/docs.ts";

test.each([...makeDocs()])("%s is what the code says; npm run docs writes it", (file, text) => {
  expect(readFileSync(file, "utf8")).toBe(text);
});
