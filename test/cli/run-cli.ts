import pc from "picocolors";
import { run } from "../../src/cli/run.ts";

/** What a command printed and how it ended. */
export interface CliResult {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process. */
export async function runCli(args: readonly string[], cwd: string, color = false): Promise<CliResult> {
  let out = "";
  let err = "";
  const colors = pc.createColors(color);
  const exitCode = await run(args, {
    cwd,
    env: {},
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    colors,
    errColors: colors,
  });
  return { exitCode, out, err };
}
