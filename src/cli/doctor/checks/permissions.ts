import { z } from "zod";
import { counted } from "../../../messages/message.ts";
import { readManifest } from "../../../app/manifest.ts";
import type { Client } from "../../../github/client.ts";
import { type Check, type Finding, findingsOf } from "../doctor.ts";

const { ok, warning, problem, skipped } = findingsOf("permissions");

type Permissions = Readonly<Record<string, string | undefined>>;

const PERMISSIONS = z.record(z.string(), z.string());

const APP = z.object({ permissions: PERMISSIONS, events: z.array(z.string()), html_url: z.string() });

const INSTALLATIONS = z.array(
  z.object({
    account: z.looseObject({}).nullable(),
    permissions: PERMISSIONS,
    html_url: z.string(),
    suspended_at: z.string().nullish(),
  }),
);

/** What the app is registered for, and what each account has granted of it. */
export const permissions: Check = {
  name: "permissions",
  needsGitHub: true,
  async look({ app }) {
    if (app === null) return [skipped("Only the app can see its permissions.")];
    const own = await app.get("GET /app", {}, APP);
    const { default_permissions: needed, default_events: events } = readManifest();
    const lacking = findLacking(needed, own.permissions);
    const deaf = events.filter((event) => !own.events.includes(event));
    const found: Finding[] = [];
    if (lacking.length > 0) {
      found.push(
        problem(
          `The app's registration lacks ${lacking.join(", ")}.`,
          `Add this in the app's settings on GitHub, under "Permissions & events" (${own.html_url}); each account then has to accept.`,
        ),
      );
    }
    if (deaf.length > 0) {
      found.push(
        problem(
          `The app isn't subscribed to ${deaf.join(", ")}.`,
          `Subscribe under "Permissions & events" in the app's settings (${own.html_url}).`,
        ),
      );
    }
    return [...found, ...(await lookAtInstallations(app, needed))];
  },
};

async function lookAtInstallations(app: Client, needed: Permissions): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  let count = 0;
  for (let page = 1; ; page += 1) {
    const { data, next } = await app.page("GET /app/installations", { per_page: 100, page }, INSTALLATIONS);
    for (const { account, permissions: granted, html_url: url, suspended_at: suspended } of data) {
      count += 1;
      const name = String(Reflect.get(Object(account), "login") ?? Reflect.get(Object(account), "slug"));
      const lacking = findLacking(needed, granted);
      if (suspended) {
        found.push(warning(`${name} has suspended the app.`, `An owner can undo that at ${url}.`));
      }
      if (lacking.length > 0) {
        found.push(
          problem(`${name} hasn't granted ${lacking.join(", ")}.`, `An owner can accept it at ${url}.`),
        );
      }
    }
    if (next === null) break;
  }
  if (count === 0)
    return [
      warning(
        "The app isn't installed anywhere.",
        "Install it on the minutes' repository and on those it should post to.",
      ),
    ];
  return found.length > 0
    ? found
    : [ok(`${counted(count, "account has", "accounts have")} granted all permissions.`)];
}

/** `issues: write`, for people. */
function findLacking(needed: Permissions, granted: Permissions): readonly string[] {
  return Object.entries(needed)
    .filter(([name, level]) => granted[name] === undefined || (level === "write" && granted[name] === "read"))
    .map(([name, level]) => `${name}: ${level}`);
}
