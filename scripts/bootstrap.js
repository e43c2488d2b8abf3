// Installs what is missing, in the JavaScript of any Node from 20 on, before npm scripts that need it.
// It is quick where nothing is missing: npm keeps a list of what it installed, which is compared with the lock file.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** The packages of a lock file by their folder; none where there is no such file. */
function readPackages(...path) {
  const file = join(root, ...path);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}

/** Whether node_modules holds what the lock file asks for. Packages for other platforms are optional. */
function isInstalled() {
  const installed = readPackages("node_modules", ".package-lock.json");
  const isThere = ([folder, wanted]) =>
    folder === "" || wanted.optional || installed[folder]?.version === wanted.version;
  return (
    existsSync(join(root, "node_modules", "node", "bin")) &&
    Object.entries(readPackages("package-lock.json")).every(isThere)
  );
}

/** Runs npm by its own file where it is known, so that this works where `npm` is a script of another shell. */
function npm(...args) {
  const options = { cwd: root, stdio: ["ignore", 2, 2] };
  const file = process.env.npm_execpath;
  if (file?.endsWith(".js")) execFileSync(process.execPath, [file, ...args], options);
  else execFileSync("npm", args, { ...options, shell: process.platform === "win32" });
}

if (!isInstalled()) {
  process.stderr.write("Installing what is missing. This happens once and takes about a minute.\n");
  const command = existsSync(join(root, "node_modules")) ? ["install", "--no-save"] : ["ci"];
  try {
    npm(...command, "--no-audit", "--no-fund", "--loglevel=error");
  } catch {
    process.stderr.write(
      `npm ${command[0]} failed; its message is above. Check the network and the free disk space, then try again.\n`,
    );
    process.exit(1);
  }
}
