import type { z } from "zod";
import { gitHubMessage } from "../messages/github-errors.ts";
import { describeMisfit, UnansweredError } from "./read-answer.ts";

/** An answer of GraphQL. Each error is a clear refusal, and names the place that it left empty. */
export interface GraphQLAnswer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly errors: readonly GraphQLError[];
}

export interface GraphQLError {
  readonly type?: string;
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

export type Path = readonly (string | number)[];

/** Not there, or not for us. Whatever else GraphQL says, it has not answered. */
const REFUSALS: ReadonlySet<string> = new Set(["NOT_FOUND", "FORBIDDEN", "INSUFFICIENT_SCOPES"]);

/** Whether an error says clearly of one place that GitHub will not give it. */
export function isClearRefusal({ type = "", path = [] }: GraphQLError): boolean {
  return REFUSALS.has(type) && path.length > 0;
}

/**
 * A part of an answer.
 *
 * @returns null: GitHub refuses it, as `findRefusal` tells; or it is null, and the schema allows that
 * @throws UnansweredError where it is neither there nor clearly refused
 */
export function takePart<T>(answer: GraphQLAnswer, path: Path, schema: z.ZodType<T>): T | null {
  const value = path.reduce<unknown>((parent, key) => Reflect.get(Object(parent), key), answer.data);
  if (value === null && findRefusal(answer, path) !== undefined) return null;
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new UnansweredError(describeMisfit(read.error, "GraphQL", path));
}

/** As `takePart`, where it cannot be refused. */
export function takeWhole<T>(answer: GraphQLAnswer, path: Path, schema: z.ZodType<T>): T {
  const part = takePart(answer, path, schema);
  const refusal = findRefusal(answer, path);
  if (part !== null && refusal === undefined) return part;
  const place = path.join(".");
  throw new UnansweredError(
    refusal === undefined
      ? gitHubMessage("answer-lacks-value", { path: place, request: "GraphQL" })
      : gitHubMessage("field-refused", { path: place, answer: refusal.message }),
  );
}

/** Why there is nothing at this place. What is refused within it may have taken it along. */
export function findRefusal({ errors }: GraphQLAnswer, path: Path): GraphQLError | undefined {
  return errors.find((error) => isWithin(error.path ?? [], path) || isWithin(path, error.path ?? []));
}

function isWithin(path: Path, outer: Path): boolean {
  return path.length >= outer.length && outer.every((key, index) => path[index] === key);
}
