import * as z from "zod";
import { configSchema } from "../src/config/schema.ts";

/** As much of JSON Schema as the configuration uses. */
interface Schema {
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
  const schema = z.toJSONSchema(configSchema, { io: "input" }) as Schema;
  const rows = keysOf(schema, "").map(({ key, schema: { description, ...rest } }) => {
    const facts = [code(key), typeOf(rest), defaultOf(rest), description ?? ""];
    return `| ${facts.map((fact) => fact.replaceAll("|", "\\|")).join(" | ")} |`;
  });
  return ["| Key | Holds | Default | What it does |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

function keysOf(schema: Schema, prefix: string): readonly { key: string; schema: Schema }[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, own]) => {
    const key = `${prefix}${name}`;
    if (own.properties !== undefined) return keysOf(own, `${key}.`);
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
