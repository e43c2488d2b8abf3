import { readFileSync } from "node:fs";
import { packageFile } from "../package-file.ts";

/** The parts of GitHub's OpenAPI description that the sandbox reads. */
export type Schema = { readonly [key: string]: unknown };

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema: Schema;
  /** The parameter may hold slashes: a path or a ref. */
  readonly "x-multi-segment"?: boolean;
}

interface RawOperation {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content: Record<string, { readonly schema: Schema } | undefined>;
  };
  readonly responses: Record<
    string,
    Reference | { readonly content?: Record<string, { readonly schema?: Schema } | undefined> }
  >;
}

interface Reference {
  readonly $ref: string;
}

interface Description {
  readonly "x-webhooks": Record<string, { readonly post?: RawOperation } | undefined>;
  readonly paths: Record<string, Record<string, RawOperation>>;
  readonly components: Record<string, Record<string, unknown>>;
}

/** One operation of GitHub's REST API. */
export interface Operation {
  /** `GET /repos/{owner}/{repo}`. */
  readonly key: string;
  /** `repos/get`. */
  readonly id: string;
  readonly method: string;
  readonly template: string;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly required: boolean; readonly schema: Schema } | null;
  /** JSON schema of the answer by status. */
  readonly answers: ReadonlyMap<number, Schema>;
}

let description: Description | undefined;

/** Reads the description once, when it is first asked for: it is 13 MB and takes about a fifth of a second. */
function load(): Description {
  if (description === undefined) {
    const file = packageFile("@octokit/openapi", "generated/api.github.com.json");
    description = JSON.parse(readFileSync(file, "utf8")) as Description;
  }
  return description;
}

function resolve<T extends object>(value: T | Reference): T {
  if (!("$ref" in value)) return value;
  const [kind = "", name = ""] = value.$ref.replace("#/components/", "").split("/");
  return resolve(load().components[kind]?.[name] as T | Reference);
}

let operations: readonly Operation[] | undefined;

/** Every operation that GitHub describes. Bodies and answers are looked up when they are needed. */
export function loadOperations(): readonly Operation[] {
  operations ??= Object.entries(load().paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, raw]) => toOperation(method.toUpperCase(), template, raw)),
  );
  return operations;
}

function toOperation(method: string, template: string, raw: RawOperation): Operation {
  return {
    key: `${method} ${template}`,
    id: raw.operationId,
    method,
    template,
    get parameters() {
      return (raw.parameters ?? []).map((parameter) => resolve(parameter));
    },
    get body() {
      const schema = raw.requestBody?.content["application/json"]?.schema;
      return schema === undefined ? null : { required: raw.requestBody?.required ?? false, schema };
    },
    get answers() {
      const found = new Map<number, Schema>();
      for (const [status, answer] of Object.entries(raw.responses)) {
        const schema = resolve(answer).content?.["application/json"]?.schema;
        if (schema !== undefined) found.set(Number(status), schema);
      }
      return found;
    },
  };
}

/** The schema of a webhook's payload; undefined: GitHub does not describe such an event. */
export function findWebhookSchema(event: string, action: string | null): Schema | undefined {
  const name = (action === null ? event : `${event}-${action}`).replaceAll("_", "-");
  return load()["x-webhooks"][name]?.post?.requestBody?.content["application/json"]?.schema;
}

/** OpenAPI 3.0's `nullable` in JSON schema's words. */
function withNull(schema: Record<string, unknown>): Record<string, unknown> {
  const { nullable, ...rest } = schema;
  return nullable === true ? { anyOf: [{ type: "null" }, rest] } : schema;
}

/** The key of a component that schemas share. */
const keyOf = (name: string) => `${name}.json`;

/**
 * The schema as JSON schema. It refers to its components by key; each is given to `share`, by its key and as JSON
 * schema, the first time that any schema needs it.
 */
export function toJsonSchema(schema: Schema, share: (key: string, component: Schema) => void): Schema {
  const copy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copy);
    if (value === null || typeof value !== "object") return value;
    const reference = (value as Partial<Reference>).$ref;
    if (typeof reference === "string")
      return { $ref: component(reference.replace("#/components/schemas/", "")) };
    return withNull(Object.fromEntries(Object.entries(value).map(([key, child]) => [key, copy(child)])));
  };
  const component = (name: string): string => {
    if (!shared.has(name)) {
      shared.add(name);
      share(keyOf(name), copy(load().components.schemas?.[name]) as Schema);
    }
    return keyOf(name);
  };
  return copy(schema) as Schema;
}

const shared = new Set<string>();
