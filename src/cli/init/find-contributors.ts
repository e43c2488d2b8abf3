import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

/** Somebody whose name and login are known. */
export interface Contributor {
  readonly name: string;
  readonly login: string;
}

/** Commits further back than these tell little of who is there now. */
const MAX_COMMITS = 5000;

/** `1234+login@users.noreply.github.com`, the address of whoever keeps theirs private. */
const NOREPLY = /^(?:\d+\+)?([\w-]+)@users\.noreply\./;

/** Documents at the top that may list people. */
const LISTS = /^(?:readme|contributors|maintainers|governance|members|team|authors)\.(?:md|markdown)$/i;

const NAMES = String.raw`(?<![\p{L}'’.-])\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){1,4}`;

/** How documents put a name and a login together; the groups are called after them. */
const SPELLINGS = [
  `\\[(?<name>${NAMES})\\]\\(https://github\\.com/(?<login>[\\w-]+)/?\\)`,
  `\\[@?(?<login>[\\w-]+)\\]\\(https://github\\.com/[\\w-]+/?\\)\\W{0,8}(?<name>${NAMES})`,
  `(?<name>${NAMES}) \\(@(?<login>[\\w-]+)\\)`,
].map((spelling) => new RegExp(spelling, "gu"));

/** Who works on a repository, as its commits, its list of contributors and its documents say. */
export async function findContributors(root: string): Promise<readonly Contributor[]> {
  return [...(await readCommits(root)), ...readAllContributors(root), ...readDocuments(root)];
}

async function readCommits(root: string): Promise<readonly Contributor[]> {
  try {
    const args = ["-C", root, "log", `--max-count=${MAX_COMMITS}`, "--format=%aN%x09%aE"];
    const { stdout } = await promisify(execFile)("git", args, { maxBuffer: 16 * 1024 * 1024 });
    return [...new Set(stdout.split("\n"))].flatMap((line) => {
      const [name = "", address = ""] = line.split("\t");
      const login = NOREPLY.exec(address)?.[1];
      return login === undefined || name === "" ? [] : [{ name, login }];
    });
  } catch {
    // No git, or no commits yet.
    return [];
  }
}

/** https://allcontributors.org/docs/en/specification */
function readAllContributors(root: string): readonly Contributor[] {
  try {
    const { contributors } = JSON.parse(readFileSync(join(root, ".all-contributorsrc"), "utf8"));
    return (contributors as readonly Record<string, unknown>[]).flatMap(({ name, login }) =>
      typeof name === "string" && typeof login === "string" ? [{ name, login }] : [],
    );
  } catch {
    // There is none, or none that is read this easily.
    return [];
  }
}

function readDocuments(root: string): readonly Contributor[] {
  const files = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && LISTS.test(entry.name),
  );
  return files.flatMap(({ name: file }) => {
    const text = readFileSync(join(root, file), "utf8");
    return SPELLINGS.flatMap((spelling) =>
      [...text.matchAll(spelling)].flatMap(({ groups }) => {
        const { name, login } = groups ?? {};
        return name === undefined || login === undefined ? [] : [{ name, login }];
      }),
    );
  });
}
