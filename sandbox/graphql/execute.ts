import {
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type SelectionNode,
  Kind,
  type DocumentNode,
  type ExecutionResult,
  parse,
  validate,
} from "graphql";
import type { Actor } from "../world/entities.ts";
import { Refusal } from "../world/refusal.ts";
import { listed, type World } from "../world/world.ts";
import { type Args, type Context, type Fields, GraphQLRefusal, type Selection } from "./context.ts";
import { costOf, MAX_NODES } from "./cost.ts";
import { resolvers } from "./resolvers.ts";
import { loadSchema } from "./schema.ts";

export interface GraphQLRequest {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
}

export interface GraphQLAnswer {
  readonly data?: unknown;
  readonly errors?: readonly object[];
}

/** Fields that every entity has under another name. */
const COMMON: Fields<{ nodeId?: string; id?: number }> = {
  id: (source) => source.nodeId ?? source.id,
  databaseId: (source) => source.id,
  fullDatabaseId: (source) => (source.id === undefined ? null : String(source.id)),
};

function selectionOf({ fieldName: name, fieldNodes }: GraphQLResolveInfo, world: World): Selection {
  const wanted = fieldNodes.flatMap((node) => node.selectionSet?.selections ?? []);
  const isCount = (one: SelectionNode) => one.kind === Kind.FIELD && one.name.value === "totalCount";
  return { name, countsOnly: wanted.every(isCount), listed: (items) => listed(world, items) };
}

const resolveField: GraphQLFieldResolver<unknown, Context> = (source, args, context, info) => {
  const type = info.parentType.name;
  const resolver = (resolvers[type] as Fields<unknown> | undefined)?.[info.fieldName];
  if (resolver !== undefined)
    return resolver(source, args as Args, context, selectionOf(info, context.world));
  const common = COMMON[info.fieldName];
  if (common !== undefined && Object(source).nodeId !== undefined)
    return common(source as object, args as Args, context, selectionOf(info, context.world));
  const value = Object(source)[info.fieldName];
  if (value instanceof Date) return value.toISOString().replace(/\.\d+Z$/, "Z");
  if (value !== undefined) return value;
  const message = `The sandbox does not know the GraphQL field ${type}.${info.fieldName}`;
  context.report(message);
  throw new GraphQLRefusal("NOT_IMPLEMENTED", message);
};

const TYPES: Readonly<Record<number, string>> = {
  401: "UNAUTHENTICATED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
};

/** Whether an error is about the request itself, a variable of a wrong type say, and not what a resolver said. */
function isSlip(error: GraphQLError): boolean {
  return error.originalError === undefined || error.originalError instanceof GraphQLError;
}

/** An error in GitHub's shape: `type` beside message, path and locations. */
function errorShape(error: GraphQLError): object {
  const cause = error.originalError;
  const type =
    cause instanceof GraphQLRefusal
      ? { type: cause.type }
      : cause instanceof Refusal
        ? { type: TYPES[cause.status] ?? "UNPROCESSABLE" }
        : {};
  if (!isSlip(error) && !("type" in type)) throw cause;
  const path = error.path === undefined ? {} : { path: error.path };
  return {
    ...type,
    ...path,
    locations: error.locations ?? [],
    message: isSlip(error) ? error.message : cause?.message,
  };
}

/** The names of the fields at the top of a document, without aliases. */
function topFields(document: DocumentNode): string[] {
  return document.definitions.flatMap((one) =>
    one.kind === Kind.OPERATION_DEFINITION
      ? one.selectionSet.selections.map((selection) =>
          selection.kind === Kind.FIELD ? selection.name.value : "…",
        )
      : [],
  );
}

/** Parses, validates against GitHub's schema and runs a query. `onFields` gets the requested fields. */
export async function runGraphQL(
  options: { readonly world: World; readonly actor: Actor; readonly report: (problem: string) => void },
  request: GraphQLRequest,
  onFields: (fields: readonly string[]) => void,
): Promise<GraphQLAnswer> {
  const schema = loadSchema();
  let document: DocumentNode;
  try {
    document = parse(String(request.query ?? ""));
  } catch (error) {
    return { errors: [{ message: error instanceof Error ? error.message : String(error) }] };
  }
  onFields(topFields(document));
  const invalid = validate(schema, document);
  if (invalid.length > 0) {
    for (const error of invalid) options.report(`GraphQL: ${error.message}`);
    return { errors: invalid.map((error) => ({ message: error.message, locations: error.locations })) };
  }
  const variables = (request.variables ?? {}) as Record<string, unknown>;
  const cost = costOf(document, variables);
  if (cost.nodes > MAX_NODES) {
    const message = `This query requests up to ${cost.nodes.toLocaleString("en-US")} possible nodes which exceeds the maximum limit of 500,000.`;
    return { errors: [{ type: "MAX_NODE_LIMIT_EXCEEDED", message }] };
  }
  const result = (await execute({
    schema,
    document,
    variableValues: variables,
    operationName: request.operationName === undefined ? null : String(request.operationName),
    contextValue: { ...options, cost } satisfies Context,
    fieldResolver: resolveField,
    typeResolver: (value) => Object(value).__typename,
  })) as ExecutionResult;
  for (const error of result.errors ?? []) {
    if (isSlip(error)) options.report(`GraphQL: ${error.message}`);
  }
  const errors = result.errors?.map(errorShape);
  return {
    ...(result.data === undefined ? {} : { data: result.data }),
    ...(errors === undefined ? {} : { errors }),
  };
}
