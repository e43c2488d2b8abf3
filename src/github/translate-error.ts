import { gitHubMessage } from "../messages/github-errors.ts";
import type { Message } from "../messages/message.ts";
import { GitHubError } from "./errors.ts";
import { isClearRefusal, type GraphQLError } from "./graphql-answer.ts";
import { BrokenAnswerError, TOKEN_PATH } from "./whole-answers.ts";

/** The shape of Octokit's `RequestError` and `GraphqlResponseError`, as far as it is needed. */
interface OctokitError {
  readonly name?: string;
  readonly message: string;
  readonly cause?: unknown;
  readonly status?: number;
  readonly request?: { readonly method?: string; readonly url?: string };
  readonly response?: {
    readonly headers?: Headers;
    readonly data?: unknown;
  };
  /** GraphQL's, as are the next. */
  readonly errors?: readonly GraphQLError[];
  readonly data?: unknown;
  readonly headers?: Headers;
}

type Headers = Readonly<Record<string, string | number | undefined>>;

/**
 * GraphQL's limit has two names: github.com has said `RATE_LIMIT` since
 * about 2025 (yanyongyu/githubkit#271), GitHub Enterprise Server says `RATE_LIMITED`.
 */
const LIMITS: ReadonlySet<string> = new Set(["RATE_LIMITED", "RATE_LIMIT"]);

/** A query asks for more than GitHub gives at once; the same again would be the same. */
const TOO_MUCH: ReadonlySet<string> = new Set(["RESOURCE_LIMITS_EXCEEDED", "MAX_NODE_LIMIT_EXCEEDED"]);

/** What GraphQL says of a change that it will not make, besides what is clear of a query too. */
const REFUSED_CHANGES: ReadonlySet<string> = new Set(["UNPROCESSABLE", "VALIDATION"]);

const SHORTEST_SECONDS = 1;
const LONGEST_SECONDS = 60 * 60;

/** How long to wait where GitHub limits us and does not say. */
const PATIENCE_SECONDS = 60;

const REFUSED = new Set([401, 403, 404, 405, 409, 410, 413, 415, 422, 451]);

/** Who has to grant a permission that is missing. */
export type Identity = "app" | "token";

/**
 * Translates whatever an Octokit threw. The only place that knows how Octokit's errors look.
 *
 * @param writes - Whether the request could change something, so that its outcome may be unknown.
 */
export function translateError(error: unknown, writes: boolean, identity: Identity = "app"): GitHubError {
  if (error instanceof GitHubError) return error;
  if (!isOctokitError(error))
    return make("bug", gitHubMessage("unexpected-failure", { answer: String(error) }), error);
  if (error.name === "GraphqlResponseError") return translateGraphQL(error, writes);
  if (isGraphQLLimit(error)) {
    return make("transient", describe(error, identity), error, { retryAfterSeconds: findRetryAfter(error) });
  }
  // A request that got no answer at all carries status 500 and no response.
  const answered = error.response !== undefined;
  if (error.status === undefined)
    return make("bug", gitHubMessage("unexpected-failure", { answer: error.message }), error);
  const message = describe(error, identity);
  const retryAfterSeconds = findRetryAfter(error);
  if (error.status === 429 || isRateLimit(error)) {
    return make("transient", message, error, { retryAfterSeconds });
  }
  const denial = describeDenial(error, identity);
  // What the request was about is not missing because there is no token to ask for it.
  if (denial !== null) return make("transient", denial, error, { status: error.status === 401 ? 401 : null });
  if (error.status >= 500 || error.status === 408) {
    return make("transient", answered ? message : describeSilence(error), error, {
      outcomeUnknown: writes,
      retryAfterSeconds,
    });
  }
  return make(REFUSED.has(error.status) ? "refused" : "bug", message, error);
}

function translateGraphQL(error: OctokitError, writes: boolean): GitHubError {
  const problems = error.errors ?? [];
  const answer = problems.map((problem) => problem.message).join("; ") || error.message;
  const message = gitHubMessage("query-failed", { answer });
  const types = problems.map(({ type = "" }) => type);
  if (types.some((type) => LIMITS.has(type))) {
    return make("transient", message, error, {
      retryAfterSeconds: findRetryAfter(error) ?? PATIENCE_SECONDS,
    });
  }
  const isRefused = problems.length > 0 && problems.every(isClearRefusal);
  // What is gone is gone, whichever API says so.
  if (isRefused && types.every((type) => type === "NOT_FOUND"))
    return make("refused", message, error, { status: 404 });
  if (isRefused && types.every((type) => type === "FORBIDDEN"))
    return make("refused", message, error, { status: 403 });
  const refusesChange = (problem: GraphQLError) =>
    isClearRefusal(problem) || REFUSED_CHANGES.has(problem.type ?? "");
  if (isRefused || (writes && problems.length > 0 && problems.every(refusesChange)))
    return make("refused", message, error);
  // GitHub's query planner names its complaints by a code; time-outs and breakdowns have neither type nor code.
  const isBug = problems.some(({ type, extensions }) => type === undefined && extensions?.code !== undefined);
  if (isBug && (error.data ?? null) === null) return make("bug", message, error);
  return make("transient", message, error, { outcomeUnknown: writes });
}

/** Whether a query asked for more than GitHub gives at once. */
export function isTooMuch(problems: readonly GraphQLError[]): boolean {
  return problems.some(({ type = "" }) => TOO_MUCH.has(type));
}

