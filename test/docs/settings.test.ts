import { expect, test } from "@jest/globals";
import { globSync, readFileSync } from "node:fs";
import { FILE_SETTINGS } from "../../src/app/secrets.ts";
import { documents } from "./documents.ts";

const operating = documents.find(({ file }) => file === "docs/operating.md")?.text ?? "";

/** The environment variables that the app reads: `env.NAME`, and names that are given to a function with `env`. */
const settings = new Set(
  globSync("src/{app,queue,ledger,github,pipeline}/**/*.ts")
    .map((file) => readFileSync(file, "utf8"))
    .flatMap((text) => [...text.matchAll(/\benv\.([A-Z][A-Z_]+)|\benv, "([A-Z][A-Z_]+)"/g)])
    .map(([, own, named]) => own ?? named ?? "")
    // OpenTelemetry explains its own.
    .filter((name) => !name.startsWith("OTEL_")),
);

test("every setting of the app is explained in docs/operating.md", () => {
  expect(settings.size).toBeGreaterThan(10);
  expect([...settings].filter((name) => !operating.includes(`\`${name}\``))).toEqual([]);
});

test("lists the settings that can be read from a file", () => {
  expect(FILE_SETTINGS.filter((name) => !operating.includes(name))).toEqual([]);
  expect(operating).toContain("_FILE");
});
