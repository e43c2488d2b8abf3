import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { isSameName } from "../../minutes/repository-name.ts";

/** Somebody whose name and login are known. */
export interface Contributor {
  readonly name: string;
  readonly login: string;
  /** Where it says so, for people: `MAINTAINERS.md:3`. */
  readonly from: string;
}

/** Commits further back than these tell little of who is there now. */
const MAX_COMMITS = 5000;

const ALL_CONTRIBUTORS = ".all-contributorsrc";

/** No list of people has longer lines. */
const LONGEST_LINE = 2000;

/** `1234+login@users.noreply.github.com`, the address of whoever keeps theirs private. */
const NOREPLY = /^(?:\d+\+)?([\w-]+)@users\.noreply\./;

/** Documents at the top that may list people. */
const LISTS = /^(?:readme|contributors|maintainers|governance|members|team|authors)\.(?:md|markdown)$/i;

const NAMES = String.raw`(?<![\p{L}'’.-])\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){1,4}`;

const LOGIN = String.raw`[A-Za-z\d](?:[A-Za-z\d-]{0,38})`;
/** What may be between the bullet of a line and a login that begins it, or behind that login. */
const BULLET = String.raw`^[ \t>]{0,12}(?:(?:[-*+|]|\d{1,3}[.)])[ \t]{0,8})?`;
const BETWEEN = String.raw`\)?(?: ?[-–—:|(] ?| )\**`;

/**
 * How a line says whose login it gives; the groups are called after them. `url` is the login that an address has.
 * Between the lines of a list, or the entries of a line, nothing says so.
 */
const SPELLINGS = [
  `\\[(?<name>${NAMES})\\]\\(https://github\\.com/(?<login>${LOGIN})/?\\)`,
  `(?<name>${NAMES})\\** \\(?\\[@?(?<login>${LOGIN})\\]\\(https://github\\.com/(?<url>${LOGIN})/?\\)`,
  `${BULLET}\\[@?(?<login>${LOGIN})\\]\\(https://github\\.com/(?<url>${LOGIN})/?${BETWEEN}(?<name>${NAMES})`,
  `${BULLET}@(?<login>${LOGIN})${BETWEEN}(?<name>${NAMES})`,
  `(?<name>${NAMES})\\** \\(@(?<login>${LOGIN})\\)`,
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
      return login === undefined || name === "" ? [] : [{ name, login, from: "a commit" }];
    });
  } catch {
    // No git, or no commits yet.
    return [];
  }
}

/** https://allcontributors.org/docs/en/specification */
function readAllContributors(root: string): readonly Contributor[] {
  try {
    const { contributors } = JSON.parse(readFileSync(join(root, ALL_CONTRIBUTORS), "utf8"));
    return (contributors as readonly Record<string, unknown>[]).flatMap(({ name, login }) =>
      typeof name === "string" && typeof login === "string" ? [{ name, login, from: ALL_CONTRIBUTORS }] : [],
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
  return files.flatMap(({ name: file }) =>
    readFileSync(join(root, file), "utf8")
      .split(/\r\n|\n|\r/)
      .flatMap((line, index) => readLine(line.slice(0, LONGEST_LINE), `${file}:${index + 1}`)),
  );
}

/** Those whose name and login a line puts together. Whoever it gives two logins has none. */
function readLine(line: string, from: string): readonly Contributor[] {
  const found = SPELLINGS.flatMap((spelling) =>
    [...line.matchAll(spelling)].flatMap(({ groups }) => {
      const { name, login, url = login } = groups ?? {};
      const isOne = login !== undefined && isSameName(login, url);
      return name === undefined || !isOne ? [] : [{ name, login, from }];
    }),
  );
  const logins = Map.groupBy(found, ({ name }) => name);
  return [...logins.values()].flatMap((same) =>
    new Set(same.map(({ login }) => login.toLowerCase())).size === 1 ? same.slice(0, 1) : [],
  );
}
