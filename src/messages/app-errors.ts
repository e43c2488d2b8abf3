import { messagesOf } from "./message.ts";

/** The app: its settings, how it starts and stops, and its set-up page. */
export const appErrors = {
  "no-private-key": "PRIVATE_KEY is missing. Set it to the app's key, or PRIVATE_KEY_FILE to a file with it.",
  "no-webhook-secret": "WEBHOOK_SECRET is missing. Set it to the app's webhook secret.",
  "invalid-app-id": "APP_ID isn't a number. Copy it from the app's page on GitHub.",
  "setting-twice": "{name} and {name}_FILE are both set; remove one.",
  "secret-not-read":
    "{name}_FILE names {path}, which can't be read ({reason}). Mount the file, or correct the path.",
  "secret-empty": "{name}_FILE names {path}, which is empty.",
  "invalid-count": 'Unexpected {name}="{value}", expected a whole number; 0 means no limit.',
  "invalid-port": 'Unexpected PORT="{value}", expected a number up to 65535.',
  "port-in-use": "Port {port} is already in use. Set PORT to another, or stop what uses it.",
  "no-telemetry-sdk":
    "OTEL_… variables are set, but OpenTelemetry's SDK isn't installed: npm install @opentelemetry/sdk-node (docker build --build-arg OTEL=1).",
  unavailable: "{reason}",
  "no-answer-in-time": "no answer within {seconds} s",
  "stop-too-slow": "The current step took too long; it continues at the next start.",
  "not-registered": "not registered",
  "nothing-can-be-kept":
    "APP_ID isn't set, and the set-up page can't save anything in {folder}: {reason}. Set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET, or a DATA_FOLDER that the app can write to.",
  "credentials-not-read":
    "The credentials in {file} can't be read ({reason}). Make the app's user the owner of the file.",
  "credentials-damaged":
    "The credentials in {file} are damaged. Set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET, or remove the file and register a new app.",
  "wrong-set-up-code": "Wrong code. Use the code in the newest line of the log that has one.",
  "no-set-up-code":
    "There is no valid code: it was used, or tried too often. Wait a minute, reload the page, and look in the log.",
  "set-up-code-first": "Enter the code first.",
  "registration-not-ours": "This registration wasn't started here.",
  "registration-code-refused": "GitHub refused the code ({status}). Start again.",
  "registration-not-understood": "GitHub's answer isn't an app registration. Start again.",
  "registration-elsewhere": "GitHub's answer points to another site.",
  "invalid-organization": "This isn't the name of an organization. Write it as in its address on GitHub.",
  "invalid-webhook-address":
    "This isn't a web address. Write it like https://minutes.example.com/api/github/webhooks, or leave it out.",
  "webhook-address-not-public":
    "GitHub can't reach this address from the Internet, and refuses it. Leave it out, and set it later in the app's settings.",
} as const;

export const appError = messagesOf(appErrors);
