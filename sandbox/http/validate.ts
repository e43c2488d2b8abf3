import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { Refusal } from "../world/refusal.ts";
import { findWebhookSchema, type Operation, type Schema, toJsonSchema } from "./openapi.ts";

// References are kept, so that a component that many answers share is compiled once.
const ajv = new Ajv({
  strict: false,
  allErrors: true,
  validateFormats: false,
  logger: false,
  inlineRefs: false,
});
const coercing = new Ajv({ strict: false, coerceTypes: true, validateFormats: false, logger: false });
const compiled = new Map<string, ValidateFunction>();

function validatorFor(key: string, kind: Ajv, schema: () => Schema): ValidateFunction {
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const share = (key: string, component: Schema): void => {
    ajv.addSchema(component, key);
    coercing.addSchema(component, key);
  };
  const made = kind.compile(toJsonSchema(schema(), share));
  compiled.set(key, made);
  return made;
}

function explain(error: ErrorObject): string {
  const missing = (error.params as { missingProperty?: string }).missingProperty;
  if (missing !== undefined) return `"${missing}" wasn't supplied.`;
  return `For '${error.instancePath.slice(1).replaceAll("/", ".") || "body"}', ${error.message ?? "is invalid"}.`;
}

/** Query parameters as GitHub's description types them. Throws 422 for a value that will not do. */
export function readQuery(operation: Operation, search: URLSearchParams): Record<string, unknown> {
  const parameters = operation.parameters.filter((parameter) => parameter.in === "query");
  const known = new Set(parameters.map((parameter) => parameter.name));
  const query: Record<string, unknown> = Object.fromEntries([...search].filter(([name]) => known.has(name)));
  const schema = {
    type: "object",
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    required: parameters.filter((parameter) => parameter.required).map((parameter) => parameter.name),
  };
  const isValid = validatorFor(`${operation.key} query`, coercing, () => schema);
  if (!isValid(query)) {
    throw new Refusal(422, `Invalid request.\n\n${(isValid.errors ?? []).map(explain).join("\n")}`);
  }
  return query;
}

/** Path parameters as GitHub's description types them. A number that is none is a 404, as on GitHub. */
export function readPath(
  operation: Operation,
  path: Readonly<Record<string, string>>,
): Record<string, string | number> {
  const values: Record<string, string | number> = { ...path };
  for (const { name, in: place, schema } of operation.parameters) {
    if (place !== "path" || schema.type !== "integer") continue;
    const number = Number(path[name]);
    if (!Number.isInteger(number)) throw new Refusal(404, "Not Found");
    values[name] = number;
  }
  return values;
}

/** The body as an object, checked. Throws 400 where it is no JSON and 422 where GitHub's description forbids it. */
export function readBody(operation: Operation, text: string): Record<string, unknown> {
  if (operation.body === null) return {};
  const { schema, required } = operation.body;
  if (text.trim() === "" && !required) return {};
  let body: unknown;
  try {
    body = JSON.parse(text === "" ? "{}" : text);
  } catch {
    throw new Refusal(400, "Problems parsing JSON");
  }
  const isValid = validatorFor(`${operation.key} body`, ajv, () => schema);
  if (!isValid(body)) {
    const reasons = [...new Set((isValid.errors ?? []).map(explain))];
    throw new Refusal(422, `Invalid request.\n\n${reasons.join("\n")}`);
  }
  return (Array.isArray(body) ? { "": body } : body) as Record<string, unknown>;
}

/** Keys of a body that GitHub's description does not know: GitHub would ignore them, so they are mistakes. */
export function findUnknownKeys(operation: Operation, body: Readonly<Record<string, unknown>>): string[] {
  const properties = operation.body?.schema.properties;
  if (typeof properties !== "object" || properties === null) return [];
  return Object.keys(body).filter((key) => !(key in properties));
}

/** Operations whose answers the description gets wrong: here an account that is a user and an enterprise at once. */
const WRONGLY_DESCRIBED = new Set(["apps/list-installations"]);

/** How an answer of the sandbox's differs from GitHub's description; empty where it does not. */
export function findAnswerProblems(operation: Operation, status: number, body: unknown): string[] {
  const schema = operation.answers.get(status);
  if (schema === undefined || WRONGLY_DESCRIBED.has(operation.id)) return [];
  const isValid = validatorFor(`${operation.key} ${status}`, ajv, () => schema);
  if (isValid(body)) return [];
  return (isValid.errors ?? []).map(
    (error) => `${operation.key} ${status}: ${error.instancePath} ${error.message}`,
  );
}

/** How a webhook's payload differs from GitHub's description. */
export function findPayloadProblems(event: string, action: string | null, payload: unknown): string[] {
  const name = action === null ? event : `${event}.${action}`;
  const schema = findWebhookSchema(event, action);
  if (schema === undefined) return [`GitHub has no webhook ${name}`];
  const isValid = validatorFor(`webhook ${name}`, ajv, () => schema);
  if (isValid(JSON.parse(JSON.stringify(payload)))) return [];
  return (isValid.errors ?? []).map((error) => `webhook ${name}: ${error.instancePath} ${error.message}`);
}
