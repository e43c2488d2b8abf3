// Installs what is missing, in the JavaScript of any Node from 20 on, before npm scripts that need it.
// It is quick where nothing is missing: npm keeps a copy of the lock file that it installed from.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const stamp = join(root, "node_modules", ".minutebook-lock");
const lock = readFileSync(join(root, "package-lock.json"), "utf8");

/** Whether node_modules holds what this lock file asks for. */
function isInstalled() {
  return (
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === lock &&
    existsSync(join(root, "node_modules/.bin/node"))
  );
}

if (!isInstalled()) {
  process.stderr.write("Installing what is missing (npm ci). This happens once.\n");
  rmSync(stamp, { force: true });
  try {
    const npm = process.env.npm_execpath;
    const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
    // npm's own file is asked for by name, so that this works where `npm` is a script of another shell.
    if (npm?.endsWith(".js"))
      execFileSync(process.execPath, [npm, ...args], { cwd: root, stdio: ["ignore", 2, 2] });
    else
      execFileSync("npm", args, { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
    writeFileSync(stamp, lock);
  } catch {
    process.stderr.write(
      "npm ci failed; its message is above. Check the network and the free disk space, then try again.\n",
    );
    process.exit(1);
  }
}
