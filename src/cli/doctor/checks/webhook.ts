import { z } from "zod";
import type { Client } from "../../../github/client.ts";
import { isDelivered, outcomesOf } from "../../../github/deliveries.ts";
import { errorText } from "../../../messages/coded-error.ts";
import { type Check, type Finding, findingsOf } from "../doctor.ts";

const { ok, warning, problem, skipped } = findingsOf("webhooks");

const CONFIG = z.object({
  url: z.string().optional(),
  insecure_ssl: z.union([z.string(), z.number()]).optional(),
});

const DELIVERIES = z.array(z.object({ guid: z.string(), status_code: z.number(), status: z.string() }));

const TIMEOUT_MS = 10_000;

/** Where GitHub sends webhooks, whether somebody answers there, and how the last hundred were answered. */
export const webhook: Check = {
  name: "webhooks",
  needsGitHub: true,
  async look({ app }) {
    if (app === null) return [skipped("Only the app can see its webhooks.")];
    const { url = "", insecure_ssl: insecure } = await app.get("GET /app/hook/config", {}, CONFIG);
    if (url === "") {
      return [
        problem(
          "The app has no webhook URL on GitHub.",
          "Set it in the app's settings: https://HOST/api/github/webhooks.",
        ),
      ];
    }
    const found: Finding[] = [];
    if (String(insecure) === "1") {
      found.push(
        warning(
          `GitHub doesn't verify the certificate of ${url}.`,
          'Switch "SSL verification" on in the app\'s settings.',
        ),
      );
    }
    return [...found, ...(await probe(url)), ...(await lookAtDeliveries(app))];
  },
};

/** From here: GitHub may see it otherwise, so that nothing more than a warning comes of it. */
async function probe(url: string): Promise<readonly Finding[]> {
  try {
    const { status } = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    // Without a signature the app refuses it: 400.
    if (status === 400) return [ok(`The app answers at ${url}.`)];
    return [
      warning(
        `${url} answers with ${status}, so it isn't the app.`,
        "Route /api/github/webhooks to the app, or correct the URL in the app's settings on GitHub.",
      ),
    ];
  } catch (error) {
    const cause = errorText(Reflect.get(Object(error), "cause") ?? error);
    return [
      warning(
        `${url} can't be reached from here: ${cause}`,
        "Start the app; check the name, the certificate and the firewall.",
      ),
    ];
  }
}

async function lookAtDeliveries(app: Client): Promise<readonly Finding[]> {
  const { data } = await app.page("GET /app/hook/deliveries", { per_page: 100 }, DELIVERIES);
  // One that was delivered again is one, and fine where it went through later.
  const outcomes = outcomesOf(data);
  const failed = outcomes.filter((outcome) => !isDelivered(outcome));
  if (outcomes.length === 0)
    return [
      warning(
        "GitHub hasn't sent webhooks recently.",
        "Push something, or check where the app is installed.",
      ),
    ];
  if (failed.length === 0) return [ok(`The last ${outcomes.length} webhooks were delivered.`)];
  const codes = Map.groupBy(failed, ({ status_code: code, status }) => (code === 0 ? status : String(code)));
  const counts = [...codes].map(([code, all]) => `${all.length} × ${code}`).join(", ");
  return [
    problem(
      `${failed.length} of the last ${outcomes.length} webhooks failed: ${counts}.`,
      codes.has("400")
        ? "400: WEBHOOK_SECRET differs from the one in the app's settings. The app requests failed deliveries again every hour."
        : "The log says why. The app requests failed deliveries again every hour.",
    ),
  ];
}
