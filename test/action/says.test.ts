import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { globSync, readFileSync } from "node:fs";
import { createLog } from "../../src/action/log.ts";
import { annotate, fail, say, sayDebug, warn } from "../../src/action/runner.ts";

const HOSTILE = [
  "::set-output name=a::b",
  "  ::add-mask::x",
  "a\n::error::x",
  "a\r::warning::x",
  "a\u2028::notice::x",
  "a ##[set-output name=t;]x",
  "##[add-mask]e",
  "###[stop-commands]zzz",
  "a\n##[debug]x",
  "%0A::error::x",
  "\u001B[31mred\u009B2J",
];

/** Commands that the runner takes from a log, as its ActionCommand.TryParseV2 and TryParse do. */
function commandsIn(log: string): readonly string[] {
  return log.split(/\r\n|[\r\n\u2028]/).flatMap((line) => {
    if (line.trimStart().startsWith("::")) return [/^\s*::([\w-]*)/.exec(line)?.[1] ?? ""];
    return [...line.matchAll(/##\[([^\]]*)\]/g)].map(([, name]) => `##${name}`);
  });
}

let written = "";

beforeEach(() => {
  written = "";
  jest.spyOn(process.stdout, "write").mockImplementation((text) => {
    written += String(text);
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = 0;
});

describe("what the Action says holds no command but its own", () => {
  const waysToSay: readonly (readonly [string, (text: string) => void, readonly string[]])[] = [
    ["a line", say, []],
    ["a line for debugging", sayDebug, ["debug"]],
    ["a warning", warn, ["warning"]],
    ["a failure", (text) => fail([text, "more"]), ["error"]],
    [
      "an annotation",
      (text) => annotate("notice", text, { file: text, startLine: 1, title: "T" }),
      ["notice"],
    ],
    ["a line of the log", (text) => createLog({ path: text }).info({ cause: text }, "Done"), []],
    ["an error of the log", (text) => createLog().error({ err: new Error(text) }, "Failed"), ["warning"]],
  ];

  test.each(waysToSay)("%s", (_name, tell, own) => {
    for (const text of HOSTILE) {
      written = "";
      tell(text);

      expect([text, commandsIn(written)]).toEqual([text, own]);
      expect(written).not.toMatch(/##\[/);
    }
  });
});

test("nothing else of the Action speaks to the runner", () => {
  const importing = globSync("src/**/*.ts").filter((file) =>
    readFileSync(file, "utf8").includes('"@actions/core"'),
  );
  expect(importing.toSorted()).toEqual(["src/action/inputs.ts", "src/action/runner.ts"]);
  expect(readFileSync("src/action/inputs.ts", "utf8")).toContain(
    'import { getBooleanInput, getInput, getMultilineInput } from "@actions/core";',
  );
  for (const file of globSync("src/action/*.ts"))
    expect([file, /console\.|process\.std(?:out|err)/.test(readFileSync(file, "utf8"))]).toEqual([
      file,
      false,
    ]);
});
