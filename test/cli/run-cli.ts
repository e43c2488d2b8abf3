import pc from "picocolors";
import type { Io } from "../../src/cli/io.ts";
import { trace } from "../trace/trace.ts";
import { run } from "../../src/cli/run.ts";

/** What a command printed and how it ended. */
export interface CliResult {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process. */
export async function runCli(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
  more: Partial<Pick<Io, "terminal" | "interrupted">> = {},
): Promise<CliResult> {
  let out = "";
  let err = "";
  const colors = pc.createColors(false);
  const exitCode = await run(args, {
    cwd,
    env,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    colors,
    errColors: colors,
    terminal: null,
    links: async () => (text, url) => (env.LINKS === "yes" && url !== null ? `<${url}>${text}</>` : text),
    confirm: async (question) => {
      err += question;
      return env.ANSWER === "yes";
    },
    now: () => Date.parse("2030-01-01"),
    interrupted: () => new AbortController().signal,
    ...more,
  });
  trace(`${out}\n${err}`);
  return { exitCode, out, err };
}
