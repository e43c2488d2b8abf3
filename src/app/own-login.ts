import { z } from "zod";
import { makeClient, type OctokitLike } from "../github/client.ts";
import type { Memo } from "../github/narrow.ts";

const OWN_APP = z.object({ slug: z.string().min(1) });

/** What the bot was called when GitHub was asked last, and when that was. */
const NAME = "own login";

/** The operator may rename the app; so long its name is trusted, in milliseconds. */
const TRUSTED_MS = 60 * 60 * 1000;

interface Tools {
  readonly asApp: () => Promise<OctokitLike>;
  /** What a process leaves to the next one. A database that is away stops nobody. */
  readonly memo: Memo;
  /** In milliseconds. */
  readonly now: () => number;
}

/** Our bot's login, asked for once an hour. */
export function rememberOwnLogin({ asApp, memo, now }: Tools): () => Promise<string> {
  let known: { readonly login: string; readonly at: number } | null = null;
  const isTrusted = (at: number) => at <= now() && now() - at < TRUSTED_MS;
  return async () => {
    if (known !== null && isTrusted(known.at)) return known.login;
    const text = (await memo.recallMemo(NAME).catch(() => null)) ?? "";
    const [kept = "", instant = ""] = text.split(" ");
    const keptAt = Date.parse(instant);
    if (kept !== "" && isTrusted(keptAt)) {
      known = { login: kept, at: keptAt };
      return kept;
    }
    const { slug } = await makeClient(await asApp()).get("GET /app", {}, OWN_APP);
    const [login, at] = [`${slug}[bot]`, now()];
    known = { login, at };
    await memo.saveMemo(NAME, `${login} ${new Date(at).toISOString()}`).catch(() => undefined);
    return login;
  };
}
