import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { findOldNode } from "../../src/cli/old-node.ts";

test.each(["22.12.0", "22.13.1", "24.0.0", "100.1.2"])("Node %s will do", (version) => {
  expect(findOldNode(version)).toBeNull();
});

test.each(["16.20.2", "18.20.8", "20.20.2", "22.11.0"])(
  "Node %s is reported as too old, with what to do",
  (version) => {
    expect(findOldNode(version)).toContain(`this is Node ${version}`);
    expect(findOldNode(version)).toContain("npx --yes --package node@24");
  },
);

test("package.json says the same", () => {
  const [, oldest = ""] =
    /^>=([\d.]+)$/.exec(JSON.parse(readFileSync("package.json", "utf8")).engines.node) ?? [];

  expect(findOldNode(`${oldest}.0`)).toBeNull();
  expect(findOldNode("22.11.9")).toContain(`needs Node ${oldest} `);
});
