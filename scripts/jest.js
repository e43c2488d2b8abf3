// Starts jest with the flag that its ESM support needs, on whatever shell npm uses.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const own = join(import.meta.dirname, "..", "node_modules", ".bin", "node");
const node = existsSync(own) ? own : process.execPath;
const jest = createRequire(import.meta.url).resolve("jest/bin/jest");
const flags = [
  "--experimental-vm-modules",
  "--disable-warning=ExperimentalWarning",
  jest,
  ...process.argv.slice(2),
];
const { status } = spawnSync(node, flags, { stdio: "inherit", shell: process.platform === "win32" });
process.exit(status ?? 1);
