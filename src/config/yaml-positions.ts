import {
  isMap,
  isScalar,
  isSeq,
  type Document,
  type LineCounter,
  type Node,
  type Pair,
  type YAMLMap,
} from "yaml";

/** A place in the file, 1-based. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type KeyPath = readonly (string | number)[];

/** Finds where a key or value is. */
export type FindPlace = (path: KeyPath, at: "key" | "value") => Place;

/**
 * Finds where keys and values are in YAML. The function takes the path from the root of the document, and `value` for
 * what a key holds, `key` for the key itself. A value that is missing is where its key is; a key that is missing is
 * where the map that should hold it begins.
 */
export function placeFinder(document: Document, lines: LineCounter): FindPlace {
  const pairs = new Map<YAMLMap, ReadonlyMap<string, Pair>>();
  return (path, at) => {
    let node: unknown = document.contents;
    let offset = startOf(node) ?? 0;
    for (const [index, segment] of path.entries()) {
      const { key, value } = step(node, segment, pairs);
      const isLast = index === path.length - 1;
      const keyOffset = startOf(key);
      offset = (isLast && at === "key" ? keyOffset : undefined) ?? startOf(value) ?? keyOffset ?? offset;
      node = value;
    }
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
}

function step(
  node: unknown,
  segment: string | number,
  pairs: Map<YAMLMap, ReadonlyMap<string, Pair>>,
): { key: unknown; value: unknown } {
  if (isSeq(node)) return { key: undefined, value: node.items[Number(segment)] };
  if (!isMap(node)) return { key: undefined, value: undefined };
  const known = pairs.get(node) ?? indexPairs(node);
  pairs.set(node, known);
  const pair = known.get(String(segment));
  return { key: pair?.key, value: pair?.value };
}

/** Where a key occurs twice, the last one counts. */
function indexPairs({ items }: YAMLMap): ReadonlyMap<string, Pair> {
  return new Map(
    items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [])),
  );
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
