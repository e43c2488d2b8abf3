import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "../../../config/read-config.ts";
import { runWatched } from "../../../pipeline/workers/watched.ts";
import { DEFAULT_BUDGET } from "../../../pipeline/workers/work-error.ts";
import { CONFIG_PATH, findRoot } from "../../input/find-root.ts";
import { type Check, findingsOf } from "../doctor.ts";

const { ok, problem } = findingsOf("local configuration");

/** The configuration in the folder where doctor runs, pushed or not. */
export const localConfiguration: Check = {
  name: "local configuration",
  needsGitHub: false,
  async look({ cwd }) {
    const root = findRoot(cwd);
    const file = join(root ?? cwd, CONFIG_PATH);
    if (!existsSync(file)) return [];
    const { problems } = runWatched(
      () => readConfig(readFileSync(file, "utf8"), CONFIG_PATH),
      DEFAULT_BUDGET,
    );
    if (problems.length === 0) return [ok(`${CONFIG_PATH} is valid.`)];
    return problems.map(({ line, column, key, message }) =>
      problem(
        `${CONFIG_PATH}:${line}:${column}: ${key === "" ? "" : `${key}: `}${message}`,
        "Fix the line before you push; docs/configuration.md documents every key.",
      ),
    );
  },
};
