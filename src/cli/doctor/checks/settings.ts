import { readCredentials } from "../../../app/credentials.ts";
import { readSettings } from "../../../app/environment.ts";
import { errorText } from "../../../messages/coded-error.ts";
import { type Check, type Finding, findingsOf } from "../doctor.ts";

const { ok, warning, problem, skipped } = findingsOf("settings");

/** The environment variables. Their values are never shown. */
export const settings: Check = {
  name: "settings",
  needsGitHub: false,
  async look({ env }) {
    if (!env.APP_ID) {
      return [skipped("APP_ID isn't set, so only what a token can see is checked.")];
    }
    return [...tryOut(() => readSettings(env)), ...tryOut(() => readApp(env)), ...secrets(env)];
  },
};

function tryOut(read: () => string | object): readonly Finding[] {
  try {
    const summary = read();
    return typeof summary === "string" ? [ok(summary)] : [];
  } catch (error) {
    return [problem(errorText(error), "docs/operating.md lists all settings.")];
  }
}

function readApp(env: Parameters<typeof readCredentials>[0]): string {
  const { appId } = readCredentials(env);
  const place = env.DATABASE_URL ? "DATABASE_URL" : `DATA_FOLDER=${env.DATA_FOLDER || "data"}`;
  return `APP_ID=${appId}, PRIVATE_KEY and WEBHOOK_SECRET are set, ${place}`;
}

/** The fewest characters that nobody guesses. */
const SHORT_SECRET = 16;

function secrets({
  WEBHOOK_SECRET: present = "",
  WEBHOOK_SECRET_PREVIOUS: previous,
}: Record<string, string | undefined>) {
  const found: Finding[] = [];
  if (present !== "" && present.length < SHORT_SECRET) {
    found.push(
      warning(
        `WEBHOOK_SECRET has ${present.length} characters and is easy to guess.`,
        "Use a longer one (openssl rand -hex 32), here and in the app's settings on GitHub.",
      ),
    );
  }
  if (previous) {
    found.push(
      warning(
        "WEBHOOK_SECRET_PREVIOUS is set: webhooks signed with the old secret are still accepted.",
        "Remove it once the secret is changed on GitHub and old deliveries have arrived.",
      ),
    );
  }
  return found;
}
