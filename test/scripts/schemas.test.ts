import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { makeDocs } from "../../scripts/schemas.ts";

test.each([...makeDocs()])("%s is what the code says; npm run schemas writes it", (file, text) => {
  expect(readFileSync(file, "utf8")).toBe(text);
});
