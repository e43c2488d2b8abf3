import type * as z from "zod";
import { configProblem } from "../messages/config-problems.ts";
import type { Message } from "../messages/message.ts";
import { findRepositoryName } from "../minutes/repository-name.ts";
import { quoted } from "./quoted.ts";
import { configSchema } from "./schema.ts";
import { findNearest } from "./suggest.ts";
import type { KeyPath } from "./yaml-positions.ts";

/** What is wrong, before its place is known. */
export interface SchemaProblem {
  readonly path: KeyPath;
  /** Whether the key is wrong, not its value. */
  readonly at: "key" | "value";
  readonly message: Message;
}

/** Turns what zod found into messages for people; one for each unknown key. */
export function schemaProblems(issue: z.core.$ZodIssue, input: unknown): readonly SchemaProblem[] {
  const path = issue.path.map((segment) => (typeof segment === "number" ? segment : String(segment)));
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...path, key], at: "key", message: unknownKey(key, path) }));
  }
  if (issue.code === "invalid_key") {
    const [wrong] = issue.issues;
    return [{ path, at: "key", message: wrongValue(wrong ?? issue, path.at(-1)) }];
  }
  return [{ path, at: "value", message: wrongValue(issue, valueAt(input, path)) }];
}

function unknownKey(key: string, path: KeyPath): Message {
  const known = knownKeys(path);
  const nearest = findNearest(key, known);
  return nearest === undefined
    ? configProblem("unknown-key", { key: quoted(key), known: known.join(", ") })
    : configProblem("misspelled-key", { key: quoted(key), nearest });
}

const typeNames: Readonly<Record<string, string>> = {
  array: "a list",
  boolean: "true or false",
  int: "a whole number",
  number: "a number",
  object: "keys with values",
  record: "keys with values",
  string: "text",
};

function wrongValue(issue: z.core.$ZodIssue, value: unknown): Message {
  const found = describe(value);
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue.expected, value);
    case "invalid_value":
      return unknownValue(issue.values.map(String), value);
    case "too_big":
      return configProblem("value-too-large", { found, maximum: `${issue.maximum}${unit(issue)}` });
    case "too_small":
      return issue.origin === "number"
        ? configProblem("value-too-small", { found, minimum: Number(issue.minimum) })
        : (byCode(issue.message, value) ?? configProblem("empty-text"));
    case "custom":
      return issue.params?.problem ?? configProblem("invalid-value", { found, reason: issue.message });
    default:
      return byCode(issue.message, value) ?? configProblem("invalid-value", { found, reason: issue.message });
  }
}

function wrongType(type: string, value: unknown): Message {
  const [found, expected] = [describe(value), typeNames[type] ?? type];
  if (value === undefined) return configProblem("missing-key", { expected });
  if (type === "string" && (typeof value === "number" || typeof value === "boolean"))
    return configProblem("unquoted-text", { found });
  if (type === "array" && typeof value === "string")
    return configProblem("single-value", { found: quoted(value) });
  return configProblem("wrong-type", { found, expected });
}

function unknownValue(values: readonly string[], value: unknown): Message {
  const [found, known] = [describe(value), values.join(", ")];
  const nearest = typeof value === "string" ? findNearest(value, values) : undefined;
  return nearest === undefined
    ? configProblem("unknown-value", { found, known })
    : configProblem("misspelled-value", { found, known, nearest });
}

/** The message of a check that gives its code in place of a text (see `schema.ts`). */
function byCode(code: string, value: unknown): Message | undefined {
  const found = quoted(String(value));
  switch (code) {
    case "empty-text":
    case "empty-globs":
      return configProblem(code);
    case "not-a-repository":
    case "not-a-repository-or-none": {
      const nearest = findRepositoryName(String(value));
      return nearest === undefined
        ? configProblem(code, { found })
        : configProblem("repository-address", { found, nearest: quoted(nearest) });
    }
    case "not-an-accepted-repository":
    case "not-a-login":
      return configProblem(code, { found });
    case "not-a-glob":
      return configProblem(code, { found, braces: '"{a,b}"' });
    default:
      return undefined;
  }
}

function unit(issue: z.core.$ZodIssueTooBig): string {
  if (issue.origin === "string") return " characters";
  return issue.origin === "array" ? " entries" : "";
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
