import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { makeFolder } from "../folder.ts";
import { runCli } from "../run-cli.ts";

/** What bash would offer after these words. */
function complete(script: string, words: readonly string[]): string[] {
  const list = words.map((word) => `'${word}'`).join(" ");
  const { stdout } = spawnSync(
    "bash",
    [
      "-c",
      `${script}\nCOMP_WORDS=(${list}) COMP_CWORD=${words.length - 1}\n_minutebook\nprintf '%s\\n' "\${COMPREPLY[@]}"`,
    ],
    { encoding: "utf8" },
  );
  return stdout.split("\n").filter((word) => word !== "");
}

test("bash completes commands, options and their values", async () => {
  const { out: script } = await runCli(["completion", "bash"], makeFolder({}));

  expect(complete(script, ["minutebook", "in"])).toEqual(["inspect", "init"]);
  expect(complete(script, ["minutebook", "plan", "--b"])).toEqual(["--bodies"]);
  expect(complete(script, ["minutebook", "inspect", "--format", ""])).toEqual([
    "text",
    "json",
    "markdown",
    "annotations",
    "sarif",
  ]);
  expect(complete(script, ["minutebook", "completion", "f"])).toEqual(["fish"]);
  expect(complete(script, ["minutebook", "inspect", "--config", ""])).toEqual([]);
});

test.each(["zsh", "fish"])("%s has a script with every command", async (shell) => {
  const { exitCode, out } = await runCli(["completion", shell], makeFolder({}));

  expect(exitCode).toBe(0);
  for (const command of ["inspect", "plan", "init", "completion"]) expect(out).toContain(command);
});
