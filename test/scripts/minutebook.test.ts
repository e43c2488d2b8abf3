import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { makeFolder } from "../cli/folder.ts";

/** The command line as `npm --prefix CHECKOUT run minutebook -- …` starts it in a folder. */
function run(folder: string | null, ...args: readonly string[]) {
  const { INIT_CWD: _, ...env } = process.env;
  const { status, stdout } = spawnSync(process.execPath, ["scripts/minutebook.js", ...args], {
    encoding: "utf8",
    env: folder === null ? env : { ...env, INIT_CWD: folder },
  });
  return { status, stdout };
}

test("a checkout's command line works in the folder that npm was called in", () => {
  const folder = makeFolder({ "meetings/2026-01-12.md": "# Weekly\n\n- TODO: tag it\n" });

  expect(run(folder, "inspect", "meetings/2026-01-12.md")).toEqual({
    status: 0,
    stdout: expect.stringContaining("tag it"),
  });
  expect(run(folder, "init", "--print").stdout).toContain('- "meetings/**/*.md"');
});

test("without npm it works where it is", () => {
  expect(run(null, "--version").status).toBe(0);
});
