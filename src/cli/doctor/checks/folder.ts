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
      return [skipped("There is none here.")];
    const [first, ...others] = await findOpen(path);
    if (first === undefined) return [ok(`${path} is its owner's alone.`)];
    const more = others.length === 0 ? "" : ` and ${others.length} more`;
    return [
      problem(
        `Others on this machine may read or change ${relative(cwd, first.path) || first.path}${more}.`,
        `Start the app, which closes the folder, or say: chmod -R go= ${path}`,
      ),
    ];
  },
};
