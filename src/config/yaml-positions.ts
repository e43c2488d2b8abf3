import { isMap, isScalar, isSeq, type Document, type LineCounter, type Node, type Pair } from "yaml";

/** A place in the file, 1-based. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type KeyPath = readonly (string | number)[];

/**
 * Finds where a key or value stands in YAML.
 *
 * @param path - From the root of the document.
 * @param at - `value` for what a key holds, `key` for the key itself. A value that is missing is where its key is; a
 * key that is missing is where the map that should hold it begins.
 */
export function findPlace(document: Document, lines: LineCounter, path: KeyPath, at: "key" | "value"): Place {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, segment] of path.entries()) {
    const { key, value } = step(node, segment);
    const isLast = index === path.length - 1;
    const keyOffset = startOf(key);
    offset = (isLast && at === "key" ? keyOffset : undefined) ?? startOf(value) ?? keyOffset ?? offset;
    node = value;
  }
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function step(node: unknown, segment: string | number): { key: unknown; value: unknown } {
  if (isSeq(node)) return { key: undefined, value: node.items[Number(segment)] };
  if (!isMap(node)) return { key: undefined, value: undefined };
  // Of a key that stands twice the last one counts.
  const pair = node.items.findLast(
    (item: Pair) => isScalar(item.key) && String(item.key.value) === String(segment),
  );
  return { key: pair?.key, value: pair?.value };
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
