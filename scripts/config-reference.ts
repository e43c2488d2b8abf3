import { stringify } from "yaml";
import * as z from "zod";
import { configSchema } from "../src/config/schema.ts";

/** As much of JSON Schema as the configuration uses. */
export interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | false;
}

/** A Markdown table of every key of the configuration, groups written out with dots. */
export function configReference(): string {
  const rows = configKeys().map(({ key, schema, example }) => {
    const facts = [code(key), typeOf(schema), defaultOf(schema), code(example), schema.description ?? ""];
    return `| ${facts.map((fact) => fact.replaceAll("|", "\\|")).join(" | ")} |`;
  });
  return [
    "| Key | Holds | Default | Example | What it does |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

/** Every key with an example, a whole configuration in one line of YAML. */
export function configKeys(): readonly { key: string; schema: Schema; example: string }[] {
  const schema = z.toJSONSchema(configSchema, { io: "input" }) as Schema;
  return keysOf(schema, "").map((one) => ({ ...one, example: exampleOf(one.key, one.schema) }));
}

function exampleOf(key: string, schema: Schema): string {
  const value = nest(key.split("."), exampleValue(key, schema));
  const flow = {
    collectionStyle: "flow",
    flowCollectionPadding: false,
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: 1000,
  } as const;
  return stringify(value, flow).trim().slice(1, -1);
}

/** `a[].b` with a value is a list `a` with one entry that has `b`. */
function nest([first = "", ...rest]: readonly string[], value: unknown): unknown {
  const inner = rest.length === 0 ? value : nest(rest, value);
  if (!first.endsWith("[]")) return { [first]: inner };
  // An entry of a list needs its globs as well.
  return { [first.slice(0, -2)]: [{ minutes: ["**/*-docs.md"], ...Object(inner) }] };
}

/** The schema's example, or the first value that is not the default. */
function exampleValue(key: string, schema: Schema): unknown {
  if (schema.examples !== undefined) return schema.examples[0];
  if (schema.type === "boolean") return schema.default !== true;
  const other = schema.enum?.find((value) => value !== schema.default);
  if (other === undefined) throw new Error(`${key} needs an example in src/config/schema.ts.`);
  return other;
}

function keysOf(schema: Schema, prefix: string): readonly { key: string; schema: Schema }[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, own]) => {
    const key = `${prefix}${name}`;
    // A group with an example of its own repeats one that is written out.
    if (own.properties !== undefined && own.examples === undefined) return keysOf(own, `${key}.`);
    const entries = own.items?.properties === undefined ? [] : keysOf(own.items, `${key}[].`);
    return [{ key, schema: own }, ...entries];
  });
}

function typeOf(schema: Schema): string {
  if (schema.enum !== undefined) return schema.enum.map(code).join(", ");
  if (schema.type === "array") return schema.items?.properties === undefined ? "list of texts" : "list";
  if (schema.type === "object") return "keys with values";
  return { boolean: "true or false", integer: "whole number" }[schema.type ?? ""] ?? "text";
}

function defaultOf(schema: Schema): string {
  if (schema.default === undefined) return "";
  const text = JSON.stringify(schema.default).replaceAll(",", ", ");
  return text.length > 60 ? "see above" : code(text);
}

function code(text: string): string {
  return `\`${text}\``;
}
