import { LRUCache } from "lru-cache";
import { gitHubMessage } from "../messages/github-errors.ts";
import { GitHubError } from "./errors.ts";
import { createRefusals } from "./refusals.ts";

/** Tokens are made for the repositories and permissions that a piece of work needs, and for nothing else. */

export type Level = "read" | "write";

/** As GitHub names them. */
export type Permissions = Readonly<Record<string, Level>>;

/** What a request is for. */
export type Purpose = "read" | "look" | "post" | "report" | "propose";

/** What each needs. Reading metadata comes with every token. */
export const PERMISSIONS: Readonly<Record<Purpose, Permissions>> = {
  read: { contents: "read", discussions: "read", issues: "read", pull_requests: "read" },
  look: { contents: "read" },
  post: { discussions: "write", issues: "write", pull_requests: "write" },
  report: { checks: "write" },
  propose: { contents: "write", pull_requests: "write" },
};

/** What a token is narrowed to. */
export interface Narrowing {
  readonly installation: number;
  /** Names without their owner, in order. */
  readonly repositories: readonly string[];
  /** Such as may not be there at all. */
  readonly optional: readonly string[];
  readonly permissions: Permissions;
  /** The installation of the minutes that need it. Absent: it is needed for no minutes in particular. */
  readonly by?: number;
}

/** How GitHub is asked for a token. Absent: it is good for all of them. */
export interface TokenOptions {
  readonly repositories?: readonly string[];
  readonly permissions?: Permissions;
}

export interface Token {
  readonly token: string;
  /** In milliseconds. */
  readonly expiresAt: number;
}

export interface TokenIssuer {
  /** Throws what Octokit throws. */
  readonly ask: (installation: number, options: TokenOptions) => Promise<Token>;
  /** What the account has granted. */
  readonly readGranted: (installation: number) => Promise<Permissions>;
}

/** What a process leaves to the next one. A ledger is one. */
export interface Memo {
  recallMemo(name: string): Promise<string | null>;
  saveMemo(name: string, text: string): Promise<void>;
}

/** GitHub's tokens live for an hour; a job that begins with one has this much of it left, in milliseconds. */
const REMAINS_MS = 5 * 60 * 1000;

/** How long it is remembered that an installation has no such repository, in milliseconds. */
const TRUSTED_MS = 60 * 60 * 1000;

/** A token that is refused something is made again this often at most, in milliseconds: mostly it is refused again. */
const RENEWED_MS = 10 * 60 * 1000;

/** So many tokens are kept; the least used goes first. */
const MOST = 10_000;

/**
 * So many tokens the minutes of one installation may need in an hour: all share the limit that the app has as itself.
 */
const MOST_ASKED = 1000;

/**
 * Finds the token for a narrowing: the one that is kept, or a new one. Two that want the same at once share it.
 *
 * @param now - In milliseconds.
 * @param memo - Where it is kept what an installation does not have. Absent: nowhere but here.
 * @param onAsked - Called with the installation whose minutes need it, each time that GitHub is asked for a token.
 */
export function createTokens(
  issuer: TokenIssuer,
  now: () => number,
  memo: Memo | null = null,
  onAsked: (by: number) => void = () => undefined,
) {
  const bounded = boundTokens(issuer, now, onAsked);
  const tokens = new LRUCache<string, Promise<Token>>({ max: MOST });
  const missing = rememberMissing(memo, now);
  const renewed = new LRUCache<string, number>({ max: MOST });
  const find = async (wanted: Narrowing, refresh = false): Promise<string> => {
    const key = keyOf(wanted);
    const kept = refresh ? undefined : tokens.get(key);
    if (kept !== undefined) {
      const { token, expiresAt } = await kept;
      if (expiresAt - now() > REMAINS_MS) return token;
      // Whoever else saw that it ends has a new one made by now.
      if (tokens.get(key) !== kept) return find(wanted);
    }
    const asked = issue(bounded(wanted), wanted, missing);
    tokens.set(key, asked);
    asked.catch(() => tokens.delete(key));
    return (await asked).token;
  };
  return {
    find,
    /** Whether it is long enough ago that this was answered with yes. */
    mayRenew(narrowing: Narrowing): boolean {
      const key = keyOf(narrowing);
      const last = renewed.get(key);
      if (last !== undefined && now() - last < RENEWED_MS) return false;
      renewed.set(key, now());
      return true;
    },
  };
}

