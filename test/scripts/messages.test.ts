// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources that are checked hold templates.
import { describe, expect, test } from "@jest/globals";
import { globSync, readFileSync } from "node:fs";
import { explained } from "../../scripts/messages/explained.ts";
import { catalogs } from "../../src/messages/catalogs.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { runCli } from "../cli/run-cli.ts";

const codes = Object.values(catalogs).flatMap((texts) => Object.keys(texts));
const texts = Object.values(catalogs).flatMap((catalog) => Object.entries<string>(catalog));

describe("the catalogs", () => {
  test("have each code once, in kebab case", () => {
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    expect(codes.filter((code) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(code))).toEqual([]);
  });

  test("have braces in their texts for values only, which are checked by their types", () => {
    const strange = texts.filter(([, text]) => /[{}]/.test(text.replaceAll(/\{\w+\}/g, "")));

    expect(strange).toEqual([]);
  });

  test("are all in the list: no file of src/messages is left out", () => {
    const files = globSync("src/messages/**/*.ts").filter((file) =>
      /^export const \w+ = messagesOf\(/m.test(readFileSync(file, "utf8")),
    );

    expect(files).toHaveLength(Object.keys(catalogs).length);
  });

  test("explain no more in docs/errors.md than what a message can't say itself, each once", () => {
    const entries = Object.values(explained).flat();

    expect(entries.length).toBeGreaterThan(20);
    expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length);
    const words = readFileSync("docs/errors.md", "utf8")
      .split(/\s+/)
      .filter((word) => /\p{L}/u.test(word));
    expect(words.length).toBeLessThan(1600);
  });
});

/** What is wrong in the code itself, not in what people wrote or set up: nobody reads it but us. */
const INTERNAL = [
  "src/github/apply/comment.ts",
  "src/github/clients.ts",
  "src/ledger/database/pglite/initdb.ts",
  "src/page-server/policy.ts",
  "src/pipeline/replay/memory-writer.ts",
  "src/web/elements.ts",
  "src/web/view/context.ts",
];

/** An error that is made from a text in place. */
const UNCODED = /\bnew [A-Za-z]*Error\(\s*(?:["'`])/;

/** A class of errors that has no code. */
const UNCODED_CLASS = /class \w+ extends Error\b/;

describe("the errors of the program", () => {
  const sources = globSync("src/**/*.{ts,tsx}").map((file) => ({
    file: file.replaceAll("\\", "/"),
    source: readFileSync(file, "utf8").replaceAll(/new WorkError\("\w+"/g, ""),
  }));

  test("have a code: none is made from a sentence in place", () => {
    const found = sources.filter(({ source }) => UNCODED.test(source)).map(({ file }) => file);

    expect(found.toSorted()).toEqual(INTERNAL);
  });

  test("are of classes with a code", () => {
    const found = sources.filter(({ source }) => UNCODED_CLASS.test(source)).map(({ file }) => file);

    // The second never leaves its file.
    expect(found.toSorted()).toEqual(["src/messages/coded-error.ts", "src/minutes/markdown/html-excess.ts"]);
  });

  test.each([
    ['throw new Error("There is none.")', true],
    ["throw new CliError(`There is no ${name}.`)", true],
    ['throw new CliError(\n  "There is none.",\n)', true],
    ['throw new CliError(commandLineError("no-token"))', false],
    ["class NoError extends CodedError {}", false],
  ])("are found where they have none: %s", (source, isFound) => {
    expect(UNCODED.test(source)).toBe(isFound);
  });
});

test("the reasons of a real plan are among those of the catalogs", async () => {
  const { out } = await runCli(["plan", "--format", "json", "fixtures/lantern/minutes"], process.cwd());
  const { steps }: Plan = JSON.parse(out);

  expect(steps.length).toBeGreaterThan(20);
  for (const { reason } of steps) expect(codes).toContain(reason.code);
});
