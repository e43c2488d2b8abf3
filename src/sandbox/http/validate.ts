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
