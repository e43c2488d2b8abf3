/** Whether a path is one of these files, or in one of these folders; an empty path is all of the repository. */
export function isBelow(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => folder === "" || path === folder || path.startsWith(`${folder}/`));
}
