import { z } from "zod";
import { GitHubError } from "../../../github/errors.ts";
import { type Check, type Doctor, type Finding, findingsOf } from "../doctor.ts";

const { ok, warning, problem, skipped } = findingsOf("GitHub");

/** Fewer requests than these are soon used up. */
const FEW = 100;

const APP = z.object({ name: z.string(), html_url: z.string() });

const LEFT = z.object({ remaining: z.number() });

const LIMITS = z.object({ resources: z.object({ core: LEFT, graphql: LEFT.optional() }) });

/** Whether GitHub knows whoever asks, and what is left of the limits. */
export const identity: Check = {
  name: "GitHub",
  needsGitHub: true,
  async look(doctor) {
    const found = [...(await lookAsApp(doctor)), ...(await lookAsToken(doctor))];
    if (found.length > 0) return found;
    return [skipped("No app credentials and no token found. Set GH_TOKEN, or run gh auth login.")];
  },
};

async function lookAsApp({ app }: Doctor): Promise<readonly Finding[]> {
  if (app === null) return [];
  try {
    const known = await app.get("GET /app", {}, APP);
    return [ok(`The app is ${known.name} (${known.html_url}).`)];
  } catch (error) {
    if (!isRefused(error)) throw error;
    return [
      problem(
        `GitHub doesn't know this app: ${error.message}`,
        "Check that APP_ID and PRIVATE_KEY belong to the same app, and that the clock is right. You can create a new key on the app's page.",
      ),
    ];
  }
}

async function lookAsToken({ token }: Doctor): Promise<readonly Finding[]> {
  if (token === null) return [];
  try {
    const { resources } = await token.get("GET /rate_limit", {}, LIMITS);
    const left = Math.min(resources.core.remaining, resources.graphql?.remaining ?? Number.POSITIVE_INFINITY);
    const summary = `The token is valid; ${left} requests are left this hour.`;
    return [left < FEW ? warning(summary, "Wait, or use another token.") : ok(summary)];
  } catch (error) {
    if (!isRefused(error)) throw error;
    return [problem(`GitHub refuses the token: ${error.message}`, "Create a new one, or run gh auth login.")];
  }
}

function isRefused(error: unknown): error is GitHubError {
  return error instanceof GitHubError && (error.kind === "refused" || error.status === 401);
}