/** Narrowings with the same key share a token, for any minutes. */
function keyOf({ installation, repositories, permissions }: Narrowing): string {
  return JSON.stringify([installation, repositories, permissions]);
}

/** The issuer for one narrowing, which is asked no more often than the minutes that need it may ask. */
function boundTokens(issuer: TokenIssuer, now: () => number, onAsked: (by: number) => void) {
  const asked = createRefusals(now, MOST_ASKED);
  return ({ installation, by }: Narrowing): TokenIssuer => ({
    readGranted: issuer.readGranted,
    async ask(...given) {
      if (by !== undefined && !asked.mayAsk(String(by), "")) throw tooManyTokens();
      if (by !== undefined) asked.note(String(by), "");
      onAsked(by ?? installation);
      return issuer.ask(...given);
    },
  });
}

function tooManyTokens(): GitHubError {
  return new GitHubError(gitHubMessage("too-many-tokens", { limit: MOST_ASKED }), {
    kind: "transient",
    retryAfterSeconds: 15 * 60,
  });
}

/**
 * Asks for one. GitHub refuses to narrow to what is not there: so the owner's `.github` is left out where it is none
 * of the installation's, then permissions that were not granted, and last the names, where one is a former name.
 */
async function issue(issuer: TokenIssuer, narrowing: Narrowing, missing: Missing): Promise<Token> {
  const { installation, repositories, permissions } = narrowing;
  if (repositories.length === 0) return issuer.ask(installation, {});
  const optional = (await missing.has(narrowing)) ? [] : narrowing.optional;
  const narrowTo = (names: readonly string[]) => ({ repositories: names.toSorted(), permissions });
  const granted = async () => common(permissions, await issuer.readGranted(installation));
  const ways: readonly (() => TokenOptions | Promise<TokenOptions>)[] = [
    () => narrowTo([...repositories, ...optional]),
    ...(optional.length === 0 ? [] : [() => narrowTo(repositories)]),
    async () => ({ ...narrowTo(repositories), permissions: await granted() }),
    async () => ({ permissions: await granted() }),
  ];
  let refusal: unknown = null;
  for (const [index, way] of ways.entries()) {
    try {
      const token = await issuer.ask(installation, await way());
      if (index === 1 && optional.length > 0) await missing.note(narrowing);
      return token;
    } catch (error) {
      if ((error as { readonly status?: number }).status !== 422) throw error;
      refusal = error;
    }
  }
  throw refusal;
}

/** What of these permissions was granted. */
function common(wanted: Permissions, granted: Permissions): Permissions {
  const both = Object.entries(wanted).flatMap(([name, level]) => {
    const given = granted[name];
    return given === undefined ? [] : [[name, given === "read" ? "read" : level] as const];
  });
  return Object.fromEntries(both);
}

/** Which installations do not have what they need not have. */
interface Missing {
  has(narrowing: Narrowing): Promise<boolean>;
  note(narrowing: Narrowing): Promise<void>;
}

/** A token does not wait for a database that is away: then GitHub is asked once more. */
function rememberMissing(memo: Memo | null, now: () => number): Missing {
  const known = new LRUCache<string, true>({ max: MOST, ttl: TRUSTED_MS });
  const nameOf = ({ installation, optional }: Narrowing) => `missing ${installation} ${optional.join(" ")}`;
  return {
    async has(narrowing) {
      if (narrowing.optional.length === 0) return true;
      const name = nameOf(narrowing);
      if (known.has(name)) return true;
      const at = Date.parse((await memo?.recallMemo(name).catch(() => null)) ?? "");
      const age = now() - at;
      if (!(age >= 0 && age < TRUSTED_MS)) return false;
      known.set(name, true, { ttl: TRUSTED_MS - age });
      return true;
    },
    async note(narrowing) {
      const name = nameOf(narrowing);
      known.set(name, true);
      await memo?.saveMemo(name, new Date(now()).toISOString()).catch(() => undefined);
    },
  };
}
