/** The oldest Node that the published package runs on; package.json says the same under `engines`. */
const OLDEST = [22, 12] as const;

/**
 * What to tell somebody whose Node is too old, with the way out.
 *
 * @param version - As in `process.versions.node`.
 * @returns null where the version will do.
 */
export function findOldNode(version: string): string | null {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  return [
    `Minutebook needs Node ${OLDEST.join(".")} or newer; this is Node ${version}.`,
    "Install a newer one (https://nodejs.org), or let npm bring one along for this run:",
    "  npx --yes --package node@24 --package minutebook minutebook --help",
    "In a clone, the packages bring it along:",
    "  npm run --silent minutebook -- --help",
  ].join("\n");
}
