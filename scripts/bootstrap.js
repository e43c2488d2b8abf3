// Installs what is missing, in the JavaScript of any Node from 16 on, before npm scripts that need it.
// It is quick where nothing is missing: npm keeps a list of what it installed, which is compared with the lock file.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const major = Number(process.versions.node.split(".")[0]);

/** With an older Node comes an npm that cannot read the lock file. */
const OLDEST_TO_INSTALL = 16;

/** This one runs TypeScript itself. */
const OLDEST_TO_RUN = 24;

/** The packages of a lock file by their folder; none where there is no such file. */
function readPackages(...path) {
  const file = join(root, ...path);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}

/** Whether node_modules holds the Node that runs the code. */
function hasNode() {
  return existsSync(join(root, "node_modules", "node", "bin"));
}

/** Whether node_modules holds what the lock file asks for. Packages for other platforms are optional. */
function isInstalled() {
  const installed = readPackages("node_modules", ".package-lock.json");
  const isThere = ([folder, wanted]) =>
    folder === "" || wanted.optional || installed[folder]?.version === wanted.version;
  return (
    (hasNode() || major >= OLDEST_TO_RUN) && Object.entries(readPackages("package-lock.json")).every(isThere)
  );
}

/** Runs npm by its own file where it is known, so that this works where `npm` is a script of another shell. */
function npm(...args) {
  const options = { cwd: root, stdio: ["ignore", 2, 2] };
  const file = process.env.npm_execpath;
  if (file?.endsWith(".js")) execFileSync(process.execPath, [file, ...args], options);
  else execFileSync("npm", args, { ...options, shell: process.platform === "win32" });
}

function fail(...lines) {
  process.stderr.write(`${lines.join("\n")}\n`);
  process.exit(1);
}

function install() {
  process.stderr.write("Installing what is missing. This happens once and takes a minute or two.\n");
  const command = existsSync(join(root, "node_modules")) ? ["install", "--no-save"] : ["ci"];
  try {
    npm(...command, "--no-audit", "--no-fund", "--loglevel=error");
  } catch {
    fail(
      `npm ${command[0]} failed; its message is above. Check the network (and its proxy: npm config get proxy), the free`,
      "disk space, and that you may write to this folder; then try again.",
    );
  }
}

if (major < OLDEST_TO_INSTALL) {
  fail(
    `Node ${process.versions.node} is too old to install the packages with; any from 18 on will do. The code itself runs on`,
    "a newer one that the packages bring along. https://nodejs.org has them.",
  );
}
if (!isInstalled()) install();
if (!hasNode() && major < OLDEST_TO_RUN) {
  fail(
    `The packages bring along the Node that runs the code, but npm is set to ignore the scripts of packages, so it is not`,
    `there, and Node ${process.versions.node} cannot run TypeScript. Let npm run them here, or use Node ${OLDEST_TO_RUN}:`,
    "  npm install --no-save --ignore-scripts=false",
  );
}
