import { expect, test } from "@jest/globals";
import { readConfig } from "../../src/config/read-config.ts";
import { configKeys } from "../../scripts/config-reference.ts";

test.each(configKeys())("the example of $key is valid: $example", ({ example }) => {
  expect(readConfig(example, "example.yml").problems).toEqual([]);
});

test.each(configKeys())("the example of $key is not its default", ({ schema, example }) => {
  expect(schema.description).toBeTruthy();
  expect(example).not.toContain("\n");
  expect(example).not.toContain(`: ${JSON.stringify(schema.default)}`);
});
