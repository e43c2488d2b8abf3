import { trimEnd } from "../../language/text/trim.ts";
import { resolve } from "node:path";
import { CliError } from "../errors.ts";
import { exitCodes } from "../exit-codes.ts";
import { findRemote } from "../input/find-remote.ts";
import { findRoot, repositoryPath } from "../input/find-root.ts";
import type { Io } from "../io.ts";

export interface Location {
  readonly repository: string;
  /** In the repository; empty: all of it. */
  readonly paths: readonly string[];
}

/** What paths on a command line mean on GitHub: by the checkout that they are in, or by `--repository` alone. */
export function locate(paths: readonly string[], repository: string | undefined, io: Io): Location {
  const root = findRoot(io.cwd);
  const name = repository ?? (root === undefined ? null : findRemote(root));
  if (name === null) {
    throw new CliError(
      "Could not determine the minutes' repository. Add --repository owner/name.",
      exitCodes.usage,
    );
  }
  const inside = (path: string): string =>
    root === undefined
      ? trimEnd(path.replace(/^(?:\.?\/)+/, ""), /\//)
      : repositoryPath(root, resolve(io.cwd, path));
  return { repository: name, paths: paths.map(inside).map((path) => (path === "." ? "" : path)) };
}