function make(
  kind: GitHubError["kind"],
  message: Message,
  cause: unknown,
  more: {
    readonly outcomeUnknown?: boolean;
    readonly retryAfterSeconds?: number | null;
    readonly status?: number | null;
  } = {},
): GitHubError {
  const { status = more.status ?? undefined, response } = cause as Partial<OctokitError>;
  return new GitHubError(message, {
    kind,
    // Octokit gives 500 to a request that nobody answered.
    status:
      status === undefined || more.status === null || (status === 500 && response === undefined)
        ? null
        : status,
    outcomeUnknown: more.outcomeUnknown ?? false,
    retryAfterSeconds: more.retryAfterSeconds ?? null,
    cause,
  });
}

/**
 * GitHub doesn't take the app for what it is, or won't give it a token for an installation. Both pass by themselves
 * or by somebody's hand, and say nothing of what the request was about. null: it isn't that.
 */
function describeDenial(error: OctokitError, identity: Identity): Message | null {
  if (identity !== "app") return null;
  const answer = describe(error, identity).text;
  const isForToken = TOKEN_PATH.test(nameRequest(error) ?? "");
  if (isForToken && (error.status === 403 || error.status === 404))
    return gitHubMessage("app-suspended", { answer });
  return error.status === 401 ? gitHubMessage("app-credentials-refused", { answer }) : null;
}

/** Where there is no answer, or none that can be used. */
function describeSilence(error: OctokitError): Message {
  const { cause, message } = error;
  if (!(cause instanceof BrokenAnswerError))
    return gitHubMessage("no-answer-from-github", { answer: message });
  return gitHubMessage("unusable-answer", { reason: message, request: nameRequest(error) ?? "a request" });
}

function nameRequest({ request: { method, url } = {} }: OctokitError): string | null {
  return method === undefined || url === undefined
    ? null
    : `${method} ${new URL(url, "http://localhost").pathname}`;
}

/**
 * Names the request, so that a person who reads the message in a log knows what was tried, and the permissions that
 * GitHub says it needs.
 */
function describe(error: OctokitError, identity: Identity): Message {
  const request = nameRequest(error);
  const answer = error.message.replace(/ - https:\/\/docs\.github\.com\S*$/, "");
  if (request === null) return gitHubMessage("query-failed", { answer });
  const failed = { answer, status: error.status ?? "no status", request };
  const permissions = neededPermissions(error);
  if (permissions === null) return gitHubMessage("request-failed", failed);
  const code = identity === "app" ? "app-lacks-permission" : "token-lacks-permission";
  return gitHubMessage(code, { ...failed, permissions });
}

function neededPermissions({ status, response }: OctokitError): string | null {
  const needed = response?.headers?.["x-accepted-github-permissions"];
  if (status !== 403 || typeof needed !== "string" || needed === "") return null;
  return needed.replaceAll("; ", " or ").replaceAll("=", ": ");
}

/** Whether GitHub would give no token for an installation: the app was taken away there, or is suspended. */
export function isWithoutToken(error: unknown): boolean {
  const cause = error instanceof GitHubError ? (error.cause as Partial<OctokitError> | null) : null;
  if (cause?.request?.url === undefined || (cause.status !== 403 && cause.status !== 404)) return false;
  return TOKEN_PATH.test(new URL(cause.request.url, "http://localhost").pathname);
}

function isRateLimit(error: OctokitError): boolean {
  if (error.status !== 403) return false;
  const headers = error.response?.headers ?? {};
  // Older versions of GitHub Enterprise Server call it abuse; whoever is asked to wait isn't refused, whatever it is
  // called.
  const isAskedToWait = headers["retry-after"] !== undefined;
  return (
    isAskedToWait || /\brate limit/i.test(error.message) || String(headers["x-ratelimit-remaining"]) === "0"
  );
}

/** GraphQL's limit comes with status 200; the throttling plugin makes an error of it that has none. */
function isGraphQLLimit({ status, response }: OctokitError): boolean {
  const problems = (response?.data as { readonly errors?: readonly GraphQLError[] } | undefined)?.errors;
  return status === undefined && problems?.some(({ type = "" }) => LIMITS.has(type)) === true;
}

/**
 * What GitHub asks for or, where the hour's requests are used up, until the next hour begins, by GitHub's own clock.
 */
function findRetryAfter(error: OctokitError): number | null {
  const headers = error.response?.headers ?? error.headers ?? {};
  const asked = readRetryAfter(headers);
  if (asked !== null) return asked;
  if (String(headers["x-ratelimit-remaining"]) !== "0") return null;
  const left = Number(headers["x-ratelimit-reset"]) - Date.parse(String(headers.date)) / 1000;
  return Number.isFinite(left) ? within(Math.ceil(left) + 1) : null;
}

/** Seconds, or a date by GitHub's own clock. null: it is neither. */
function readRetryAfter({ "retry-after": asked, date }: Headers): number | null {
  if (asked === undefined || String(asked).trim() === "") return null;
  const seconds = Number(asked);
  if (Number.isFinite(seconds)) return within(seconds);
  const left = Date.parse(String(asked)) - Date.parse(String(date));
  return Number.isNaN(left) ? null : within(Math.ceil(left / 1000));
}

/** GitHub's limits last an hour at most: whoever asks for more is mistaken, and would have the job forgotten. */
function within(seconds: number): number {
  return Math.min(Math.max(seconds, SHORTEST_SECONDS), LONGEST_SECONDS);
}

function isOctokitError(error: unknown): error is OctokitError {
  return error instanceof Error;
}
