import { messagesOf } from "./message.ts";

/** What the app's web server answers to requests that it doesn't take. */
export const httpRefusals = {
  "not-post": "Send webhooks with POST.",
  "not-json-body": "Send webhooks as application/json.",
  "compressed-body": "Send webhooks without compression.",
  "header-missing": "The header {name} is missing.",
  "header-malformed": "The header {name} is malformed.",
  "event-not-handled": "This event isn't handled.",
  "signature-mismatch": "The signature doesn't match.",
  "body-too-long": "The body is larger than {maximum} bytes.",
  "server-busy": "The server is busy. Try again.",
  "body-incomplete": "The body is incomplete.",
  "unknown-host": "Unknown host name. The operator can add it to ALLOWED_HOSTS.",
  "invalid-path": "Invalid path.",
  "page-not-found": "Not found.",
  "server-error": "Internal error.",
  "metrics-token-needed": "Send METRICS_TOKEN as a bearer token.",
  "unknown-form": "This isn't a form of the set-up page.",
  "foreign-form": "This form was sent from another site.",
} as const;

export const httpRefusal = messagesOf(httpRefusals);
