import type * as z from "zod";
import { quoted } from "./quoted.ts";
import { configSchema } from "./schema.ts";
import { findNearest } from "./suggest.ts";
import type { KeyPath } from "./yaml-positions.ts";

/** What is wrong, before it is known where it stands. */
export interface SchemaProblem {
  readonly path: KeyPath;
  /** Whether the key is wrong, not what it holds. */
  readonly at: "key" | "value";
  readonly message: string;
}

/** Says for people what zod found; one problem for each unknown key. */
export function schemaProblems(issue: z.core.$ZodIssue, input: unknown): readonly SchemaProblem[] {
  const path = issue.path.map((segment) => (typeof segment === "number" ? segment : String(segment)));
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...path, key], at: "key", message: unknownKey(key, path) }));
  }
  if (issue.code === "invalid_key") {
    return [{ path, at: "key", message: issue.issues[0]?.message ?? issue.message }];
  }
  return [{ path, at: "value", message: wrongValue(issue, valueAt(input, path)) }];
}

function unknownKey(key: string, path: KeyPath): string {
  const known = knownKeys(path);
  const nearest = findNearest(key, known);
  const advice = nearest === undefined ? `Known here: ${known.join(", ")}.` : `Did you mean "${nearest}"?`;
  return `Unexpected key ${quoted(key)}. ${advice}`;
}

const typeNames: Readonly<Record<string, string>> = {
  array: "a list",
  boolean: "true or false",
  int: "a whole number",
  number: "a number",
  object: "keys with values",
  record: "keys with values",
  string: "a text",
};

function wrongValue(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === "invalid_type") {
    const expected = typeNames[issue.expected] ?? issue.expected;
    if (value === undefined) return `Missing: expected ${expected}.`;
    return `Unexpected ${describe(value)}, expected ${expected}.${typeAdvice(issue.expected, value)}`;
  }
  if (issue.code === "invalid_value") {
    const known = issue.values.map(String);
    const nearest = typeof value === "string" ? findNearest(value, known) : undefined;
    const advice = nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
    return `Unexpected ${describe(value)}, expected one of ${known.join(", ")}.${advice}`;
  }
  if (issue.code === "too_big")
    return `Unexpected ${describe(value)}, expected at most ${issue.maximum}${unit(issue)}.`;
  if (issue.code === "too_small" && issue.origin === "number")
    return `Unexpected ${describe(value)}, expected at least ${issue.minimum}.`;
  return issue.message;
}

function unit(issue: z.core.$ZodIssueTooBig): string {
  if (issue.origin === "string") return " characters";
  return issue.origin === "array" ? " entries" : "";
}

function typeAdvice(expected: string, value: unknown): string {
  if (expected === "string" && (typeof value === "number" || typeof value === "boolean"))
    return ' Put it in quotes: YAML takes 1.10 for the number 1.1 and "true" for a truth.';
  if (expected === "array" && typeof value === "string") return ` Write [${quoted(value)}].`;
  return "";
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return "list";
  if (value === null) return "nothing";
  if (typeof value === "object") return "keys with values";
  if (typeof value === "string" && value.length > 60) return "long text";
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

function valueAt(input: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>(
    (value, segment) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, segment)
        ? Reflect.get(value, segment)
        : undefined,
    input,
  );
}

/** The keys that the schema knows at this path. */
function knownKeys(path: KeyPath): readonly string[] {
  let schema: unknown = configSchema;
  for (const segment of path) {
    const inner = unwrap(schema);
    schema = Reflect.get(inner, typeof segment === "number" ? "element" : "shape");
    if (typeof segment === "string") schema = Reflect.get(Object(schema), segment);
  }
  return Object.keys(Object(Reflect.get(unwrap(schema), "shape")));
}

/** The schema inside what only adds a default to it, or makes it optional. */
function unwrap(schema: unknown): object {
  let inner = Object(schema);
  while (inner.def?.innerType !== undefined) inner = inner.def.innerType;
  return inner;
}
