import { expect, test } from "@jest/globals";
import { existsSync, readFileSync } from "node:fs";

const MODEL = readFileSync("SECURITY.md", "utf8").split("## Threat model")[1]?.split("\n## ")[0] ?? "";
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

const rows = MODEL.split("\n").filter((line) => /^\| (?!They try to|---)/.test(line));

test("the threat model has a row for each attack", () => {
  expect(rows.length).toBeGreaterThan(15);
});

test.each(rows)("what shows it is there: %s", (row) => {
  const shown = [...(row.split(" | ")[2] ?? "").matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
  const missing = shown.filter((code) => {
    const script = /^npm run (?:bench -- )?(?<name>\S+)/.exec(code)?.groups?.name;
    if (script === undefined) return !existsSync(code);
    return code.includes("bench --") ? !existsSync(`bench/${script}.ts`) : scripts[script] === undefined;
  });

  expect(shown).not.toEqual([]);
  expect(missing).toEqual([]);
});
