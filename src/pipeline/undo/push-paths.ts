import type { GitHub, Head } from "../../github/port.ts";

/**
 * The files that a push changed, as they are called now: a backfill may have posted other minutes for the same commit.
 *
 * @param before - The commit before the push. null or absent: it is not known.
 * @returns null: nobody can tell
 */
export async function findPushPaths(
  github: Pick<GitHub, "readChanges">,
  { name, commit: head }: Pick<Head, "name" | "commit">,
  { before, commit }: { readonly before?: string | null; readonly commit: string },
): Promise<readonly string[] | null> {
  if (before == null || head === null) return null;
  const pushed = await github.readChanges(name, { before, commit });
  if (pushed.before !== "compared") return null;
  const paths = new Set(
    pushed.files.flatMap(({ path, previousPath }) => (previousPath === null ? [path] : [path, previousPath])),
  );
  if (head === commit) return [...paths];
  const since = await github.readChanges(name, { before: commit, commit: head });
  for (const { path, previousPath } of since.files)
    if (previousPath !== null && paths.has(previousPath)) paths.add(path);
  return [...paths];
}
