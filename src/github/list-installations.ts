import { z } from "zod";
import type { Client } from "./client.ts";

const PER_PAGE = 100;

/** A mistake must not become an endless walk. */
const MAX_PAGES = 50;

const INSTALLATIONS = z.array(
  z.object({
    id: z.number(),
    account: z.object({ login: z.string().optional() }).nullable(),
    suspended_at: z.string().nullish(),
  }),
);

/** Lists where the app is installed and not suspended: by account, in lower case, the installation's id. */
export async function listInstallations(app: Client): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (let page = 1; page <= MAX_PAGES; page++) {
    const asked = { per_page: PER_PAGE, page };
    const { data, next } = await app.page("GET /app/installations", asked, INSTALLATIONS);
    for (const { id, account, suspended_at: suspended } of data) {
      if (account?.login !== undefined && !suspended) found.set(account.login.toLowerCase(), id);
    }
    if (next === null) break;
  }
  return found;
}
