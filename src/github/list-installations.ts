import { z } from "zod";
import type { Client } from "./client.ts";

const PER_PAGE = 100;

/** A mistake must not become an endless walk. */
const MAX_PAGES = 50;

const INSTALLATIONS = z.array(
  z.object({
    id: z.number(),
    account: z.object({ login: z.string().optional() }).nullable(),
    repository_selection: z.string(),
    suspended_at: z.string().nullish(),
  }),
);

/** Where the app is installed. */
export interface AccountInstallation {
  readonly id: number;
  /** Whether on all repositories of the account, and not on some that it chose. */
  readonly onAll: boolean;
}

/** Lists where the app is installed and not suspended, by account in lower case. */
export async function listInstallations(app: Client): Promise<ReadonlyMap<string, AccountInstallation>> {
  const found = new Map<string, AccountInstallation>();
  for (let page = 1; page <= MAX_PAGES; page++) {
    const asked = { per_page: PER_PAGE, page };
    const { data, next } = await app.page("GET /app/installations", asked, INSTALLATIONS);
    for (const { id, account, repository_selection: selection, suspended_at: suspended } of data) {
      if (account?.login === undefined || suspended) continue;
      found.set(account.login.toLowerCase(), { id, onAll: selection === "all" });
    }
    if (next === null) break;
  }
  return found;
}
