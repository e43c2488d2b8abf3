import { type Args, GraphQLRefusal, type Selection } from "./context.ts";

export interface Connection<T> {
  readonly totalCount: number;
  readonly nodes: readonly T[];
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

type Keyed = { readonly id?: unknown; readonly sha?: unknown; readonly name?: unknown };

/** Leads to an item by what it is, and to its place where it is gone. */
function cursorOf(item: unknown, index: number): string {
  const { id, sha, name } = item as Keyed;
  return Buffer.from(`cursor:${String(id ?? sha ?? name)}:${index}`).toString("base64");
}

/** The index of the item at a cursor. */
function indexOf(items: readonly unknown[], cursor: string): number {
  const [word, key, place] = Buffer.from(cursor, "base64").toString().split(":");
  if (word !== "cursor")
    throw new GraphQLRefusal(
      "INVALID_CURSOR_ARGUMENTS",
      `\`${cursor}\` does not appear to be a valid cursor.`,
    );
  const at = items.findIndex((item) => {
    const { id, sha, name } = item as Keyed;
    return String(id ?? sha ?? name) === key;
  });
  return at >= 0 ? at : Number(place);
}

function assertBounds({ name: field, countsOnly }: Selection, args: Args): void {
  const bounds = ["first", "last"].filter((name) => typeof args[name] === "number");
  if (bounds.length === 0 && !countsOnly) {
    const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${field}\` connection.`;
    throw new GraphQLRefusal("MISSING_PAGINATION_BOUNDARIES", message);
  }
  for (const name of bounds) {
    const count = Number(args[name]);
    if (count > 100) {
      const message = `Requesting ${count} records on the \`${field}\` connection exceeds the \`${name}\` limit of 100 records.`;
      throw new GraphQLRefusal("EXCESSIVE_PAGINATION", message);
    }
    if (count < 0)
      throw new GraphQLRefusal(
        "INVALID_PAGINATION",
        `\`${name}\` on the \`${field}\` connection cannot be less than zero.`,
      );
  }
}

/** One page of a list, by `first`/`after` or `last`/`before`. GitHub wants one of them, and at most 100. */
export function connect<T>(all: readonly T[], args: Args, field: Selection): Connection<T> {
  const items = field.listed(all);
  assertBounds(field, args);
  let from = typeof args.after === "string" ? indexOf(items, args.after) + 1 : 0;
  let to = typeof args.before === "string" ? indexOf(items, args.before) : items.length;
  if (typeof args.first === "number") to = Math.min(to, from + args.first);
  if (typeof args.last === "number") from = Math.max(from, to - args.last);
  const nodes = items.slice(from, to);
  const edges = nodes.map((node, i) => ({ cursor: cursorOf(node, from + i), node }));
  return {
    totalCount: items.length,
    nodes,
    edges,
    pageInfo: {
      hasNextPage: to < items.length,
      hasPreviousPage: from > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** Sorts as `orderBy: { field, direction }` asks. */
export function orderBy<T>(
  items: readonly T[],
  order: unknown,
  keys: Readonly<Record<string, (item: T) => string | number>>,
): T[] {
  const { field, direction } = (order ?? {}) as { field?: string; direction?: string };
  const key = field === undefined ? undefined : keys[field];
  if (key === undefined) return [...items];
  const sign = direction === "DESC" ? -1 : 1;
  return items.toSorted((a, b) => (key(a) < key(b) ? -sign : key(a) > key(b) ? sign : 0));
}
