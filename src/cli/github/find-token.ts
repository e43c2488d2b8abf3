import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { commandLineError } from "../../messages/command-line-errors.ts";
import { CliError } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";

/**
 * A token for GitHub: `GH_TOKEN`, `GITHUB_TOKEN`, or that of GitHub's own command line. Throws a `CliError` without
 * one.
 */
export async function findToken(io: Io): Promise<string> {
  const token = io.env.GH_TOKEN || io.env.GITHUB_TOKEN || (await askGh(io));
  if (token !== undefined && token !== "") return token;
  throw new CliError(commandLineError("no-token"), exitCodes.gitHub);
}

async function askGh(io: Io): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)("gh", ["auth", "token"], { env: { ...io.env } });
    return stdout.trim();
  } catch {
    // gh is not there, or nobody is signed in.
    return undefined;
  }
}
