// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources that are checked hold templates.
import { describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { resolve } from "node:path";
import { findWritten } from "../../scripts/regexes/written.ts";
import { makeFolder } from "../cli/folder.ts";

/** Checks the regular expressions of a folder with these files. */
function check(files: Readonly<Record<string, string>>) {
  const folder = makeFolder({ "package.json": '{"type": "module"}', ...files });
  const args = [resolve("scripts/check-regexes.ts"), folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { status, stdout, stderr };
}

const folders = globSync("src/*/").map((folder) => folder.replaceAll("\\", "/"));

describe("check-regexes", () => {
  test("lets linear ones pass", () => {
    const source = 'export const a = /^\\s*x/;\nexport const b = new RegExp(`^${a.source}y`, "u");\n';

    expect(check({ "src/minutes/a.ts": source })).toMatchObject({
      status: 0,
      stdout: "2 regular expressions, 0 faults\n",
    });
  }, 60_000);

  test("finds one that is exponential in each folder, with its place", () => {
    const source = 'export const name: string = "x";\nconst a = /^(?:a|a)*$/;\n';

    const { status, stderr } = check(Object.fromEntries(folders.map((folder) => [`${folder}/a.ts`, source])));

    expect(status).toBe(1);
    expect(folders.length).toBeGreaterThan(8);
    for (const folder of folders) expect(stderr).toContain(`${folder}/a.ts:2:11`);
    expect(stderr).toContain("exponential");
  }, 60_000);

  test.each([
    ["cubic", "const a = /^a*a*a*$/;", "3rd degree polynomial"],
    ["quadratic", "const a = /\\s+$/;", "2nd degree polynomial"],
    ["dynamic", "const part = '(?:a|a)*'; export const a = new RegExp(`^${part}$`);", "exponential"],
    [
      "dynamic without new",
      "const part = '\\\\s+'; export const a = RegExp(`${part}$`);",
      "2nd degree polynomial",
    ],
    [
      "dynamic that nothing reaches",
      "export const make = (text: string) => new RegExp(text);",
      "builds a regular expression that no sample reaches",
    ],
    ["passed on", "export const all = ['a'].map(RegExp);", "RegExp is passed on"],
    ["hidden in match", 'export const found = "a".match("(a|a)*$");', "a text is made a regular expression"],
  ])(
    "finds one that is %s",
    (_, source, fault) => {
      const { status, stderr } = check({ "src/plan/a.ts": source });

      expect(status).toBe(1);
      expect(stderr).toContain("src/plan/a.ts:1:");
      expect(stderr).toContain(fault);
    },
    60_000,
  );

  test("fails where it finds nothing to check", () => {
    expect(check({ "src/a.ts": "export const a = 1;" }).status).toBe(1);
  }, 60_000);
});

test("a division, a text and a comment are no regular expressions, and a type is no call", () => {
  const source = `
    const half = (a: number, b: number) => a / b / 2; // not /this/
    const text = "/nor this/";
    const is = (one: unknown): one is RegExp => one instanceof RegExp;
    const found = \`\${text.replace(/[/]+/g, "")}\`;
  `;

  expect(findWritten("src/a.ts", source)).toEqual({
    literals: [{ source: "[/]+", flags: "g", at: "src/a.ts:5:35" }],
    calls: [],
    hidden: [],
  });
});
