import { existsSync } from "node:fs";
import { relative } from "node:path";
import { credentialsFile, dataFolderOf } from "../../../app/set-up/kept-credentials.ts";
import { findOpen } from "../../../ledger/database/private-folder.ts";
import { type Check, findingsOf } from "../doctor.ts";

const { ok, problem, skipped } = findingsOf("data folder");

/** Whether others on this machine can read what the app keeps. */
export const folder: Check = {
  name: "data folder",
  needsGitHub: false,
  async look({ env, cwd }) {
    const path = dataFolderOf(env, cwd);
    if (!existsSync(path) || (env.DATABASE_URL && !existsSync(credentialsFile(path))))
      return [skipped("There is no data folder here.")];
    const [first, ...others] = await findOpen(path);
    if (first === undefined) return [ok(`Only its owner can read ${path}.`)];
    const more = others.length === 0 ? "" : ` and ${others.length} more`;
    return [
      problem(
        `Other users of this machine can read or change ${relative(cwd, first.path) || first.path}${more}.`,
        `Start the app, which fixes the permissions, or run: chmod -R go= ${path}`,
      ),
    ];
  },
};
