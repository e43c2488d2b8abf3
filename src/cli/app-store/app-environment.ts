import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { readSecretFiles } from "../../app/secrets.ts";
import { withKeptCredentials } from "../../app/set-up/kept-credentials.ts";
import type { Environment } from "../../app/environment.ts";
import { CodedError } from "../../messages/coded-error.ts";
import { CliError } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";

/** The environment as the app sees it: with what is in `.env`, in files of secrets and kept by the set-up page. */
export function readAppEnvironment({ cwd, env }: Io): Environment {
  const file = join(cwd, ".env");
  const kept = existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {};
  try {
    return withKeptCredentials(readSecretFiles({ ...kept, ...env }), cwd);
  } catch (error) {
    if (error instanceof CodedError) throw new CliError(error.toMessage(), exitCodes.config);
    throw error;
  }
}
