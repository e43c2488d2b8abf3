import { defaultConfig } from "../../config/defaults.ts";
import { matchesGlobs } from "../../config/globs.ts";

/** A folder of one year, month, quarter or day: the next one will have another name. */
const DATED = /^(?:[12]\d{3}\b.*|\d{1,2}|q[1-4])$/i;

/** More folders than these are scattered: then the usual names say it better. */
const MAX_FOLDERS = 4;

/**
 * Globs for minutes by the folders that they are in; the defaults where they are scattered, or at the top of the
 * repository.
 *
 * @param minutes - Paths of the minutes.
 * @param markdown - Paths of all Markdown files: what the globs name of them and the defaults do not is taken out.
 */
export function guessGlobs(minutes: readonly string[], markdown: readonly string[]): readonly string[] {
  const folders = withoutInner(new Set(minutes.map(folderOf)));
  if (folders.length === 0 || folders.length > MAX_FOLDERS || folders.includes(""))
    return defaultConfig.minutes;
  const endings = new Set(minutes.map((path) => (/\.markdown$/i.test(path) ? "markdown" : "md")));
  const ending = endings.size > 1 ? "{md,markdown}" : [...endings][0];
  const globs = folders.map((folder) => `${folder}/**/*.${ending}`);
  const known = new Set(minutes);
  const others = markdown.filter((path) => !known.has(path) && matchesGlobs(globs, path));
  const exclusions = defaultConfig.minutes.filter((glob) => glob.startsWith("!"));
  return [
    ...globs,
    ...exclusions.filter((glob) => others.some((path) => matchesGlobs([glob.slice(1)], path))),
  ];
}

/** The folder of a path, without those at its end that are named after a time. */
export function folderOf(path: string): string {
  const folders = path.split("/").slice(0, -1);
  while (folders.length > 1 && DATED.test(folders.at(-1) ?? "")) folders.pop();
  return folders.join("/");
}

/** Folders that are in none of the others, by name. */
function withoutInner(folders: ReadonlySet<string>): readonly string[] {
  const all = [...folders].sort();
  return all.filter((folder) => !all.some((other) => other !== folder && folder.startsWith(`${other}/`)));
}
