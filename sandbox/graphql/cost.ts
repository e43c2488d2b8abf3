import {
  type FragmentDefinitionNode,
  Kind,
  type DocumentNode,
  type FieldNode,
  type SelectionSetNode,
} from "graphql";

/** What a query asks for at most, as GitHub counts it before it runs. */
export interface Cost {
  /** Nodes that the query's connections could hold. GitHub takes at most 500,000. */
  readonly nodes: number;
  /** Points of the rate limit. */
  readonly points: number;
}

export const MAX_NODES = 500_000;

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;
type Variables = Readonly<Record<string, unknown>>;

/** The `first` or `last` of a field; null where it is no connection. */
function sizeOf(field: FieldNode, variables: Variables): number | null {
  for (const { name, value } of field.arguments ?? []) {
    if (name.value !== "first" && name.value !== "last") continue;
    if (value.kind === Kind.INT) return Number(value.value);
    if (value.kind === Kind.VARIABLE) return Number(variables[value.name.value] ?? 0);
  }
  return null;
}

/**
 * Counts as GitHub documents it ("Node limit" and "Rate limit" of its GraphQL API): a connection within others
 * counts once for each node above it; each such connection is a request, and a hundred of them are a point.
 */
export function costOf(document: DocumentNode, variables: Variables): Cost {
  const fragments: Fragments = new Map(
    document.definitions
      .filter((one) => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  );
  let nodes = 0;
  let requests = 0;
  const visit = (set: SelectionSetNode | undefined, times: number): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        visit(fragments.get(selection.name.value)?.selectionSet, times);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        visit(selection.selectionSet, times);
      } else {
        const size = sizeOf(selection, variables);
        if (size !== null) requests += times;
        nodes += size === null ? 0 : times * size;
        visit(selection.selectionSet, size === null ? times : times * size);
      }
    }
  };
  for (const one of document.definitions)
    if (one.kind === Kind.OPERATION_DEFINITION) visit(one.selectionSet, 1);
  return { nodes, points: Math.max(1, Math.round(requests / 100)) };
}
