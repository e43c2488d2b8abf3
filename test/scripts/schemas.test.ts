import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { makeSchemas } from "../../scripts/schemas.ts";

test.each([...makeSchemas()])("%s is what the code says; node scripts/schemas.ts writes it", (file, text) => {
  expect(readFileSync(file, "utf8")).toBe(text);
});
