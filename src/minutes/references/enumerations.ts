import type { Block } from "../page.ts";

const NUMBERED = /^\W*(issue|ticket|pr|discussion|pull request) (\d{1,2})(?=\s*[:.)–—-]|$)/i;

/**
 * Blocks that begin with a number of the minutes' own: `Issue 1: slow`, `Issue 2: unclear` one after the other count the
 * things talked about, they are no issues.
 *
 * @returns The `id`s of such blocks.
 */
export function findEnumerations(blocks: readonly Block[]): ReadonlySet<number> {
  const ids = new Set<number>();
  const series = new Map<string, { id: number; number: number }[]>();
  for (const block of blocks) {
    const match = block.kind === "row" ? null : NUMBERED.exec(block.text);
    const word = match?.[1]?.toLowerCase();
    if (word === undefined) continue;
    const number = Number(match?.[2]);
    const run = series.get(word) ?? [];
    const follows = run.at(-1)?.number === number - 1;
    const next = follows ? run : [];
    next.push({ id: block.id, number });
    series.set(word, next);
    if (next.length > 1) for (const { id } of next) ids.add(id);
  }
  return ids;
}
