// Scores the reading on real minutes, if you have them: they belong to their projects and are not in this repository.
// MINUTEBOOK_CORPUS names another folder than ../shared/corpus.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const corpus = process.env.MINUTEBOOK_CORPUS ?? join(root, "..", "shared", "corpus");
const scorer = join(corpus, "score.mjs");
if (!existsSync(scorer)) {
  process.stderr.write(
    `There is no corpus in ${corpus}, so nothing was scored. MINUTEBOOK_CORPUS names its folder.\n`,
  );
  process.exit(0);
}
const run = `${process.execPath} ${join(root, "src", "cli", "main.ts")} inspect --format json`;
const { status } = spawnSync(process.execPath, [scorer, "--run", run, ...process.argv.slice(2)], {
  stdio: "inherit",
});
process.exit(status ?? 1);
