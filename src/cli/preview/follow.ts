import { basename, dirname, relative, sep } from "node:path";
import { type FSWatcher, watch } from "chokidar";
import type { Workspace } from "./workspace.ts";

const WATCHING = { ignoreInitial: true, followSymlinks: false, ignorePermissionErrors: true } as const;

/** Editors save in several steps. In milliseconds. */
const SETTLE_MS = 40;

/**
 * Calls back after something was saved that the preview shows. Folders are watched, not files: many editors write a new
 * file and give it the old one's name. Links are not followed: they may lead anywhere, or around.
 *
 * @param onError - Called where something cannot be watched; the rest is.
 * @returns Ends the watching. Resolves when it has begun.
 */
export async function follow(
  { start, isFolder, configFile }: Workspace,
  onSaved: () => void,
  onError: (error: unknown) => void,
): Promise<() => Promise<void>> {
  let timer: NodeJS.Timeout | undefined;
  const settle = (): void => {
    clearTimeout(timer);
    timer = setTimeout(onSaved, SETTLE_MS);
  };
  const folder = isFolder ? start : dirname(start);
  const watchers = [
    watch(folder, {
      ...WATCHING,
      ...(isFolder ? {} : { depth: 0 }),
      ignored: (path, stats) => {
        if (path === folder) return false;
        if (!isFolder) return path !== start;
        if (isHidden(relative(folder, path))) return true;
        if (stats === undefined || stats.isDirectory()) return false;
        return !stats.isFile() || !/\.(?:md|markdown)$/i.test(path);
      },
    }),
    followOne(configFile),
  ];
  for (const watcher of watchers) watcher.on("all", settle).on("error", onError);
  await Promise.all(watchers.map((watcher) => new Promise<void>((ready) => watcher.once("ready", ready))));
  return async () => {
    clearTimeout(timer);
    await Promise.all(watchers.map((watcher) => watcher.close()));
  };
}

/** Watches a file that may not be there yet, nor its folder. */
function followOne(file: string): FSWatcher {
  const above = dirname(dirname(file));
  const names = [dirname(file), file];
  return watch(above, {
    ...WATCHING,
    depth: 1,
    ignored: (path) => path !== above && !names.includes(path),
  });
}

function isHidden(path: string): boolean {
  return path.split(sep).some((part) => part.startsWith(".") || basename(part) === "node_modules");
}
